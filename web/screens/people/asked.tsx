import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import type { Schemas } from '../../client/types.ts';
import { usePages } from '../../client/use-pages.ts';
import { More } from '../../parts/more.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Shown } from '../../parts/shown.tsx';
import { Way } from '../../parts/way.tsx';
import { When } from '../../parts/when.tsx';
import styles from './people.module.css';

const perPage = 30;

/** What a person is asked, the nearest date first. */
export function AskedOfContact({ id }: { readonly id: string }) {
  return <Asked pages={usePages('GET /contacts/{id}/work', { path: { id }, query: { limit: perPage } })} />;
}

/** What all people of an institution are asked. */
export function AskedOfInstitution({ id }: { readonly id: string }) {
  return <Asked pages={usePages('GET /institutions/{id}/work', { path: { id }, query: { limit: perPage } })} />;
}

type Pages = ReturnType<typeof usePages<'GET /contacts/{id}/work'>>;

function Asked({ pages }: { readonly pages: Pages }) {
  const { people } = useSpeech().words;
  return (
    <Panel title={people.asked}>
      <Shown of={pages} lines={6}>
        {(items) =>
          items.length === 0 ? (
            <p className="soft">{people.nothingAsked}</p>
          ) : (
            <ul className={styles.list}>
              {items.map((work) => (
                <Work key={work.recommendationId} work={work} />
              ))}
            </ul>
          )
        }
      </Shown>
      <More pages={pages} />
    </Panel>
  );
}

function Work({ work }: { readonly work: Schemas['Work'] }) {
  const { words, stateName } = useSpeech();
  const { terms, shared, sources } = words;
  const { recommendationId, stateCode, text, roles, dueAt, waitsFor, isLate, rung, status } = work;
  return (
    <li>
      <Way to={`/recommendations/${recommendationId}`}>
        <bdi>{text.length > 160 ? `${text.slice(0, 160)}…` : text}</bdi>
      </Way>
      <br />
      <small className="soft">
        {stateName(stateCode)} · {roles.map((role) => shared.roles[role]).join(', ')} · {sources.waitsFor}:{' '}
        {terms.waits[waitsFor]}
        {status === 'open' && dueAt !== null ? (
          <>
            {' · '}
            {terms.due}: <When at={dueAt} stateCode={stateCode} />
          </>
        ) : null}
      </small>
      {isLate ? (
        <small className={styles.bad}>
          {' '}
          {rung > 0 ? fill(terms.rung, { rung: String(rung) }) : terms.readings.overdue}
        </small>
      ) : null}
    </li>
  );
}
