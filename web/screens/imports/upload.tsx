import { Button, FileInput, NativeSelect, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { instrumentFacts } from '../../../domain/reference/instruments/instruments.ts';
import { tableFormats, type TableFormat } from '../../../domain/treaty-import/table.ts';
import { fieldProblems } from '../../client/field-problems.ts';
import { useAct } from '../../client/use-act.ts';
import { Panel } from '../../parts/panel.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { useTreatyWords } from '../../words/treaty-words.ts';
import styles from './imports.module.css';

/** Sends a table as it is; what comes of it is a dry run, which opens at once. */
export function Upload() {
  const { imports } = useTreatyWords();
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const [source, setSource] = useState('');
  const [instrument, setInstrument] = useState('');
  const [format, setFormat] = useState<TableFormat | ''>('');
  const { act, isBusy, error } = useAct('POST /treaty-status-imports');
  const problemOf = fieldProblems(error);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (file === null) return;
    const query = { source, instrument: instrument || undefined, format: format || undefined };
    act({ query, file }, ({ id }) => void navigate({ to: `/treaties/imports/${id}` as '/' }));
  };
  return (
    <Panel title={imports.upload}>
      <form onSubmit={send} className={styles.form}>
        <FileInput
          label={imports.file}
          required
          accept=".csv,text/csv"
          value={file}
          onChange={setFile}
          placeholder="…"
        />
        <TextInput
          label={imports.source}
          required
          value={source}
          onChange={({ currentTarget }) => setSource(currentTarget.value)}
          error={problemOf('source')}
        />
        <NativeSelect
          label={imports.instrument}
          value={instrument}
          onChange={({ currentTarget }) => setInstrument(currentTarget.value)}
          data={[{ value: '', label: imports.recognise }, ...instrumentFacts.map(({ key }) => key)]}
          error={problemOf('instrument')}
        />
        <NativeSelect
          label={imports.format}
          value={format}
          onChange={({ currentTarget }) => setFormat(currentTarget.value as TableFormat | '')}
          data={[
            { value: '', label: imports.fromHeader },
            ...tableFormats.map((value) => ({ value, label: imports.formats[value] })),
          ]}
        />
        <Button type="submit" loading={isBusy} disabled={file === null}>
          {imports.read}
        </Button>
      </form>
      {error === null ? null : <Trouble problem={error} />}
    </Panel>
  );
}
