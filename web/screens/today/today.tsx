import { Skeleton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import { useMay, useWho } from '../../app/who.tsx';
import type { Schemas } from '../../client/types.ts';
import { useApi } from '../../client/use-api.ts';
import { Grants } from '../../parts/grants.tsx';
import { Page } from '../../parts/page.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { When } from '../../parts/when.tsx';
import { readingTabs } from '../recommendations/view.ts';
import { AskedOfMe } from './asked-of-me.tsx';
import { Needs } from './needs.tsx';
import styles from './today.module.css';

export type TodayFacts = Schemas['Today'];

/** What a manager opens in the morning: what needs them, what is late, what comes. */
export function Today() {
  const { words } = useSpeech();
  const isWanted = useMay()('recommendations.read');
  const { data, error, refetch } = useApi('GET /today', {}, { isWanted });
  if (!isWanted)
    return (
      <Page title={words.shell.nav.today}>
        <Covers />
      </Page>
    );
  return (
    <Page title={words.shell.nav.today} lead={data === undefined ? ' ' : <When at={data.now} hasTime />}>
      {error ? <Trouble problem={error} retry={() => void refetch()} /> : null}
      {data === undefined ? (
        error ? null : (
          <div aria-busy="true">
            <Skeleton height={78} my="md" />
            <Skeleton height={360} />
          </div>
        )
      ) : (
        <Facts facts={data} />
      )}
    </Page>
  );
}

function Facts({ facts }: { readonly facts: TodayFacts }) {
  const { today, access } = useSpeech().words;
  const may = useMay();
  // Who weighs letters and decides sits in the office; others answer to it, or look on.
  const isOffice = may('letters.read-drafts');
  const total = Object.values(facts.readings).reduce((sum, count) => sum + (count ?? 0), 0);
  if (total === 0)
    return (
      <>
        <div className={styles.card} style={{ marginTop: '1rem' }}>
          {may('recommendations.register') ? (
            <>
              <h2>{today.begin.title}</h2>
              <p>{today.begin.text}</p>
            </>
          ) : (
            <p>{access.covers.nothing}</p>
          )}
        </div>
        <Covers />
      </>
    );
  return (
    <>
      <Figures facts={facts} />
      <div className={styles.columns}>
        {isOffice ? <Needs facts={facts} /> : may('follow-ups.report') ? <AskedOfMe /> : <Covers />}
        <div>
          <Weeks facts={facts} />
          <Late facts={facts} />
          {!isOffice && may('follow-ups.report') ? <Covers /> : null}
        </div>
      </div>
    </>
  );
}

/** What somebody's roles reach, so that nobody takes what they see for all that there is. */
function Covers() {
  const { covers } = useSpeech().words.access;
  const { account } = useWho();
  return (
    <section className={styles.card}>
      <h2>{covers.title}</h2>
      <Grants grants={account.grants} none={covers.noRole} />
    </section>
  );
}

/** Each figure leads to its list. */
function Figures({ facts: { readings } }: { readonly facts: TodayFacts }) {
  const { words, number } = useSpeech();
  return (
    <ul className={styles.figures} aria-label={words.today.figures} style={{ marginTop: '0.75rem' }}>
      {readingTabs
        .filter((reading) => (readings[reading] ?? 0) > 0)
        .map((reading) => (
          <li key={reading}>
            <Link to="/recommendations" search={{ reading }}>
              <b>{number(readings[reading] ?? 0)}</b>
              {words.terms.readings[reading]}
            </Link>
          </li>
        ))}
    </ul>
  );
}

const dayMs = 86_400_000;
const plusDays = (at: string, days: number): string => new Date(Date.parse(at) + days * dayMs).toISOString();

/** The next fourteen weeks as a strip; a week leads to its steps. */
function Weeks({ facts: { weeks, now } }: { readonly facts: TodayFacts }) {
  const { words, number, count, week: weekName } = useSpeech();
  const { today } = words;
  const most = Math.max(1, ...weeks.map(({ total }) => total));
  const until = (days: number): number =>
    weeks.filter(({ week }) => week < plusDays(now, days).slice(0, 10)).reduce((sum, { total }) => sum + total, 0);
  return (
    <section className={styles.card}>
      <h2>{today.weeks}</h2>
      <p className="soft">
        {fill(today.days30, { count: number(until(30)) })} · {fill(today.days90, { count: number(until(90)) })}
      </p>
      <ol className={styles.weeks} aria-label={today.weeksHint}>
        {weeks.map(({ week, total }, index) => (
          <li key={week} className={index < 5 ? styles.near : undefined}>
            <Link
              to="/recommendations"
              search={{
                nextStepFrom: index === 0 ? now.slice(0, 10) : week,
                nextStepBefore: plusDays(`${week}T00:00:00.000Z`, 7).slice(0, 10),
              }}
              aria-label={count(today.stepsInWeek, total).replace('{date}', weekName(week))}
            >
              <span aria-hidden="true">{total === 0 ? '' : number(total)}</span>
              <span className={styles.bar} style={{ height: `${String(Math.round((60 * total) / most))}%` }} />
              <span className={styles.when} aria-hidden="true">
                {weekName(week)}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  );
}

const statesShown = 12;

/** What is late, by State and by rung. */
function Late({ facts: { late } }: { readonly facts: TodayFacts }) {
  const { words, number, stateName } = useSpeech();
  const { today, terms } = words;
  const rungs = [...new Set(late.states.flatMap((state) => Object.keys(state.rungs)))].sort();
  return (
    <section className={styles.card}>
      <h2>{today.late}</h2>
      {late.total === 0 ? (
        <p>{today.nothingLate}</p>
      ) : (
        <div style={{ overflowX: 'auto' }}>
          <table className={styles.late}>
            <thead>
              <tr>
                <th scope="col">{terms.state}</th>
                {rungs.map((rung) => (
                  <th key={rung} scope="col">
                    {rung === '0' ? terms.readings.overdue : fill(terms.rung, { rung })}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {late.states.slice(0, statesShown).map(({ stateCode, rungs: counts }) => (
                <tr key={stateCode}>
                  <th scope="row">
                    <Link to="/recommendations" search={{ state: stateCode, reading: 'overdue,escalated' }}>
                      {stateName(stateCode)}
                    </Link>
                  </th>
                  {rungs.map((rung) => (
                    <td key={rung}>
                      {counts[rung] === undefined ? (
                        '–'
                      ) : (
                        <Link
                          to="/recommendations"
                          search={{ state: stateCode, rung, reading: 'overdue,escalated' }}
                          aria-label={`${stateName(stateCode)}, ${rung === '0' ? terms.readings.overdue : fill(terms.rung, { rung })}: ${number(counts[rung])}`}
                        >
                          {number(counts[rung])}
                        </Link>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {late.states.length > statesShown ? (
        <Link to="/recommendations" search={{ reading: 'overdue,escalated', sort: 'stateCode' }}>
          {today.seeAll}
        </Link>
      ) : null}
    </section>
  );
}
