import { Button } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import { useAct } from '../../client/use-act.ts';
import { Panel } from '../../parts/panel.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { useTreatyWords } from '../../words/treaty-words.ts';
import { ParticipantSelect } from '../treaties/participant-select.tsx';
import type { Import } from './import.tsx';
import styles from './imports.module.css';
import { useMay } from '../../app/who.tsx';

/** Names that nobody knows: somebody says once what each means, and the table is judged again. */
export function UnknownNames({ whole: { unknownParticipants, unknownInstruments } }: { readonly whole: Import }) {
  const { imports } = useTreatyWords();
  const { number } = useSpeech();
  const mayExplain = useMay()('treaties.import');
  return (
    <>
      {unknownParticipants.length === 0 ? null : (
        <Panel title={imports.unknownStates} className="no-print">
          {mayExplain ? (
            <>
              <p className="soft">{imports.unknownHint}</p>
              {unknownParticipants.map(({ name }) => (
                <Explain key={name} name={name} />
              ))}
            </>
          ) : (
            <ul className={styles.list}>
              {unknownParticipants.map(({ name }) => (
                <li key={name}>
                  <bdi>{name}</bdi>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      )}
      {unknownInstruments.length === 0 ? null : (
        <Panel title={imports.unknownTreaties}>
          <ul className={styles.list}>
            {unknownInstruments.map(({ name, rows }) => (
              <li key={name}>
                <bdi>{name}</bdi> ({fill(imports.rows, { count: number(rows) })})
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

function Explain({ name }: { readonly name: string }) {
  const { imports } = useTreatyWords();
  const [participant, setParticipant] = useState('');
  const [isDone, setDone] = useState(false);
  const { act, isBusy, error } = useAct('PUT /participant-aliases/{alias}');
  const remember = (event: FormEvent): void => {
    event.preventDefault();
    act({ path: { alias: name }, body: { participant } }, () => setDone(true));
  };
  return (
    <form onSubmit={remember} className={styles.row}>
      <ParticipantSelect
        label={fill(imports.means, { name })}
        value={participant}
        change={(code) => {
          setDone(false);
          setParticipant(code);
        }}
      />
      <Button type="submit" variant="default" loading={isBusy} disabled={participant === ''}>
        {imports.remember}
        <span className="visually-hidden"> {name}</span>
      </Button>
      <output>{isDone ? `✓ ${imports.remembered}` : ''}</output>
      {error === null ? null : <Trouble problem={error} />}
    </form>
  );
}
