import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import { useApi } from '../../client/use-api.ts';
import { Panel } from '../../parts/panel.tsx';
import { Shown } from '../../parts/shown.tsx';
import { Way } from '../../parts/way.tsx';
import styles from './sources.module.css';

/** What was said on the mission and after it, as far as everybody may read it, and what was agreed. */
export function Talks({ sourceId }: { readonly sourceId: string }) {
  const { sources } = useSpeech().words;
  const query = { sourceId, withdrawn: 'false', direction: 'asc', limit: 100 } as const;
  const talks = useApi('GET /dialogue', { query });
  return (
    <Panel title={sources.said}>
      <Shown of={talks}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="soft">{sources.noDialogue}</p>
          ) : (
            items.map(({ id }) => <Talk key={id} id={id} />)
          )
        }
      </Shown>
    </Panel>
  );
}

function Talk({ id }: { readonly id: string }) {
  const { words, date } = useSpeech();
  const { sources } = words;
  const talk = useApi('GET /dialogue/{id}', { path: { id } });
  return (
    <Shown of={talk} lines={2}>
      {({ kind, subject, heldOn, endsOn, isPlanned, place, shareable, agreed, hasConfidential }) => (
        <article className={styles.talk}>
          <h3>
            <bdi>{subject}</bdi>
          </h3>
          <small className="soft">
            {sources.talks[kind]} · {date(heldOn)}
            {endsOn === null ? '' : ` – ${date(endsOn)}`}
            {place === null ? '' : ` · ${place}`}
            {isPlanned ? ` · ${sources.planned}` : ''}
          </small>
          {shareable === '' ? null : (
            <p className={styles.said} dir="auto">
              {shareable}
            </p>
          )}
          {agreed.length === 0 ? null : (
            <>
              <b>{sources.agreed}</b>
              <ul>
                {agreed.map(({ point, dueOn }) => (
                  <li key={point}>
                    <bdi>{point}</bdi>
                    {dueOn === null ? '' : ` (${fill(sources.by, { date: date(dueOn) })})`}
                  </li>
                ))}
              </ul>
            </>
          )}
          {hasConfidential ? <p className="soft">{sources.confidential}</p> : null}
          <small className="no-print">
            <Way to={`/meetings/${id}`}>
              {sources.meetingList}
              <span className="visually-hidden">: {subject}</span>
            </Way>
          </small>
        </article>
      )}
    </Shown>
  );
}
