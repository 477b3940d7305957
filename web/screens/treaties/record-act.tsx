import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useWords } from '../../app/speech.tsx';
import type { Wish } from '../../client/call.ts';
import { fieldProblems } from '../../client/field-problems.ts';
import type { Schemas } from '../../client/types.ts';
import { useAct } from '../../client/use-act.ts';
import { Panel } from '../../parts/panel.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { useTreatyWords } from '../../words/treaty-words.ts';
import { ActFieldInput } from './act-field.tsx';
import { actBody, actForms, type ActKind, type Entered } from './act-forms.ts';
import { ParticipantSelect } from './participant-select.tsx';
import styles from './treaties.module.css';

type Address = 'POST /treaty-status/{participant}/{instrument}/commands/record-deposit';
const atFirst: Entered = { how: 'ratification' };

/** A deposit, a signature or another act of a State is put on record; campaigns and follow-ups hear of it. */
export function RecordAct({ instrument }: { readonly instrument: string }) {
  const { record, entryKinds } = useTreatyWords();
  const { terms } = useWords();
  const [participant, setParticipant] = useState('');
  const [kind, setKind] = useState<ActKind>('deposit');
  const [entered, setEntered] = useState<Entered>(atFirst);
  const [done, setDone] = useState<Schemas['TreatyStatus']['warnings']>();
  // The table of forms makes the body that this very address takes; the server's schema has the last word.
  const { act, isBusy, error } = useAct(
    `POST /treaty-status/{participant}/{instrument}/commands/${actForms[kind].command}` as Address,
  );
  const change = (more: Entered): void => {
    setDone(undefined);
    setEntered({ ...entered, ...more });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const wish = { path: { participant, instrument }, body: actBody(kind, entered) } as unknown as Wish<Address>;
    act(wish, ({ warnings }) => {
      setDone(warnings);
      setEntered(atFirst);
    });
  };
  const problemOf = fieldProblems(error);
  return (
    <Panel title={record.title} className="no-print">
      <form onSubmit={submit} className={styles.form}>
        <ParticipantSelect label={terms.state} value={participant} change={setParticipant} whoMay="treaties.write" />
        <NativeSelect
          label={record.kind}
          value={kind}
          onChange={({ currentTarget }) => setKind(currentTarget.value as ActKind)}
          data={(Object.keys(actForms) as ActKind[]).map((value) => ({ value, label: entryKinds[value] }))}
        />
        <TextInput
          label={record.on}
          required
          placeholder="2026-01-31"
          value={entered.on ?? ''}
          onChange={({ currentTarget }) => change({ on: currentTarget.value.trim() })}
          error={problemOf('on')}
        />
        {actForms[kind].fields.map((field) => (
          <ActFieldInput key={field} field={field} entered={entered} change={change} fault={problemOf(field)} />
        ))}
        <Button type="submit" loading={isBusy} disabled={participant === ''}>
          {record.open}
        </Button>
      </form>
      {error === null ? null : <Trouble problem={error} />}
      <output style={{ display: 'block', marginTop: '0.5rem' }}>
        {done === undefined ? '' : `✓ ${record.done} ${done.map((each) => record.warnings[each]).join(' ')}`}
      </output>
    </Panel>
  );
}
