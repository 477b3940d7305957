import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useAct } from '../../client/use-act.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { useTreatyWords } from '../../words/treaty-words.ts';
import type { ImportRow } from './import-rows.tsx';
import { useMay } from '../../app/who.tsx';

type Given = { readonly row: ImportRow; readonly importId: string; readonly isDraft: boolean };
type Decision = ImportRow['decision'];

/** Of a row that contradicts the log: what is on record stays, or is corrected by the table, with a reason. */
export function RowDecision({ row, importId, isDraft }: Given) {
  const { imports } = useTreatyWords();
  const [decision, setDecision] = useState<Decision>(row.decision);
  const [because, setBecause] = useState(row.because ?? '');
  const { act, isBusy, error } = useAct('PUT /treaty-status-imports/{id}/rows/{number}/decision');
  const mayDecide = useMay()('treaties.import');
  if (row.outcome !== 'conflict') return null;
  const says = row.decision === 'keep' ? imports.decidedKeep : imports.decidedReplace;
  if (!isDraft || !mayDecide) return says;
  const decide = (event: FormEvent): void => {
    event.preventDefault();
    const path = { id: importId, number: row.number };
    const ifMatch = `"${row.version}"`;
    if (decision === 'replace') act({ path, body: { decision, because }, ifMatch });
    else act({ path, body: { decision }, ifMatch });
  };
  return (
    <form onSubmit={decide}>
      <output className="soft">{says}</output>
      <NativeSelect
        aria-label={`${imports.decide} ${row.line}`}
        value={decision}
        onChange={({ currentTarget }) => setDecision(currentTarget.value as Decision)}
        data={[
          { value: 'keep', label: imports.keep },
          { value: 'replace', label: imports.replace },
        ]}
      />
      {decision === 'replace' ? (
        <TextInput
          label={imports.because}
          required
          value={because}
          onChange={({ currentTarget }) => setBecause(currentTarget.value)}
        />
      ) : null}
      <Button type="submit" size="compact-sm" variant="default" mt={4} loading={isBusy}>
        {imports.save}
        <span className="visually-hidden"> {row.line}</span>
      </Button>
      {error === null ? null : <Trouble problem={error} />}
    </form>
  );
}
