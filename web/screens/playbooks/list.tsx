import { Badge } from '@mantine/core';
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

/** What new follow-ups start with, and what is being moved at the moment. */
export function Playbooks() {
  const words = usePlaybookWords();
  const { data, error, refetch } = useApi('GET /playbooks', {});
  return (
    <Page title={words.title} lead={words.lead}>
      {error ? <Trouble problem={error} retry={() => void refetch()} /> : null}
      <UnderWay />
      <div
        className={`panel ${styles.block}`}
        aria-busy={data === undefined && error === null}
        style={{ overflowX: 'auto' }}
      >
        <table className={styles.table}>
          <caption className="visually-hidden">{words.title}</caption>
          <thead>
            <tr>
              <th scope="col">{words.fields.title}</th>
              <th scope="col">{words.list.asks}</th>
              <th scope="col">{words.list.rungs}</th>
              <th scope="col">{words.list.milestones}</th>
              <th scope="col">{words.list.version}</th>
              <th scope="col">{words.list.from}</th>
            </tr>
          </thead>
          <tbody>
            {data?.map((playbook) => (
              <Line key={playbook.key} playbook={playbook} />
            ))}
          </tbody>
        </table>
      </div>
    </Page>
  );
}

function Line({ playbook }: { readonly playbook: Schemas['Playbook'] }) {
  const words = usePlaybookWords();
  const { number } = useSpeech();
  const { key, title, version, cadence, ladder, milestones, origin } = playbook;
  return (
    <tr>
      <td>
        <Link to="/playbooks/$key" params={{ key }} lang="en" dir="ltr">
          {title}
        </Link>
      </td>
      <td className={styles.nowrap}>{fill(words.days, { days: number(cadence.everyDays) })}</td>
      <td>{number(ladder.length)}</td>
      <td>{number(milestones.length)}</td>
      <td>{number(version)}</td>
      <td>
        <Origin origin={origin} />
      </td>
    </tr>
  );
}

export function Origin({ origin }: Pick<Schemas['Playbook'], 'origin'>) {
  const { origins } = usePlaybookWords();
  return (
    <Badge variant="outline" color="dark" radius="sm" styles={{ root: { textTransform: 'none' } }}>
      {origins[origin]}
    </Badge>
  );
}

/** Whoever left the page of a batch finds it here. */
function UnderWay() {
  const words = usePlaybookWords();
  const { number } = useSpeech();
  const { data } = useApi('GET /batches', { query: { limit: 20 } });
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
