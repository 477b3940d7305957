import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import type { Schemas } from '../../client/types.ts';
import { useApi } from '../../client/use-api.ts';
import { usePages } from '../../client/use-pages.ts';
import { More } from '../../parts/more.tsx';
import { Outcomes } from '../../parts/outcomes.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Shown } from '../../parts/shown.tsx';
import { TimeLine } from '../../parts/time-line.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { Way } from '../../parts/way.tsx';
import { PublicationPanel } from '../publication/publication-panel.tsx';
import { StartAll } from './start-all.tsx';
import styles from './sources.module.css';
import { Talks } from './talks.tsx';
import { May } from '../../parts/may.tsx';

/** From a mission's dialogue to what became of each of its recommendations: one page, on screen and on paper. */
export function Source() {
  const { id = '' } = useParams({ strict: false });
  const { words } = useSpeech();
  const { sources, shell } = words;
  const source = useApi('GET /sources/{id}', { path: { id } });
  const outcomes = usePages('GET /outcomes', { query: { sourceId: id, limit: 200 } }, { isWhole: true });
  if (source.data === undefined)
    return (
      <Page title={source.error === null ? shell.loading : shell.nav.sources}>
        {source.error === null ? <div aria-busy="true" /> : <Trouble problem={source.error} />}
      </Page>
    );
  const isSeveral = source.data.stateCode === null;
  return (
    <Page title={source.data.title} lead={<Facts source={source.data} />} key={id}>
      <div className={`no-print ${styles.actions}`}>
        <May do="recommendations.register">
          <Way to={`/sources/${id}/add`} className={styles.button}>
            {sources.add}
          </Way>
        </May>
        <Button variant="default" onClick={() => window.print()}>
          {sources.print}
        </Button>
        <Way to="/recommendations" search={{ sourceId: id }}>
          {shell.nav.recommendations}
        </Way>
      </div>
      <May do="follow-ups.steer">
        <StartAll
          ids={(outcomes.data ?? []).flatMap(({ id: each, status }) => (status === 'not-started' ? [each] : []))}
        />
      </May>
      <May do="dialogue.read">
        <Talks sourceId={id} />
      </May>
      <Panel title={sources.outcomes}>
        <Shown of={outcomes} lines={8}>
          {(found) =>
            found.length === 0 ? (
              <p className="soft">{sources.noOutcomes}</p>
            ) : (
              <>
                <Tally outcomes={found} />
                <Outcomes outcomes={found} hasOrigin={isSeveral} />
              </>
            )
          }
        </Shown>
        <More pages={outcomes} />
      </Panel>
      <PublicationPanel about={{ kind: 'source', id }} />
      <Past id={id} />
    </Page>
  );
}

function Facts({ source }: { readonly source: Schemas['Source'] }) {
  const { words, date, stateName } = useSpeech();
  const { sources, terms } = words;
  const { data } = useApi('GET /installation', {});
  const { kind, stateCode, startsOn, endsOn, mandateHolder, reportSymbol, url } = source;
  const dates = [startsOn, endsOn].flatMap((on) => (on === null ? [] : [date(on)])).join(' – ');
  return (
    <>
      <p style={{ margin: '0 0 .25rem' }}>
        {terms.sources[kind]} ·{' '}
        {stateCode === null ? sources.several : <Way to={`/states/${stateCode}`}>{stateName(stateCode)}</Way>}
        {dates === '' ? '' : ` · ${dates}`}
        {mandateHolder === null ? null : (
          <>
            {' · '}
            {sources.mandateHolder} <bdi>{mandateHolder}</bdi>
          </>
        )}
        {reportSymbol === null ? null : (
          <>
            {' · '}
            {url === null ? <bdi>{reportSymbol}</bdi> : <a href={url}>{reportSymbol}</a>}
          </>
        )}
        {reportSymbol === null && url !== null ? (
          <>
            {' · '}
            <a href={url}>{sources.url}</a>
          </>
        ) : null}
      </p>
      {data === undefined ? null : (
        <p style={{ margin: 0 }}>{fill(sources.asOf, { date: date(data.now.slice(0, 10)) })}</p>
      )}
    </>
  );
}

/** How many of all stand where, in one line above them. */
function Tally({ outcomes }: { readonly outcomes: readonly Schemas['Outcome'][] }) {
  const { words, number } = useSpeech();
  const { states, terms } = words;
  const statuses = Object.keys(terms.statuses) as (keyof typeof terms.statuses)[];
  const of = (label: string, is: (outcome: Schemas['Outcome']) => boolean) =>
    [label, outcomes.filter(is).length] as const;
  const counted = [
    of(states.total, () => true),
    ...statuses.map((status) => of(terms.statuses[status], (each) => each.status === status)),
    of(states.late, ({ isLate }) => isLate),
  ];
  return (
    <dl className={styles.facts}>
      {counted.map(([label, count]) =>
        count === 0 ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <b>{number(count)}</b>
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}

/** Not on paper: the page itself has said it, recommendation by recommendation. */
function Past({ id }: { readonly id: string }) {
  const { states } = useSpeech().words;
  const pages = usePages('GET /sources/{id}/timeline', { path: { id }, query: { limit: 20 } });
  return (
    <div className="no-print">
      <Panel title={states.timeline}>
        <Shown of={pages} lines={6}>
          {(lines) => <TimeLine lines={lines} />}
        </Shown>
        <More pages={pages} />
      </Panel>
    </div>
  );
}
