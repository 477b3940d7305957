import { ICalCalendar, ICalEventTransparency } from 'ical-generator';
import { listAgreedOf } from '../db/queries/agreed-points.ts';
import { listDialogue, type DialogueRow } from '../db/queries/dialogue.ts';
import { listDatedWork, type DatedWork } from '../db/queries/held-work.ts';
import { localDateOf } from '../db/local-date.ts';
import type { ContactRow } from '../db/register/contacts.ts';
import type { Step } from '../domain/follow-up/events.ts';
import type { Role } from '../domain/follow-up/roles.ts';
import { stateByCode } from '../domain/reference/states.ts';
import { addDays, type CalendarDate, type Instant } from '../domain/time.ts';
import { fill } from '../words/plurals.ts';
import { wordsFor, type Words } from '../words/words.ts';
import { nowOf, type AppDeps } from './deps.ts';

/** The nearest dates: nobody reads more in a calendar, and some programs give up on large ones. */
const mostFollowUps = 1_000;
const mostOthers = 200;
const keptDays = 30;

/** A date, or an instant, on a person's calendar. Nothing in it changes unless what it is about has changed. */
type Entry = {
  readonly uid: string;
  readonly on: CalendarDate;
  readonly at?: Instant;
  readonly until?: CalendarDate;
  readonly title: string;
  readonly body: readonly string[];
  readonly url?: string;
  readonly changedAt: Instant;
  readonly version: number;
};

/** The dates of one person as iCalendar (RFC 5545): the same text for as long as nothing has changed. */
export async function calendarOf(deps: AppDeps, contact: ContactRow): Promise<string> {
  const words = wordsFor(contact.language);
  const from = addDays(nowOf(deps).slice(0, 10), -keptDays);
  const [work, agreed, meetings] = await Promise.all([
    listDatedWork(deps.db, contact.id, mostFollowUps),
    listAgreedOf(deps.db, contact.id, { from, limit: mostOthers }),
    listDialogue(
      deps.db,
      { contactId: contact.id, isPlanned: true, isWithdrawn: false, from },
      { sort: { by: 'heldAt', direction: 'asc' }, limit: mostOthers },
    ),
  ]);
  const entries = [
    ...work.flatMap((each) => datesOf(each, words, deps.publicUrl)),
    ...agreed.map(({ dialogue_id, number, version, changed_at, point, due_on }) => ({
      uid: `agreed-${number}.${dialogue_id}`,
      on: due_on,
      title: fill(words.feed.agreed, { text: point }),
      body: [],
      changedAt: changed_at,
      version,
    })),
    ...meetings.lines.map((row) => meetingOf(row, words)),
  ];
  return written(entries, words, new URL(deps.publicUrl).hostname);
}

/** Roles that read the screens; all others answer from their mail. */
const officeRoles: readonly Role[] = ['desk-officer', 'manager', 'resident-coordinator', 'high-commissioner'];

function datesOf(work: DatedWork, words: Words, publicUrl: string): readonly Entry[] {
  const { id, state_code, state, waits_for, next_step_at, version, updated_at } = work;
  const { feed } = words;
  const zone = stateByCode(state_code)?.timeZone ?? 'UTC';
  const isOffice = work.roles.some((role) => officeRoles.includes(role));
  const entry = (what: string, on: CalendarDate, title: string): Entry => ({
    uid: `${what}.${id}`,
    on,
    title: fill(title, { state: words.stateName(state_code) }),
    body: bodyOf(work, words),
    ...(isOffice ? { url: `${publicUrl}/recommendations/${id}` } : {}),
    changedAt: updated_at,
    version,
  });
  if (state.status !== 'open') return [];
  const { round } = state;
  return [
    ...(round !== null && round.answeredAt === null ? [entry(`round-${round.number}`, round.dueOn, feed.due)] : []),
    ...(waits_for === 'next-check-in' && next_step_at !== null
      ? [entry('next-question', localDateOf(next_step_at, zone), feed.opens)]
      : []),
    ...(state.targetOn === null ? [] : [entry('target', state.targetOn, feed.target)]),
    ...state.watches.map((step) => entry(`limit-${limitOf(step)}`, localDateOf(step.dueAt, zone), feed.limit)),
  ];
}

/** A limit keeps its name when it is planned anew; the step that watches it does not. */
const limitOf = (step: Step): string => (step.kind === 'milestone-limit' ? step.limit : step.id);

/** The words of the recommendation, as its addressees know them; no note and no name of a person. */
function bodyOf({ text, source_title, paragraph, roles }: DatedWork, { feed, mail }: Words): readonly string[] {
  const where = paragraph === null ? '' : `${mail.marks.comma}${fill(mail.paragraph, { paragraph })}`;
  return [
    text.length > 600 ? `${Array.from(text).slice(0, 600).join('')}…` : text,
    `${feed.labels.source}${mail.marks.labelled}${source_title}${where}`,
    `${feed.labels.roles}${mail.marks.labelled}${roles.map((role) => mail.roles[role]).join(mail.marks.comma)}`,
  ];
}

const meetingOf = (row: DialogueRow, { feed, mail }: Words): Entry => ({
  uid: `meeting.${row.id}`,
  on: row.held_on,
  ...(row.starts_at === null ? {} : { at: row.starts_at }),
  ...(row.ends_on === null ? {} : { until: row.ends_on }),
  title: fill(feed.planned, { text: row.subject }),
  body: row.place === null ? [] : [`${feed.labels.place}${mail.marks.labelled}${row.place}`],
  changedAt: row.changed_at,
  version: row.version,
});

function written(entries: readonly Entry[], { feed, language }: Words, host: string): string {
  const calendar = new ICalCalendar({
    name: feed.name,
    prodId: { company: 'Relance', product: 'Calendar', language: language.toUpperCase() },
    ttl: 3_600,
  });
  for (const { uid, on, at, until, title, body, url, changedAt, version } of entries)
    calendar.createEvent({
      id: `${uid}@${host}`,
      ...(at === undefined
        ? { allDay: true, start: dayOf(on), ...(until === undefined ? {} : { end: dayOf(addDays(until, 1)) }) }
        : { start: new Date(at) }),
      summary: oneLine(title),
      ...(body.length === 0 ? {} : { description: plain(body.join('\n')) }),
      ...(url === undefined ? {} : { url }),
      sequence: version,
      // Of what is published without a method, the stamp is when it was last changed: RFC 5545, 3.8.7.2.
      stamp: new Date(changedAt),
      lastModified: new Date(changedAt),
      transparency: at === undefined ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    });
  return `${calendar.toString()}\r\n`;
}

const dayOf = (on: CalendarDate): Date => new Date(`${on}T00:00:00.000Z`);
/** Texts hold no control characters: RFC 5545, 3.1. */
const plain = (text: string): string => text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\n]/gu, ' ');
const oneLine = (text: string): string => plain(text).replaceAll(/\s+/g, ' ').trim();
