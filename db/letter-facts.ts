import type { Transaction } from 'kysely';
import type { FollowUpEvent, LetterKind } from '../domain/follow-up/events.ts';
import { asksForAnswer, noticeKinds } from '../domain/follow-up/notices.ts';
import type { Role } from '../domain/follow-up/roles.ts';
import type { StartedState } from '../domain/follow-up/state.ts';
import { followUpId, type RecommendationId } from '../domain/ids.ts';
import type { AnswerKind, LetterFacts } from '../domain/letters/letter.ts';
import type { Playbook } from '../domain/playbooks/playbook.ts';
import { addDays, type CalendarDate, type Instant } from '../domain/time.ts';
import { findPlaybook } from './queries/playbooks.ts';
import { findLetterLanguage } from './register/letters.ts';
import { findHolders } from './resolve-notices.ts';
import type { Language, Schema } from './schema.ts';

/** The follow-up at the moment when a letter is drafted. */
export type Drafting = {
  readonly recommendationId: RecommendationId;
  readonly state: StartedState;
  readonly kind: LetterKind;
  readonly rung: number;
  readonly at: Instant;
  /** The event that drafts it. */
  readonly eventId: string;
};

const mostListed = 12;
/** Time enough to put an answer together, however soon the next rung would come. */
const leastDaysToReply = 14;

/** The facts of the file; undefined for a stream whose recommendation was never registered. */
export async function gatherFacts(trx: Transaction<Schema>, drafting: Drafting): Promise<LetterFacts | undefined> {
  const { recommendationId, state, at } = drafting;
  const about = await trx
    .selectFrom('recommendations as r')
    .innerJoin('sources as s', 's.id', 'r.source_id')
    .select(['r.text', 'r.paragraph', 's.title', 's.report_symbol'])
    .where('r.id', '=', recommendationId)
    .executeTakeFirst();
  if (about === undefined) return undefined;
  const playbook = await findPlaybook(trx, state.playbook);
  const answers = await answersBefore(trx, drafting);
  return {
    stateCode: state.stateCode,
    institution: await institutionOf(trx, state),
    sourceTitle: about.title,
    reportSymbol: about.report_symbol,
    paragraph: about.paragraph,
    text: about.text,
    position: state.position,
    positionOn: answers.findLast(({ kind }) => kind === 'position')?.on ?? null,
    implementation: state.implementation,
    followedUpSince: dateOf(state.startedAt),
    askedOn: state.round?.askedAt == null ? null : dateOf(state.round.askedAt),
    dueOn: state.round?.dueOn ?? null,
    remindedOn: await remindedSince(trx, drafting),
    lastAnswerOn: state.lastAnswerAt === null ? null : dateOf(state.lastAnswerAt),
    answers: answers.slice(-mostListed),
    ...milestonesOf(state, playbook),
    earlierLetters: await lettersBefore(trx, recommendationId),
    draftedOn: dateOf(at),
    replyBy: addDays(dateOf(at), daysToReply(playbook, drafting.rung)),
  };
}

/** The State's own preference; else the language of whoever receives it; else English. */
export async function languageOf(trx: Transaction<Schema>, { state, kind }: Drafting): Promise<Language> {
  const own = await findLetterLanguage(trx, state.stateCode);
  if (own !== undefined) return own;
  const holders = await findHolders(trx, state);
  const recipient = recipients[kind].flatMap((role) => holders.find((holder) => holder.role === role) ?? [])[0];
  if (recipient === undefined) return 'en';
  const contact = await trx
    .selectFrom('contacts')
    .select('language')
    .where('id', '=', recipient.contactId)
    .executeTakeFirst();
  return contact?.language ?? 'en';
}

/** Those on the State's side whose language a letter takes, the nearest to its addressee first. */
const recipients: Readonly<Record<LetterKind, readonly Role[]>> = {
  'letter-of-thanks': ['validating-authority', 'permanent-mission', 'focal-point'],
  'note-verbale': ['permanent-mission', 'validating-authority', 'focal-point'],
  'high-commissioner-letter': ['validating-authority', 'permanent-mission', 'focal-point'],
  'secretary-general-letter': ['permanent-mission', 'validating-authority', 'focal-point'],
};

const answerKindOf = {
  ProgressReported: 'progress',
  MilestoneCompleted: 'milestone',
  ImplementationClaimed: 'claim',
  ExtensionRequested: 'extension',
  PositionRecorded: 'position',
  LetterAnswered: 'letter',
} as const satisfies Partial<Record<FollowUpEvent['type'], AnswerKind>>;

/** Before the event that drafts, and not until now: a rebuild finds in the log what came later, too. */
async function answersBefore(
  trx: Transaction<Schema>,
  { recommendationId, eventId }: Drafting,
): Promise<{ readonly kind: AnswerKind; readonly on: CalendarDate }[]> {
  const rows = await trx
    .selectFrom('events')
    .select(['type', 'at'])
    .where('stream_id', '=', followUpId(recommendationId))
    .where('type', 'in', Object.keys(answerKindOf))
    .where('version', '<', (draft) =>
      draft.selectFrom('events as d').select('d.version').where('d.event_id', '=', eventId),
    )
    .orderBy('version')
    .execute();
  return rows.map((row) => ({ kind: answerKindOf[row.type as keyof typeof answerKindOf], on: dateOf(row.at) }));
}

const askingKinds = noticeKinds.filter(asksForAnswer);

/** Days on which a mail that asks was accepted and did not come back: proof, where a queued notice is only an intention. */
async function remindedSince(
  trx: Transaction<Schema>,
  { recommendationId, state, at }: Drafting,
): Promise<readonly CalendarDate[]> {
  const rows = await trx
    .selectFrom('notices')
    .select('accepted_at')
    .where('recommendation_id', '=', recommendationId)
    .where('kind', 'in', askingKinds)
    .where('status', 'not in', ['bounced', 'refused'])
    .where('accepted_at', '>', state.lastAnswerAt ?? state.startedAt)
    .where('accepted_at', '<=', at)
    .orderBy('accepted_at')
    .execute();
  return [...new Set(rows.flatMap((row) => row.accepted_at?.slice(0, 10) ?? []))];
}

async function institutionOf(trx: Transaction<Schema>, state: StartedState): Promise<string | null> {
  const holder = (await findHolders(trx, state)).find(({ role }) => role === 'focal-point');
  if (holder === undefined) return null;
  const row = await trx
    .selectFrom('contacts as c')
    .innerJoin('institutions as i', 'i.id', 'c.institution_id')
    .select('i.name')
    .where('c.id', '=', holder.contactId)
    .executeTakeFirst();
  return row?.name ?? null;
}

function milestonesOf(state: StartedState, playbook: Playbook | undefined): Pick<LetterFacts, 'reached' | 'late'> {
  const titleOf = (key: string): string => playbook?.milestones.find((step) => step.key === key)?.title ?? key;
  const reached = Object.entries(state.milestones).map(([key, on]) => ({ title: titleOf(key), on }));
  return {
    reached: reached.toSorted((one, other) => (one.on < other.on ? -1 : 1)),
    late: state.late.map(({ milestone, since }) => ({
      title: milestone === null ? null : titleOf(milestone),
      since: dateOf(since),
    })),
  };
}

async function lettersBefore(
  trx: Transaction<Schema>,
  recommendationId: RecommendationId,
): Promise<LetterFacts['earlierLetters']> {
  const rows = await trx
    .selectFrom('letters')
    .select(['kind', 'reference', 'sent_reference', 'sent_on'])
    .where('recommendation_id', '=', recommendationId)
    .where('sent_on', 'is not', null)
    .orderBy('sent_on')
    .orderBy('id')
    .execute();
  return rows.flatMap(({ kind, reference, sent_reference, sent_on }) =>
    sent_on === null ? [] : [{ kind, reference: sent_reference ?? reference, sentOn: sent_on }],
  );
}

/** As long as the rung has before the next one is climbed. */
function daysToReply(playbook: Playbook | undefined, rung: number): number {
  const next = playbook?.ladder[rung]?.afterDays ?? playbook?.ladderEndDays ?? leastDaysToReply;
  return Math.max(next, leastDaysToReply);
}

const dateOf = (at: Instant): CalendarDate => at.slice(0, 10);
