import { Table } from '@mantine/core';
import { useSpeech } from '../../app/speech.tsx';
import type { Schemas } from '../../client/types.ts';
import { Panel } from '../../parts/panel.tsx';
import { Way } from '../../parts/way.tsx';
import styles from './people.module.css';

type Load = Schemas['Load'];
type Week = Load['weeks'][number];
const past = ['notices', 'mails', 'answers'] as const;
const coming = ['due', 'steps', 'agreed'] as const;

/** What each week brought and will bring: a picture, and the same as a table. */
export function LoadPerWeek({ load }: { readonly load: Load }) {
  const { words } = useSpeech();
  const { people, shell } = words;
  return (
    <Panel title={people.load}>
      <p className="soft">{people.loadHint}</p>
      <ul className={styles.legend} aria-hidden>
        <li>
          <i style={{ background: '#6b7c8d' }} />
          {people.notices}
        </li>
        <li>
          <i style={{ background: '#00558c' }} />
          {people.due}
        </li>
        <li>
          <i style={{ background: '#9fcdea' }} />
          {people.steps}
        </li>
        <li>
          <i style={{ background: '#d98a00' }} />
          {people.agreed}
        </li>
      </ul>
      <Chart weeks={load.weeks} today={shell.today} />
      <details className={styles.more}>
        <summary>{people.asTable}</summary>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- by keyboard, what scrolls is scrolled from within. */}
        <section className={styles.scroll} tabIndex={0} aria-label={people.asTable}>
          <Weeks weeks={load.weeks} />
        </section>
      </details>
    </Panel>
  );
}

const height = 120;
const step = 24;

/** The table below says all of it: to those who do not see it, the picture is nothing. Time runs as the language does. */
function Chart({ weeks, today }: { readonly weeks: readonly Week[]; readonly today: string }) {
  const { direction, week: name } = useSpeech();
  const most = Math.max(4, ...weeks.map((week) => sum(barsOf(week))));
  const width = weeks.length * step;
  const now = weeks.findIndex(({ isComing }) => isComing);
  const at = (index: number): number => (direction === 'rtl' ? width - (index + 1) * step : index * step);
  const edge = direction === 'rtl' ? at(now) + step : at(now);
  return (
    <svg className={styles.chart} viewBox={`0 -20 ${width} ${height + 46}`} aria-hidden direction="ltr">
      {weeks.map((week, index) => (
        <g key={week.week} transform={`translate(${at(index)})`}>
          <Stack bars={barsOf(week)} most={most} />
          {index % 4 === 1 ? (
            <text
              className={index % 8 === 1 ? '' : styles.between}
              x={step / 2}
              y={height + 20}
              textAnchor="middle"
              fill="#4a5b6b"
            >
              {name(week.week)}
            </text>
          ) : null}
        </g>
      ))}
      <line x1="0" x2={width} y1={height} y2={height} stroke="#8896a5" />
      <line x1={edge} x2={edge} y1="-2" y2={height} stroke="#a4161a" strokeDasharray="3 3" />
      <text x={edge} y="-5" textAnchor="middle" fill="#a4161a">
        {today}
      </text>
    </svg>
  );
}

type Bar = { readonly count: number; readonly fill: string };

const barsOf = ({ isComing, notices, due, steps, agreed }: Week): readonly Bar[] =>
  isComing
    ? [
        { count: due, fill: '#00558c' },
        { count: steps, fill: '#9fcdea' },
        { count: agreed, fill: '#d98a00' },
      ]
    : [{ count: notices, fill: '#6b7c8d' }];

const sum = (bars: readonly Bar[]): number => bars.reduce((total, { count }) => total + count, 0);

function Stack({ bars, most }: { readonly bars: readonly Bar[]; readonly most: number }) {
  const tops = bars.map((_, index) => sum(bars.slice(0, index + 1)));
  return bars.map(({ count, fill }, index) =>
    count === 0 ? null : (
      <rect
        key={fill}
        x="3"
        width={step - 6}
        y={height - ((tops[index] ?? 0) / most) * height}
        height={(count / most) * height}
        fill={fill}
      />
    ),
  );
}

function Weeks({ weeks }: { readonly weeks: readonly Week[] }) {
  const { words, number, date } = useSpeech();
  const { people } = words;
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          {(['week', ...past, ...coming] as const).map((column) => (
            <Table.Th scope="col" key={column}>
              {people[column]}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {weeks.map((week) => (
          <Table.Tr key={week.week}>
            <Table.Th scope="row" fw={400}>
              {date(week.week)}
            </Table.Th>
            {[...past, ...coming].map((column) => (
              <Table.Td key={column}>{week[column] === 0 ? '' : number(week[column])}</Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Which roles are held, for which State, and in how many follow-ups. */
export function Holds({ load, names }: { readonly load: Load; readonly names?: ReadonlyMap<string, string> }) {
  const { words, number, stateName } = useSpeech();
  const { people, shared } = words;
  return (
    <Panel title={people.holds}>
      <dl className={styles.facts}>
        <div>
          <dt>{people.openWork}:</dt>
          <dd>{number(load.open)}</dd>
        </div>
        <div>
          <dt>{people.lateWork}:</dt>
          <dd className={load.late > 0 ? styles.bad : ''}>{number(load.late)}</dd>
        </div>
      </dl>
      {load.holds.length === 0 ? <p className="soft">{people.nothingAsked}</p> : null}
      <ul className={styles.list}>
        {load.holds.map(({ contactId, stateCode, role, isOfState, open, late }) => (
          <li key={`${contactId} ${stateCode} ${role}`}>
            {names === undefined ? null : (
              <>
                <Way to={`/contacts/${contactId}`}>
                  <bdi>{names.get(contactId) ?? contactId}</bdi>
                </Way>
                {': '}
              </>
            )}
            {shared.roles[role]} · <Way to={`/states/${stateCode}`}>{stateName(stateCode)}</Way>{' '}
            <small className="soft">
              ({isOfState ? people.ofState : people.single}) · {people.openWork}: {number(open)}
              {late === 0 ? '' : ` · ${people.lateWork}: ${number(late)}`}
            </small>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
