import { Button, Group, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useSpeech } from '../../app/speech.tsx';
import { fieldProblems } from '../../client/field-problems.ts';
import { useAct } from '../../client/use-act.ts';
import { useApi } from '../../client/use-api.ts';
import { Panel } from '../../parts/panel.tsx';
import { Shown } from '../../parts/shown.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { Undo } from '../../parts/undo.tsx';
import styles from './people.module.css';
import { May } from '../../parts/may.tsx';

/** On which days somebody is away, and whoever stands in is written to. */
export function Leave({ contactId }: { readonly contactId: string }) {
  const { words, date } = useSpeech();
  const { people } = words;
  const absences = useApi('GET /contacts/{id}/absences', { path: { id: contactId } });
  const removal = useAct('DELETE /contacts/{id}/absences/{absenceId}');
  const again = useAct('POST /contacts/{id}/absences');
  const [struck, setStruck] = useState<{ readonly fromOn: string; readonly untilOn: string }>();
  const problem = removal.error ?? again.error;
  return (
    <Panel title={people.leave}>
      <p className="soft">{people.leaveHint}</p>
      <Shown of={absences} lines={1}>
        {(found) =>
          found.length === 0 ? (
            <p className="soft">{people.noLeave}</p>
          ) : (
            <ul className={styles.list}>
              {found.map(({ id, fromOn, untilOn }) => (
                <li key={id}>
                  {date(fromOn)} – {date(untilOn)}{' '}
                  <May do="contacts.write">
                    <Button
                      className="no-print"
                      variant="subtle"
                      size="compact-sm"
                      loading={removal.isBusy}
                      aria-label={`${people.strike}: ${date(fromOn)} – ${date(untilOn)}`}
                      onClick={() =>
                        removal.act({ path: { id: contactId, absenceId: id } }, () => setStruck({ fromOn, untilOn }))
                      }
                    >
                      {people.strike}
                    </Button>
                  </May>
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
      <Undo
        what={struck === undefined ? undefined : `${date(struck.fromOn)} – ${date(struck.untilOn)}`}
        isBusy={again.isBusy}
        undo={() => {
          if (struck !== undefined) again.act({ path: { id: contactId }, body: struck }, () => setStruck(undefined));
        }}
      />
      {problem === null ? null : <Trouble problem={problem} />}
      <May do="contacts.write">
        <AddLeave contactId={contactId} />
      </May>
    </Panel>
  );
}

function AddLeave({ contactId }: { readonly contactId: string }) {
  const { people } = useSpeech().words;
  const [fromOn, setFromOn] = useState('');
  const [untilOn, setUntilOn] = useState('');
  const { act, isBusy, error } = useAct('POST /contacts/{id}/absences');
  const problemOf = fieldProblems(error);
  const add = (event: FormEvent): void => {
    event.preventDefault();
    act({ path: { id: contactId }, body: { fromOn, untilOn } }, () => {
      setFromOn('');
      setUntilOn('');
    });
  };
  return (
    <form onSubmit={add} className="no-print">
      <Group align="start">
        <TextInput
          type="date"
          label={people.from}
          required
          value={fromOn}
          onChange={({ currentTarget }) => setFromOn(currentTarget.value)}
          error={problemOf('fromOn')}
        />
        <TextInput
          type="date"
          label={people.until}
          required
          value={untilOn}
          onChange={({ currentTarget }) => setUntilOn(currentTarget.value)}
          error={problemOf('untilOn')}
        />
        <Button type="submit" mt={25} loading={isBusy}>
          {people.add}
        </Button>
      </Group>
      {error === null ? null : <Trouble problem={error} />}
    </form>
  );
}
