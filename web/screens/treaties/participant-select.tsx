import { NativeSelect } from '@mantine/core';
import { participants } from '../../../domain/reference/participants.ts';
import { useSpeech } from '../../app/speech.tsx';
import type { Permission } from '../../../domain/access/permissions.ts';
import { useMay } from '../../app/who.tsx';

type Given = {
  readonly label: string;
  readonly value: string;
  readonly change: (code: string) => void;
  readonly error?: string | undefined;
  /** Those alone for which somebody may do this. */
  readonly whoMay?: Permission;
};

/** Who may take part in treaties: States, observers, and the European Union. */
export function ParticipantSelect({ label, value, change, error, whoMay }: Given) {
  const { language } = useSpeech();
  const may = useMay();
  const offered = participants.filter(({ code }) => whoMay === undefined || may(whoMay, [code]));
  const named = offered.map(({ code, names }) => ({ value: code, label: names[language] }));
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
