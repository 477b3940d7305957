import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import { useCampaignWords } from '../../words/campaign-words.ts';
import type { ProgressOf } from './campaign-progress.tsx';
import styles from './campaigns.module.css';

const width = 640;
const height = 240;
const edge = { left: 52, right: 16, top: 16, bottom: 30 };

const dayOf = (on: string): number => Date.parse(`${on}T00:00:00Z`) / 86_400_000;

/** The steps of the parties and the straight way to the goal. Time runs from left to right in every language, as on other charts. */
export function ProgressChart({ one: { line, points } }: { readonly one: ProgressOf }) {
  const words = useCampaignWords();
  const { date: write, number, direction } = useSpeech();
  // Within a picture that runs from left to right an Arabic date still reads from right to left.
  const date = (on: string): string => (direction === 'rtl' ? `\u2067${write(on)}\u2069` : write(on));
  const { fromOn, targetOn, fromParties, goal } = line;
  const lastOn = [targetOn, points.at(-1)?.on ?? targetOn].sort().at(-1) ?? targetOn;
  const least = Math.min(fromParties, ...points.map(({ parties }) => parties));
  const x = (on: string): number =>
    edge.left +
    ((dayOf(on) - dayOf(fromOn)) / Math.max(1, dayOf(lastOn) - dayOf(fromOn))) * (width - edge.left - edge.right);
  const y = (parties: number): number =>
    height - edge.bottom - ((parties - least) / Math.max(1, goal - least)) * (height - edge.top - edge.bottom);
  const steps = points
    .map(({ on, parties }, index) => (index === 0 ? `M${x(on)} ${y(parties)}` : `H${x(on)}V${y(parties)}`))
    .join('');
  const last = points.at(-1);
  const label = fill(words.progress.label, { from: write(fromOn), to: write(targetOn) });
  return (
    <figure style={{ margin: 0 }} dir="ltr">
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing within the page is no file. */}
      <svg viewBox={`0 0 ${width} ${height}`} className={styles.chart} role="img" aria-label={label}>
        <path
          d={`M${edge.left} ${edge.top}V${height - edge.bottom}H${width - edge.right}`}
          fill="none"
          stroke="#8896a5"
        />
        {[least, goal].map((value) => (
          <text key={value} x={edge.left - 6} y={y(value) + 4} textAnchor="end">
            {number(value)}
          </text>
        ))}
        <text x={edge.left} y={height - 10}>
          {date(fromOn)}
        </text>
        <text x={width - edge.right} y={height - 10} textAnchor="end">
          {date(lastOn)}
        </text>
        <path
          d={`M${x(fromOn)} ${y(fromParties)}L${x(targetOn)} ${y(goal)}`}
          fill="none"
          stroke="#8a5300"
          strokeWidth="2"
          strokeDasharray="7 5"
        />
        <path d={steps} fill="none" stroke="#00558c" strokeWidth="3" />
        {last === undefined ? null : <circle cx={x(last.on)} cy={y(last.parties)} r="5" fill="#00558c" />}
      </svg>
      <figcaption className="soft" dir="auto">
        <small>
          <b style={{ color: '#00558c' }}>━ {words.progress.parties}</b> ·{' '}
          <b style={{ color: '#8a5300' }}>╌ {words.progress.line}</b>
        </small>
      </figcaption>
    </figure>
  );
}
