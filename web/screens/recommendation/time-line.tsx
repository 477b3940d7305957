import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import type { FollowUpEvent, StepKind } from '../../../domain/follow-up/events.ts';
import type { NoticeKind } from '../../../domain/follow-up/notices.ts';
import type { Role } from '../../../domain/follow-up/roles.ts';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import type { Schemas } from '../../client/types.ts';
import { useApi } from '../../client/use-api.ts';
import { ContactName } from '../../parts/contact-name.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { When } from '../../parts/when.tsx';
import type { One } from './recommendation.tsx';
import { evidenceIn, textsIn, titleValues } from './said.ts';
import styles from './one.module.css';
import { useMay } from '../../app/who.tsx';

const latestShown = 8;
const nextShown = 6;
const moreShown = 30;

/** What happened and what will, with today between them: read downwards, as a life is told. */
export function TimeLine({ one }: { readonly one: One }) {
  const { words } = useSpeech();
  const { id } = one;
  const mayForecast = useMay()('simulations.run');
  const { data: past, error } = useApi('GET /recommendations/{id}/timeline', { path: { id } });
  const { data: forecast } = useApi(
    'GET /recommendations/{id}/forecast',
    { path: { id }, query: { years: 2 } },
    { isWanted: mayForecast && one.status !== 'closed' },
  );
  const { data: installation } = useApi('GET /installation', {});
  const [earlier, setEarlier] = useState(latestShown);
  const [later, setLater] = useState(nextShown);
  // That dates were planned is seen by the dates themselves.
  const happened = past?.filter(({ type }) => type !== 'StepsPlanned') ?? [];
  const ahead = forecast?.entries.filter(({ event }) => event !== 'RoundOpened' && event !== 'StepsPlanned') ?? [];
  const now = installation?.now;
  return (
    <section className={styles.section}>
      <h2>{words.one.timeline}</h2>
      <p className="soft">{words.one.timelineHint}</p>
      {error ? <Trouble problem={error} /> : null}
      {past === undefined && !error ? <Skeleton height={240} /> : null}
      {happened.length > earlier ? (
        <Button size="compact-sm" variant="subtle" mb="xs" onClick={() => setEarlier(earlier + moreShown)}>
          {words.shell.more}
        </Button>
      ) : null}
      <ol className={styles.line}>
        {happened.slice(-earlier).map((entry) => (
          <Past key={entry.eventId} entry={entry} stateCode={one.stateCode} />
        ))}
        <li className={styles.today} aria-current="date">
          <span>{words.shell.today}</span>
          <span />
          <div>{now === undefined ? null : <When at={now} stateCode={one.stateCode} hasTime />}</div>
        </li>
        {ahead.slice(0, later).map((entry, index) => (
          <Ahead key={`${entry.at}-${String(index)}`} entry={entry} stateCode={one.stateCode} />
        ))}
      </ol>
      {forecast?.isStarted === false ? <p className="soft">{words.one.beforeStart}</p> : null}
      {ahead.length > later ? (
        <Button size="compact-sm" variant="subtle" onClick={() => setLater(later + moreShown)}>
          {words.shell.more}
        </Button>
      ) : null}
    </section>
  );
}

type PastEntry = Schemas['TimelineEntry'];

function Past({ entry, stateCode }: { readonly entry: PastEntry; readonly stateCode: string }) {
  const { words, date } = useSpeech();
  const { at, type, data, notices } = entry;
  const title = words.one.events[type as FollowUpEvent['type']] ?? type;
  const kind = (data['step'] as { readonly kind?: StepKind } | undefined)?.kind;
  const role = data['role'] as Role | undefined;
  return (
    <li>
      <When at={at} stateCode={stateCode} />
      <span className={styles.dot} />
      <div>
        <strong>
          {fill(title, titleValues(data, date))}
          {kind === undefined ? '' : `: ${words.terms.steps[kind]}`}
          {role === undefined ? '' : `: ${words.shared.roles[role]}`}
        </strong>
        {textsIn(data).map((text) => (
          <p key={text} className={styles.said} dir="auto">
            {text}
          </p>
        ))}
        {evidenceIn(data).map(({ url, description }) => (
          <p key={url} className={styles.said}>
            <a href={url} target="_blank" rel="noreferrer noopener">
              <bdi>{description || url}</bdi>
            </a>
          </p>
        ))}
        <Told notices={notices} />
      </div>
    </li>
  );
}

type AheadEntry = Schemas['Forecast']['entries'][number];

function Ahead({ entry, stateCode }: { readonly entry: AheadEntry; readonly stateCode: string }) {
  const { words } = useSpeech();
  const { one } = words;
  const [first] = entry.notices;
  // A step that falls due is known by what it says to people.
  const title =
    entry.event === 'StepFellDue' && first !== undefined
      ? words.shared.notices[first.kind as NoticeKind]
      : (one.events[entry.event as FollowUpEvent['type']] ?? entry.event);
  return (
    <li className={styles.future}>
      <When at={entry.at} stateCode={stateCode} />
      <span className={styles.dot} />
      <div>
        {fill(title, { rung: String(entry.rung ?? ''), date: '', number: '' })}
        <span className="soft">
          {' '}
          · {one.ifNobodyAnswers}
          {entry.assumesApproval ? ` · ${one.assumesApproval}` : ''}
        </span>
        <Told notices={entry.notices} without={title} />
      </div>
    </li>
  );
}

type ToldNotice = { readonly kind: string; readonly role: string; readonly contactId: string | null };

/** Who was, or would be, told what. */
function Told({ notices, without }: { readonly notices: readonly ToldNotice[]; readonly without?: string }) {
  const { shared, one } = useSpeech().words;
  if (notices.length === 0) return null;
  return (
    <ul className={styles.told}>
      {notices.map(({ kind, role, contactId }, index) => (
        <li key={`${kind} ${role} ${String(index)}`}>
          {shared.notices[kind as NoticeKind] === without ? '' : `${shared.notices[kind as NoticeKind]} · `}
          {one.to}: {shared.roles[role as Role]} · <ContactName id={contactId} />
        </li>
      ))}
    </ul>
  );
}
