import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import type { Schemas } from '../../client/types.ts';
import { useAct } from '../../client/use-act.ts';
import { useApi } from '../../client/use-api.ts';
import { Shown } from '../../parts/shown.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { useTreatyWords } from '../../words/treaty-words.ts';
import styles from './treaties.module.css';
import { May } from '../../parts/may.tsx';

type Of = { readonly participant: string; readonly instrument: string };
type Status = Schemas['TreatyStatus'];
type Entry = Status['entries'][number];

/** Everything on record about one State under one treaty. An error is struck out, with its reason, and stays to be seen. */
export function StatusEntries({ participant, instrument }: Of) {
  const { entries } = useTreatyWords();
  const status = useApi('GET /treaty-status/{participant}/{instrument}', { path: { participant, instrument } });
  return (
    <Shown of={status} lines={4}>
      {(found) =>
        found.entries.length === 0 ? (
          <p className="soft">{entries.none}</p>
        ) : (
          <ol className={styles.entries}>
            {found.entries.map((entry) => (
              <li key={entry.entry}>
                <EntryLine entry={entry} />
                {entry.struckOut === null ? (
                  <May do="treaties.write" inStates={[participant]}>
                    <StrikeOut of={{ participant, instrument }} entry={entry.entry} version={found.version} />
                  </May>
                ) : null}
              </li>
            ))}
          </ol>
        )
      }
    </Shown>
  );
}

function EntryLine({
  entry: { entry, kind, on, precision, notification, evidence, struckOut },
}: {
  readonly entry: Entry;
}) {
  const { entries, entryKinds } = useTreatyWords();
  const { date, number } = useSpeech();
  const says = `${fill(entries.number, { number: number(entry) })}: ${entryKinds[kind]}, ${precision === 'year' ? on.slice(0, 4) : date(on)}`;
  return (
    <>
      {struckOut === null ? says : <s>{says}</s>} <bdi className="soft">{notification}</bdi>
      {evidence.map(({ url, description }) => (
        <div key={url}>
          <a href={url} rel="noreferrer">
            <bdi>{description || url}</bdi>
          </a>
        </div>
      ))}
      {struckOut === null ? null : (
        <div className="soft" dir="auto">
          {fill(entries.struckOut, { because: struckOut.because })}
        </div>
      )}
    </>
  );
}

type StrikeGiven = { readonly of: Of; readonly entry: number; readonly version: number };

function StrikeOut({ of, entry, version }: StrikeGiven) {
  const { entries } = useTreatyWords();
  const [because, setBecause] = useState<string>();
  const { act, isBusy, error } = useAct('POST /treaty-status/{participant}/{instrument}/commands/correct-entry');
  const strike = (event: FormEvent): void => {
    event.preventDefault();
    act({ path: of, body: { entry, to: null, because: because ?? '' }, ifMatch: `"${version}"` });
  };
  if (because === undefined)
    return (
      <div>
        <Button size="compact-xs" variant="default" onClick={() => setBecause('')}>
          {entries.strikeOut}
          <span className="visually-hidden"> {entry}</span>
        </Button>
      </div>
    );
  return (
    <form onSubmit={strike} className={styles.filter}>
      <TextInput
        label={entries.because}
        required
        value={because}
        onChange={({ currentTarget }) => setBecause(currentTarget.value)}
      />
      <Button type="submit" color="red.9" loading={isBusy}>
        {entries.confirm}
      </Button>
      {error === null ? null : <Trouble problem={error} />}
    </form>
  );
}
