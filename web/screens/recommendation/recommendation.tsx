import { Skeleton } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import type { Schemas } from '../../client/types.ts';
import { useApi } from '../../client/use-api.ts';
import { ContactName } from '../../parts/contact-name.tsx';
import { Page } from '../../parts/page.tsx';
import { Standing } from '../../parts/standing.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { Way } from '../../parts/way.tsx';
import { On, When } from '../../parts/when.tsx';
import { OwnLetters } from '../letters/own-letters.tsx';
import { PublicationPanel } from '../publication/publication-panel.tsx';
import { Commands } from './commands.tsx';
import { TimeLine } from './time-line.tsx';
import styles from './one.module.css';
import { May } from '../../parts/may.tsx';
import { OnRecord } from '../../parts/on-record.tsx';

/** Evidence comes late in the life of most. */
const EvidencePanel = lazy(async () => ({ default: (await import('./evidence-panel.tsx')).EvidencePanel }));
/** Few recommendations are appeals of a campaign. */
const AppealPanel = lazy(async () => ({ default: (await import('./appeal.tsx')).AppealPanel }));

export type One = Schemas['Recommendation'];

/** One recommendation: the four axes, what is waited for and can be done, and its whole life in one line. */
export function Recommendation() {
  const { words, stateName } = useSpeech();
  const { id } = useParams({ from: '/recommendations/$id' });
  const { data: one, error, refetch } = useApi('GET /recommendations/{id}', { path: { id } });
  if (error)
    return (
      <Page title={words.terms.recommendation}>
        <Trouble problem={error} retry={() => void refetch()} />
      </Page>
    );
  if (one === undefined)
    return (
      <div aria-busy="true">
        <Skeleton height={30} mb="md" />
        <Skeleton height={90} mb="md" />
        <Skeleton height={320} />
      </div>
    );
  const { paragraph, source, stateCode } = one;
  return (
    <Page
      key={id}
      title={`${stateName(stateCode)}${paragraph === null ? '' : ` · ${words.terms.paragraph} ${paragraph}`}`}
      lead={
        <Way to={`/sources/${one.sourceId}`}>
          <bdi>{source.title}</bdi>
        </Way>
      }
    >
      <div className={styles.text}>
        <div dir="auto">{one.text}</div>
      </div>
      <Axes one={one} />
      <div className={styles.grid}>
        <div>
          <Waiting one={one} />
          <TimeLine one={one} />
        </div>
        <div>
          <People one={one} />
          <Milestones one={one} />
          <Suspense>
            <EvidencePanel id={id} />
          </Suspense>
          <May do="letters.read">
            <OwnLetters id={id} />
          </May>
          {one.appeal === null && one.playbook !== 'appeal' ? null : (
            <Suspense>
              <AppealPanel one={one} />
            </Suspense>
          )}
          <May do="mail.read">
            <section className={styles.section}>
              <h2>{words.one.proof}</h2>
              <p className="soft">{words.one.proofHint}</p>
              <Link to="/recommendations/$id/proof" params={{ id }}>
                {words.one.proof}
              </Link>
            </section>
          </May>
          <PublicationPanel about={{ kind: 'recommendation', id }} />
          <OnRecord about={id} />
        </div>
      </div>
    </Page>
  );
}

function Axes({ one }: { readonly one: One }) {
  const { terms, shared } = useSpeech().words;
  const { position, implementation, assessment, closureReason } = one;
  const axes = [
    ['position', terms.positions[position ?? 'pending'], undefined],
    ['implementation', implementation === null ? terms.notClaimed : shared.implementations[implementation], undefined],
    [
      'assessment',
      assessment === null ? terms.notAssessed : `${assessment}: ${shared.assessments[assessment]}`,
      one.assessmentReason,
    ],
  ] as const;
  return (
    <dl className={styles.axes}>
      {axes.map(([axis, value, more]) => (
        <div key={axis} className={styles.axis}>
          <dt>
            {terms.axes[axis]} · {terms.axisBy[axis]}
          </dt>
          <dd>
            {value} {more ? <small dir="auto">{more}</small> : null}
          </dd>
        </div>
      ))}
      <div className={styles.axis}>
        <dt>
          {terms.axes.status} · {terms.axisBy.status}
        </dt>
        <dd>
          <Standing reading={one.reading} rung={one.rung} />{' '}
          {closureReason === null ? null : <small>{shared.closures[closureReason]}</small>}
        </dd>
      </div>
    </dl>
  );
}

function Waiting({ one }: { readonly one: One }) {
  const { words, stateName } = useSpeech();
  const { terms } = words;
  const { waitsFor, question, dueAt, process, extension, draft } = one;
  return (
    <section className={styles.section} aria-label={words.one.whatToDo}>
      <h2>
        {waitsFor === null || waitsFor === 'nothing'
          ? words.one.whatToDo
          : `${words.one.waitsFor}: ${terms.waits[waitsFor]}`}
      </h2>
      {draft === null ? null : (
        <p>
          {fill(terms.rung, { rung: String(draft.rung) })}:{' '}
          {draft.roles.map((role) => words.shared.roles[role]).join(', ')}
        </p>
      )}
      {extension === null ? null : (
        <p>
          {words.one.fields.untilOn} <On date={extension.untilOn} />
        </p>
      )}
      {question === null || one.status === 'closed' ? null : (
        <p>
          {words.one.asked}:{' '}
          <q lang="en" dir="ltr">
            {question}
          </q>{' '}
          {dueAt === null ? null : (
            <>
              · {terms.due} <When at={dueAt} stateCode={one.stateCode} />
            </>
          )}
        </p>
      )}
      {process?.isAgreeing === false ? <output>{words.one.notAgreeing}</output> : null}
      <Commands one={one} stateName={stateName(one.stateCode)} />
    </section>
  );
}

function People({ one: { roles } }: { readonly one: One }) {
  const { one, shared } = useSpeech().words;
  return (
    <section className={styles.section}>
      <h2>{one.people}</h2>
      {roles.length === 0 ? <p className="soft">{one.nobody}</p> : null}
      <ul className={styles.people}>
        {roles.map(({ role, contactId, isReachable, isAway }) => (
          <li key={role}>
            <div className="soft">{shared.roles[role]}</div>
            <ContactName id={contactId} />
            {isReachable ? null : <strong> · {one.unreachable}</strong>}
            {isAway ? <span> · {one.away}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Milestones({ one: { milestones } }: { readonly one: One }) {
  const { words, date, number } = useSpeech();
  const { one } = words;
  if (milestones.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>{one.milestones}</h2>
      <ol className={styles.milestones}>
        {milestones.map(({ key, title, usually, completedOn, isLate }) => (
          <li key={key}>
            <span lang="en">{title}</span>
            <div className="soft">
              {completedOn === null
                ? fill(one.usually, { from: number(usually.fromDays), to: number(usually.toDays) })
                : `✓ ${fill(one.reachedOn, { date: date(completedOn) })}`}
              {isLate ? <strong> · {one.late}</strong> : null}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
