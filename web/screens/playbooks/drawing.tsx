import type { Mark, Picture } from '../../../domain/forecast/picture.ts';
import { fill } from '../../../words/plurals.ts';
import type { PlaybookWords } from '../../words/playbook-words.ts';
import styles from './playbooks.module.css';

type Given = {
  readonly picture: Picture;
  readonly words: PlaybookWords;
  readonly isRtl: boolean;
  readonly label: string;
  readonly number: (value: number) => string;
};

const width = 900;
const margin = 14;
const laneHeight = 58;
const barHeight = 24;

/** The line of time: it runs with the language, from the right in Arabic. Whoever cannot see it has the table beside it. */
export function Drawing({ picture, words, isRtl, label, number }: Given) {
  const x = (day: number): number => {
    const along = margin + (Math.min(day, picture.days) / picture.days) * (width - 2 * margin);
    return isRtl ? width - along : along;
  };
  const shown = picture.milestones.filter(({ usually }) => usually.fromDays <= picture.days);
  const limits = picture.limits.filter(({ day }) => day <= picture.days);
  const dated = picture.events.filter(({ dates }) => dates.length > 0);
  const top = { answered: 30, silent: 30 + laneHeight, milestones: 30 + 2 * laneHeight };
  const limitsTop = top.milestones + (shown.length === 0 ? 0 : 24 + shown.length * barHeight);
  const eventsTop = limitsTop + (limits.length === 0 ? 0 : laneHeight);
  const height = eventsTop + (dated.length === 0 ? 0 : laneHeight) + 6;
  const lane = (y: number, title: string) => (
    <text x={x(0)} y={y + 12} className={styles.laneTitle}>
      {title}
    </text>
  );
  return (
    <figure aria-label={`${label}. ${words.picture.describes}`} style={{ margin: 0 }}>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className={styles.drawing}>
        <Axis
          days={picture.days}
          x={x}
          height={height}
          number={number}
          first={fill(words.picture.month, { month: number(0) })}
        />
        {lane(top.answered, words.picture.lanes.answered)}
        <Marks marks={picture.answered} x={x} y={top.answered + 34} />
        {lane(top.silent, words.picture.lanes.silent)}
        <Marks marks={picture.silent} x={x} y={top.silent + 34} />
        {shown.length === 0 ? null : lane(top.milestones, words.picture.lanes.milestones)}
        {shown.map(({ key, title, usually, isClosing }, index) => {
          const y = top.milestones + 20 + index * barHeight;
          const [from, to] = [x(usually.fromDays), x(usually.toDays)];
          return (
            <g key={key}>
              <rect
                x={Math.min(from, to)}
                y={y}
                width={Math.max(3, Math.abs(to - from))}
                height={18}
                rx={4}
                className={isClosing ? styles.closingBar : styles.bar}
              />
              <Title text={title} from={from} isRtl={isRtl} y={y + 13} />
            </g>
          );
        })}
        {limits.length === 0 ? null : lane(limitsTop, words.picture.lanes.limits)}
        {limits.map(({ key, day, rung }) => (
          <g key={key} transform={`translate(${x(day)} ${limitsTop + 34})`}>
            <path d="M0 10V-10L12 -4L0 2" className={styles.flag} />
            <text x={isRtl ? -14 : 14} y={12} className={styles.small}>
              {number(rung)}
            </text>
          </g>
        ))}
        {dated.length === 0 ? null : lane(eventsTop, words.picture.lanes.events)}
        {dated.flatMap(({ event, asks, remindBeforeDays, dates }) =>
          dates.flatMap(({ day }) => [
            ...remindBeforeDays
              .filter((before) => day - before >= 0)
              .map((before) => (
                <line
                  key={`${event} ${asks} ${day} ${before}`}
                  x1={x(day - before)}
                  x2={x(day - before)}
                  y1={eventsTop + 28}
                  y2={eventsTop + 40}
                  className={styles.tick}
                />
              )),
            <path
              key={`${event} ${asks} ${day}`}
              d={`M${x(day)} ${eventsTop + 26}l8 8l-8 8l-8 -8z`}
              className={styles.event}
            />,
          ]),
        )}
      </svg>
    </figure>
  );
}

/** A name beside its bar: on it where there is room, before it where the end of the line is near. */
function Title({
  text,
  from,
  isRtl,
  y,
}: {
  readonly text: string;
  readonly from: number;
  readonly isRtl: boolean;
  readonly y: number;
}) {
  const room = isRtl ? from : width - from;
  const isTurned = room < width / 2;
  const most = Math.floor((isTurned ? width - room : room) / 6.4) - 2;
  const short = text.length > most ? `${text.slice(0, most - 1)}…` : text;
  const isLeftward = isTurned !== isRtl;
  return (
    // What a playbook says is English, and runs as English does.
    <text
      x={from + (isLeftward ? -6 : 6)}
      y={y}
      direction="ltr"
      lang="en"
      textAnchor={isLeftward ? 'end' : 'start'}
      className={styles.name}
    >
      {short}
    </text>
  );
}

function Axis({
  days,
  x,
  height,
  number,
  first,
}: {
  readonly first: string;
  readonly days: number;
  readonly x: (day: number) => number;
  readonly height: number;
  readonly number: (value: number) => string;
}) {
  const everyMonths = days > 1_500 ? 12 : days > 800 ? 6 : 3;
  const months = Array.from({ length: Math.floor(days / 30.44 / everyMonths) + 1 }, (_, index) => index * everyMonths);
  return months.map((month) => {
    const at = x((month * 365) / 12);
    return (
      <g key={month}>
        <line x1={at} x2={at} y1={18} y2={height} className={styles.grid} />
        <text x={at} y={12} textAnchor={month === 0 ? 'start' : 'middle'} className={styles.small}>
          {month === 0 ? first : number(month)}
        </text>
      </g>
    );
  });
}

function Marks({
  marks,
  x,
  y,
}: {
  readonly marks: readonly Mark[];
  readonly x: (day: number) => number;
  readonly y: number;
}) {
  return marks.map((mark, index) => {
    const at = x(mark.day);
    const key = `${mark.kind} ${mark.day} ${index}`;
    switch (mark.kind) {
      case 'check-in':
        return <circle key={key} cx={at} cy={y} r={6.5} className={styles.checkIn} />;
      case 'reminder':
        return <line key={key} x1={at} x2={at} y1={y - 6} y2={y + 6} className={styles.tick} />;
      case 'rung':
        return (
          <g key={key}>
            <rect x={at - 8} y={y - 9} width={16} height={18} rx={3} className={styles.rung} />
            <text x={at} y={y + 4.5} textAnchor="middle" className={styles.rungNumber}>
              {mark.rung}
            </text>
          </g>
        );
      case 'limit':
        return (
          <path key={key} d={`M${at} ${y + 10}V${y - 10}L${at + 10} ${y - 5}L${at} ${y}`} className={styles.flag} />
        );
      case 'ladder-end':
        return <path key={key} d={`M${at - 6} ${y - 6}l12 12m0 -12l-12 12`} className={styles.end} />;
    }
  });
}
