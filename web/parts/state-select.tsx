import { NativeSelect } from '@mantine/core';
import { states } from '../../domain/reference/states.ts';
import { useSpeech } from '../app/speech.tsx';

type Given = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (code: string) => void;
  /** What the empty choice means. */
  readonly none: string;
  readonly error?: string | undefined;
};

/** One of the States, by its name in the reader's language. */
export function StateSelect({ label, value, onChange, none, error }: Given) {
  const { language, stateName } = useSpeech();
  const named = states.map(({ code }) => ({ value: code, label: stateName(code) }));
  const sorted = named.sort((a, b) => a.label.localeCompare(b.label, language));
  return (
    <NativeSelect
      label={label}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      data={[{ value: '', label: none }, ...sorted]}
      error={error}
    />
  );
}
