import { Link } from '@tanstack/react-router';
import { useSpeech } from '../../app/speech.tsx';
import { useApi } from '../../client/use-api.ts';
import { Shown } from '../../parts/shown.tsx';
import { Standing } from '../../parts/standing.tsx';
import { When } from '../../parts/when.tsx';
import styles from './today.module.css';

const waitsForAnswer = ['escalated', 'overdue', 'action-needed'] as const;
const mostShown = 20;

/** What somebody who answers for a State or an institution has to answer, the nearest date first. */
export function AskedOfMe() {
  const { words, stateName } = useSpeech();
  const { terms, today, access } = words;
  const { mine, mineHint, nothingAsked } = access.covers;
  const found = useApi('GET /recommendations', {
    query: { reading: waitsForAnswer, sort: 'dueAt', limit: mostShown },
  });
  return (
    <section className={styles.card} aria-labelledby="asked-of-me">
      <h2 id="asked-of-me">{mine}</h2>
      <p className="soft">{mineHint}</p>
      <Shown of={found} lines={6}>
        {({ items, nextCursor }) => (
          <>
            {items.length === 0 ? <p>{nothingAsked}</p> : null}
            <ul className={styles.items}>
              {items.map(({ id, stateCode, text, dueAt, reading, rung }) => (
                <li key={id}>
                  <div className="soft">
                    <bdi>{stateName(stateCode)}</bdi>
                    {dueAt === null ? null : (
                      <>
                        {' '}
                        · {terms.due} <When at={dueAt} stateCode={stateCode} />
                      </>
                    )}
                  </div>
                  <Link to="/recommendations/$id" params={{ id }} className={styles.text} dir="auto">
                    {text}
                  </Link>
                  <div className={styles.do}>
                    <Standing reading={reading} rung={rung} />
                  </div>
                </li>
              ))}
            </ul>
            {nextCursor === null ? null : (
              <Link to="/recommendations" search={{ reading: waitsForAnswer.join(','), sort: 'dueAt' }}>
                {today.seeAll}
              </Link>
            )}
          </>
        )}
      </Shown>
    </section>
  );
}
