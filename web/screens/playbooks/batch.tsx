import { Progress } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import { call, type AnswerOf, type ApiProblem } from '../../client/call.ts';
import { Page } from '../../parts/page.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { When } from '../../parts/when.tsx';
import { usePlaybookWords } from '../../words/playbook-words.ts';
import { Because } from './adoption-previews.tsx';
import styles from './playbooks.module.css';

const lookEveryMs = 1_000;

/** How far moving many follow-ups is; it goes on without this page. */
export function BatchScreen() {
  const { id } = useParams({ from: '/playbooks/batches/$id' });
  const words = usePlaybookWords();
  const { data, error, refetch } = useQuery<AnswerOf<'GET /batches/{id}'>, ApiProblem>({
    queryKey: ['GET /batches/{id}', { path: { id } }],
    queryFn: ({ signal }) => call('GET /batches/{id}', { path: { id }, signal }),
    refetchInterval: ({ state }) => (state.data?.isFinished === true ? false : lookEveryMs),
  });
  return (
    <Page title={data?.isFinished === true ? words.batch.done : words.batch.title}>
      <Link to="/playbooks">{words.title}</Link>
      {error ? <Trouble problem={error} retry={() => void refetch()} /> : null}
      <section className={`panel ${styles.block}`} aria-busy={data === undefined && error === null}>
        {data === undefined ? null : <Standing batch={data} />}
      </section>
    </Page>
  );
}

function Standing({ batch }: { readonly batch: AnswerOf<'GET /batches/{id}'> }) {
  const { batch: words } = usePlaybookWords();
  const { number } = useSpeech();
  const { total, counts, isFinished, undone, reason, createdAt } = batch;
  const done = total - counts.pending;
  return (
    <>
      <p style={{ marginTop: 0 }}>
        <bdi>{reason}</bdi>{' '}
        <span className="soft">
          {words.startedAt}: <When at={createdAt} hasTime />
        </span>
      </p>
      <Progress.Root size="lg">
        <Progress.Section
          value={total === 0 ? 100 : (done / total) * 100}
          aria-label={isFinished ? words.done : words.title}
        />
      </Progress.Root>
      <output style={{ display: 'block' }}>
        {fill(words.progress, { done: number(done), total: number(total) })}.{' '}
        {isFinished ? words.finished : words.leave}
      </output>
      <dl className={styles.totals}>
        {(['done', 'pending', 'refused', 'failed'] as const).map((each) => (
          <div key={each} className={styles.total}>
            <dt className="soft">{words.counts[each]}</dt>
            <dd style={{ margin: 0 }}>
              <strong>{number(counts[each])}</strong>
            </dd>
          </div>
        ))}
      </dl>
      {undone.length === 0 ? null : (
        <>
          <h2 className={styles.heading}>{words.undone}</h2>
          <ul>
            {undone.map(({ code, count, recommendationIds }) => (
              <li key={code}>
                {number(count)}: <Because code={code} />
                <div>
                  {recommendationIds.slice(0, 10).map((id) => (
                    <div key={id}>
                      <Link to="/recommendations/$id" params={{ id }}>
                        {id}
                      </Link>
                    </div>
                  ))}
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
