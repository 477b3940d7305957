import { Link } from '@tanstack/react-router';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import { useApi } from '../../client/use-api.ts';
import type { Schemas } from '../../client/types.ts';
import { Page } from '../../parts/page.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { When } from '../../parts/when.tsx';
import { usePlaybookWords } from '../../words/playbook-words.ts';
import styles from './playbooks.module.css';
import { useMay } from '../../app/who.tsx';

/** What new follow-ups start with, and what is being moved at the moment. */
export function Playbooks() {
  const words = usePlaybookWords();
  const { data, error, refetch } = useApi('GET /playbooks', {});
  return (
    <Page title={words.title} lead={words.lead}>
      {error ? <Trouble problem={error} retry={() => void refetch()} /> : null}
      <UnderWay />
      <ul className={`panel ${styles.list}`} aria-busy={data === undefined && error === null}>
        {data?.map((playbook) => (
          <Line key={playbook.key} playbook={playbook} />
        ))}
      </ul>
    </Page>
  );
}

function Line({ playbook }: { readonly playbook: Schemas['Playbook'] }) {
  const words = usePlaybookWords();
  const { number } = useSpeech();
  const { key, title, version, cadence, ladder, milestones, origin } = playbook;
  const facts: readonly (readonly [label: string, value: string])[] = [
    [words.list.asks, fill(words.days, { days: number(cadence.everyDays) })],
    [words.list.rungs, number(ladder.length)],
    [words.list.milestones, number(milestones.length)],
    [words.list.version, number(version)],
    [words.list.from, words.origins[origin]],
  ];
  return (
    <li>
      <Link to="/playbooks/$key" params={{ key }}>
        <bdi lang="en">{title}</bdi>
      </Link>
      <dl>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

/** Whoever left the page of a batch finds it here. */
function UnderWay() {
  const words = usePlaybookWords();
  const { number } = useSpeech();
  const isWanted = useMay()('batches.read');
  const { data } = useApi('GET /batches', { query: { limit: 20 } }, { isWanted });
  const going = data?.items.filter(({ kind, isFinished }) => kind === 'adopt-playbook' && !isFinished) ?? [];
  if (going.length === 0) return null;
  return (
    <section className={`panel ${styles.block}`} aria-labelledby="under-way">
      <h2 id="under-way" className={styles.heading}>
        {words.underWay}
      </h2>
      <ul>
        {going.map(({ id, reason, total, counts, createdAt }) => (
          <li key={id}>
            <Link to="/playbooks/batches/$id" params={{ id }}>
              <bdi>{reason}</bdi>
            </Link>{' '}
            <When at={createdAt} hasTime /> ·{' '}
            {fill(words.batch.progress, { done: number(total - counts.pending), total: number(total) })}
          </li>
        ))}
      </ul>
    </section>
  );
}
