import { TextInput } from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { instrumentByKey, type InstrumentFacts } from '../../../domain/reference/instruments/instruments.ts';
import { fill } from '../../../words/plurals.ts';
import { NotFound } from '../../app/not-found.tsx';
import { useSpeech } from '../../app/speech.tsx';
import type { Schemas } from '../../client/types.ts';
import { useApi } from '../../client/use-api.ts';
import { usePages } from '../../client/use-pages.ts';
import { Page } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { useTreatyWords } from '../../words/treaty-words.ts';
import { RecordAct } from './record-act.tsx';
import { StandingTable } from './standing-table.tsx';
import styles from './treaties.module.css';
import { TreatyMap } from './treaty-map.tsx';
import { May } from '../../parts/may.tsx';

export type StandingLine = Schemas['TreatyStatusLine'];

/** One treaty: who is a party on a day, who signed and did not ratify, and recording what States do. */
export function Treaty() {
  const { key = '' } = useParams({ strict: false });
  const facts = instrumentByKey(key);
  return facts === undefined ? <NotFound /> : <Whole facts={facts} key={key} />;
}

function Whole({ facts }: { readonly facts: InstrumentFacts }) {
  const { language } = useSpeech();
  const { asOf: asked } = useSearch({ strict: false }) as { asOf?: string };
  const { data: installation } = useApi('GET /installation', {});
  const asOf = asked ?? installation?.now.slice(0, 10) ?? '';
  const query = { instrument: facts.key, limit: 200, asOf: asked };
  const standings = usePages('GET /treaty-status', { query }, { isWhole: true });
  return (
    <Page title={`${facts.names[language]} (${facts.key})`} lead={<Facts facts={facts} />}>
      <AsOf value={asOf} />
      <Shown of={standings} lines={14}>
        {(lines) => (
          <>
            <TreatyMap title={facts.key} asOf={asOf} lines={lines} />
            <StandingTable instrument={facts.key} lines={lines} />
          </>
        )}
      </Shown>
      <May do="treaties.write">
        <RecordAct instrument={facts.key} />
      </May>
    </Page>
  );
}

function Facts({ facts }: { readonly facts: InstrumentFacts }) {
  const words = useTreatyWords();
  const { date, number } = useSpeech();
  const { data } = useApi('GET /instruments/{key}', { path: { key: facts.key } });
  const shown = [
    [words.facts.adopted, date(facts.adoptedOn)],
    [words.facts.inForce, date(facts.inForceOn)],
    [words.facts.number, facts.untc],
  ] as const;
  return (
    <>
      <p style={{ margin: 0, minHeight: '1.5em' }} data-figure="parties">
        {data === undefined ? '' : fill(words.parties, { count: number(data.parties) })}
      </p>
      <dl className={styles.facts}>
        {shown.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** The day stands in the address, so that what is seen can be mailed. */
function AsOf({ value }: { readonly value: string }) {
  const words = useTreatyWords();
  const navigate = useNavigate();
  return (
    <div className={`no-print ${styles.filter}`}>
      <TextInput
        type="date"
        label={words.asOf}
        value={value}
        onChange={({ currentTarget }) =>
          void navigate({ to: '.', search: { asOf: currentTarget.value || undefined } as never, replace: true })
        }
      />
    </div>
  );
}
