import { fill } from '../../words/plurals.ts';
import { useSpeech } from '../app/speech.tsx';
import type { Schemas } from '../client/types.ts';
import styles from './outcomes.module.css';
import { Way } from './way.tsx';
import { When } from './when.tsx';

type Outcome = Schemas['Outcome'];
type Given = {
  readonly outcomes: readonly Outcome[];
  /** Where they come from several States or sources, each says which. */
  readonly hasOrigin?: boolean;
  /** Room to write beside each. */
  readonly hasNotes?: boolean;
};

/** Recommendations with what became of each; made to be read on paper too. */
export function Outcomes({ outcomes, hasOrigin = false, hasNotes = false }: Given) {
  return (
    <ol className={styles.list}>
      {outcomes.map((outcome) => (
        <li key={outcome.id} className={styles.outcome}>
          <Asked outcome={outcome} hasOrigin={hasOrigin} />
          <Axes outcome={outcome} />
          <Became outcome={outcome} />
          {hasNotes ? <Notes /> : null}
        </li>
      ))}
    </ol>
  );
}

function Asked({ outcome, hasOrigin }: { readonly outcome: Outcome; readonly hasOrigin: boolean }) {
  const { words, stateName } = useSpeech();
  const { id, paragraph, text, stateCode, sourceTitle } = outcome;
  return (
    <div className={styles.asked}>
      {hasOrigin ? (
        <small className="soft">
          {stateName(stateCode)} · <bdi>{sourceTitle}</bdi>
        </small>
      ) : null}
      <p dir="auto">
        {paragraph === null ? null : <b>{paragraph} </b>}
        {text}
      </p>
      <small className="no-print">
        <Way to={`/recommendations/${id}`}>
          {words.terms.recommendation} {paragraph}
          <span className="visually-hidden"> {text.slice(0, 60)}</span>
        </Way>
      </small>
    </div>
  );
}

/** The four axes, each under its own name. */
function Axes({ outcome }: { readonly outcome: Outcome }) {
  const { words } = useSpeech();
  const { terms, shared } = words;
  const { position, implementation, assessment, status, closureReason, rung, isLate } = outcome;
  const standing = isLate ? terms.readings[rung > 0 ? 'escalated' : 'overdue'] : terms.statuses[status];
  const closed = closureReason === null ? '' : `: ${shared.closures[closureReason]}`;
  return (
    <dl className={styles.axes}>
      <div>
        <dt>{terms.axes.position}</dt>
        <dd>{terms.positions[position]}</dd>
      </div>
      <div>
        <dt>{terms.axes.implementation}</dt>
        <dd>{implementation === null ? terms.notClaimed : shared.implementations[implementation]}</dd>
      </div>
      <div>
        <dt>{terms.axes.assessment}</dt>
        <dd>{assessment === null ? terms.notAssessed : `${assessment}, ${shared.assessments[assessment]}`}</dd>
      </div>
      <div data-late={isLate}>
        <dt>{terms.axes.status}</dt>
        <dd>
          {standing}
          {closed}
          {rung > 0 && status !== 'closed' ? ` · ${fill(terms.rung, { rung: String(rung) })}` : ''}
        </dd>
      </div>
    </dl>
  );
}

function Became({ outcome }: { readonly outcome: Outcome }) {
  const { words, number, date } = useSpeech();
  const { sources, terms } = words;
  const { lastWords, closing, milestones, waitsFor, dueAt, status, stateCode, targetOn, assessmentReason } = outcome;
  const isRunning = status === 'open' || status === 'paused' || status === 'under-verification';
  return (
    <div className={styles.became}>
      {lastWords === null && isRunning ? <p className="soft">{sources.silence}</p> : null}
      {lastWords === null ? null : (
        <p>
          <b>{sources.lastWords}</b> (<When at={lastWords.at} stateCode={stateCode} />
          ): <q dir="auto">{lastWords.note}</q>
        </p>
      )}
      {assessmentReason === null ? null : (
        <p>
          <b>{terms.axes.assessment}</b>: <span dir="auto">{assessmentReason}</span>
        </p>
      )}
      {closing === null ? null : (
        <p>
          <b>{sources.closing}</b> (<When at={closing.at} stateCode={stateCode} />
          ): <span dir="auto">{closing.note}</span>
          {closing.evidence === null ? null : (
            <>
              {' '}
              {sources.evidence}:{' '}
              <a href={closing.evidence.url}>{closing.evidence.description || closing.evidence.url}</a>
            </>
          )}
        </p>
      )}
      <p className="soft">
        {[
          ...(milestones.all === 0
            ? []
            : [
                `${sources.milestones}: ${fill(sources.ofAll, { done: number(milestones.completed), all: number(milestones.all) })}`,
              ]),
          ...(targetOn === null ? [] : [`${sources.target}: ${date(targetOn)}`]),
          ...(isRunning && waitsFor !== null ? [`${sources.waitsFor}: ${terms.waits[waitsFor]}`] : []),
        ].join(' · ')}
        {isRunning && dueAt !== null ? (
          <>
            {' · '}
            {terms.due}: <When at={dueAt} stateCode={stateCode} />
          </>
        ) : null}
      </p>
    </div>
  );
}

const Notes = () => {
  const { words } = useSpeech();
  return (
    <div className={styles.notes}>
      <small className="soft">{words.sources.notes}</small>
    </div>
  );
};
