import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import type { Schemas } from '../../client/types.ts';
import { usePlaybookWords } from '../../words/playbook-words.ts';
import styles from './playbooks.module.css';

type Simulation = Schemas['Simulation'];
type Both = { readonly now: Simulation; readonly was: Simulation };

const width = 600;
const height = 110;

/** Mails week by week; the table below says the same, beside what it was. */
export function MailWeeks({ now, was }: Both) {
  const { simulation } = usePlaybookWords();
  const { number, date, direction } = useSpeech();
  const fromMs = Date.parse(now.from);
  const lengthMs = Date.parse(now.until) - fromMs;
  const busiest = now.weeks.reduce((most, each) => (each.mails > most.mails ? each : most), {
    week: now.from.slice(0, 10),
    mails: 0,
  });
  const barWidth = Math.max(1, (width / (lengthMs / 604_800_000)) * 0.8);
  const x = (week: string): number => {
    const along = ((Date.parse(week) - fromMs) / lengthMs) * width;
    return direction === 'rtl' ? width - along - barWidth : along;
  };
  const before = new Map(was.weeks.map(({ week, mails }) => [week, mails]));
  const weeks = [
    ...new Set([...now.weeks, ...was.weeks].filter(({ mails }) => mails > 0).map(({ week }) => week)),
  ].sort();
  const after = new Map(now.weeks.map(({ week, mails }) => [week, mails]));
  return (
    <>
      <h3 style={{ fontSize: '1rem', margin: '.5rem 0' }}>{simulation.perWeek}</h3>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        aria-hidden="true"
        style={{ width: '100%', display: 'block', borderBottom: '1px solid var(--line)' }}
      >
        {now.weeks.map(({ week, mails }) => {
          const size = busiest.mails === 0 ? 0 : (mails / busiest.mails) * (height - 8);
          return (
            <rect key={week} x={x(week)} y={height - size} width={barWidth} height={size} className={styles.mailBar} />
          );
        })}
      </svg>
      <p className="soft" style={{ margin: '.25rem 0' }}>
        {fill(simulation.chart, { most: number(busiest.mails), week: date(busiest.week) })}
      </p>
      <details>
        <summary>{simulation.weeks}</summary>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard. */}
        <section className={styles.tableScroller} tabIndex={0} aria-label={simulation.weeks}>
          <table className={styles.table}>
            <caption className="visually-hidden">{simulation.perWeek}</caption>
            <thead>
              <tr>
                <th scope="col">{simulation.week}</th>
                <th scope="col">{simulation.now}</th>
                <th scope="col">{simulation.before}</th>
              </tr>
            </thead>
            <tbody>
              {weeks.map((week) => (
                <tr key={week}>
                  <th scope="row">{date(week)}</th>
                  <td>{number(after.get(week) ?? 0)}</td>
                  <td>{number(before.get(week) ?? 0)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </>
  );
}

/** Whoever holds several roles has one line; a role that nobody holds has one too. */
const nameOf = ({ contactId, roles }: Simulation['people'][number]): string =>
  `${contactId ?? 'nobody'} ${roles.join(' ')}`;

export function RoleLoads({ now, was }: Both) {
  const { simulation } = usePlaybookWords();
  const { number, words, language } = useSpeech();
  const before = new Map(was.people.map((each) => [nameOf(each), each]));
  const list = new Intl.ListFormat(language, { type: 'unit' });
  const figure = (after: number, old: number | undefined) => (
    <td>
      {number(after)}
      {old === undefined || old === after ? null : (
        <span className="soft">
          {' '}
          ({simulation.before}: {number(old)})
        </span>
      )}
    </td>
  );
  return (
    <div style={{ overflowX: 'auto' }}>
      <table className={styles.table}>
        <caption style={{ textAlign: 'start', fontWeight: 650, padding: '.5rem 0' }}>{simulation.perRole}</caption>
        <thead>
          <tr>
            <th scope="col">{simulation.role}</th>
            <th scope="col">{simulation.mails}</th>
            <th scope="col">{simulation.asked}</th>
            <th scope="col">{simulation.onDesk}</th>
          </tr>
        </thead>
        <tbody>
          {now.people.map((person) => {
            const old = before.get(nameOf(person));
            return (
              <tr key={nameOf(person)}>
                <th scope="row">
                  {list.format(person.roles.map((role) => words.shared.roles[role]))}
                  {person.contactId === null ? <span className="soft"> · {simulation.nobody}</span> : null}
                </th>
                {figure(person.mails, old?.mails)}
                {figure(person.asked, old?.asked)}
                {figure(person.onDesk, old?.onDesk)}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
