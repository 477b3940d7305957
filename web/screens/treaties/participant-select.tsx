import { NativeSelect } from '@mantine/core';
import { participants } from '../../../domain/reference/participants.ts';
import { useSpeech } from '../../app/speech.tsx';

type Given = {
  readonly label: string;
  readonly value: string;
  readonly change: (code: string) => void;
  readonly error?: string | undefined;
};

/** Who may take part in treaties: States, observers, and the European Union. */
export function ParticipantSelect({ label, value, change, error }: Given) {
  const { language } = useSpeech();
  const named = participants.map(({ code, names }) => ({ value: code, label: names[language] }));
  return (
    <NativeSelect
      label={label}
      required
      value={value}
      onChange={({ currentTarget }) => change(currentTarget.value)}
      data={[{ value: '', label: '' }, ...named.sort((a, b) => a.label.localeCompare(b.label, language))]}
      error={error}
    />
  );
}
