import { useSpeech } from '../app/speech.tsx';
import styles from './figures.module.css';
import { Way } from './way.tsx';

export type Figure = {
  readonly label: string;
  readonly count: number;
  readonly to: string;
  readonly search: Readonly<Record<string, string>>;
};

/** Figures that each lead to the list of what they count. */
export function Figures({ title, figures }: { readonly title: string; readonly figures: readonly Figure[] }) {
  const { number } = useSpeech();
  const shown = figures.filter(({ count }) => count > 0);
  if (shown.length === 0) return null;
  return (
    <div className={styles.group}>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.figures}>
        {shown.map(({ label, count, to, search }) => (
          <li key={label}>
            <Way to={to} search={search} className={styles.figure}>
              <b>{number(count)}</b> {label}
            </Way>
          </li>
        ))}
      </ul>
    </div>
  );
}
