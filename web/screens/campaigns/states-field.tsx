import { MultiSelect } from '@mantine/core';
import { states } from '../../../domain/reference/states.ts';
import { useSpeech } from '../../app/speech.tsx';

type Given = {
  readonly label: string;
  readonly value: readonly string[];
  readonly change: (stateCodes: readonly string[]) => void;
  readonly error?: string | undefined;
};

/** Several States, found by their names. */
export function StatesField({ label, value, change, error }: Given) {
  const { stateName, language, words } = useSpeech();
  const data = states
    .map(({ code }) => ({ value: code, label: stateName(code) }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  return (
    <MultiSelect
      label={label}
      searchable
      required
      data={data}
      value={[...value]}
      onChange={change}
      error={error}
      nothingFoundMessage={words.shell.none}
      hidePickedOptions
    />
  );
}
