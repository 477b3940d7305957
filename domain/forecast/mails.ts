import { composeDigest, type QueuedNotice } from '../correspondence/digest.ts';
import { isPressing } from '../correspondence/pressing.ts';
import { defaultRoutineMailDays, nextDigestAt } from '../correspondence/timing.ts';
import type { FollowUpState } from '../follow-up/state.ts';
import type { ContactId } from '../ids.ts';
import type { LocalCalendar } from '../plan/calendar.ts';
import type { CalendarDate, Instant } from '../time.ts';
import type { ToldNotice } from './future.ts';

/** One mail of a simulated future: the digest that carries a person's notices. */
export type SimulatedMail = {
  readonly contactId: ContactId;
  readonly at: Instant;
  /** By the person's own calendar. */
  readonly onDate: CalendarDate;
  readonly notices: readonly ToldNotice[];
};

export type Recipient = { readonly contactId: ContactId; readonly calendar: LocalCalendar };

/** All that simulating mail needs of the rules of correspondence: when the next one may go, and what it then carries. */
export type MailRules = {
  readonly nextAt: (waiting: readonly QueuedNotice[], sent: SentSoFar, notBefore: Instant) => Instant;
  readonly compose: typeof composeDigest;
};
export type SentSoFar = Recipient & { readonly mails: readonly SimulatedMail[] };

export const mailRules: MailRules = {
  compose: composeDigest,
  nextAt: (waiting, { contactId, mails, calendar }, notBefore) =>
    nextDigestAt(
      {
        since: waiting[0]?.queuedAt ?? notBefore,
        pressingSince: waiting.find(({ kind }) => isPressing(kind))?.queuedAt ?? null,
      },
      {
        contactId,
        notBefore,
        lastDigestOn: mails.at(-1)?.onDate ?? null,
        lastRoutineOn: mails.findLast(({ notices }) => notices.some(({ kind }) => !isPressing(kind)))?.onDate ?? null,
        routineMailDays: defaultRoutineMailDays,
        absences: [], // Nobody's leave of the coming years is known.
        calendar,
      },
    ),
};

type Waiting = QueuedNotice & { readonly told: ToldNotice };

/**
 * The mails that a person gets: planned anew with every notice that arrives, composed afresh when they go, by the same functions that
 * plan and compose real ones. What no longer is true by then is not told. It stops after each mail, as `simulate` does.
 */
export function* mailsTo(
  recipient: Recipient,
  notices: readonly ToldNotice[],
  stateOf: (recommendationId: string, at: Instant) => FollowUpState,
  { until, rules = mailRules }: { readonly until: Instant; readonly rules?: MailRules },
): Generator<undefined, readonly SimulatedMail[]> {
  const arriving = [...notices].sort(byQueuedAtThenId);
  const mails: SimulatedMail[] = [];
  let waiting: readonly Waiting[] = [];
  let notBefore: Instant | undefined;
  for (let next = 0; next < arriving.length || waiting.length > 0;) {
    const arrival = arriving[next];
    const sendAt = waiting.length === 0 ? undefined : rules.nextAt(waiting, { ...recipient, mails }, notBefore ?? '');
    if (arrival !== undefined && (sendAt === undefined || arrival.queuedAt <= sendAt)) {
      let end = next + 1;
      while (arriving[end]?.queuedAt === arrival.queuedAt) end += 1;
      const arrived = arriving.slice(next, end);
      waiting = [...waiting, ...arrived.map((each) => waitingFrom(each, stateOf))];
      notBefore = arrival.queuedAt;
      next = end;
      continue;
    }
    if (sendAt === undefined || sendAt > until) break;
    const now = waiting.map((each) => ({ ...each, followUp: stateOf(each.recommendationId, sendAt) }));
    const { send, superseded } = rules.compose(now);
    if (send.length > 0) mails.push(mailOf(recipient, sendAt, send));
    const settled = new Set([...send, ...superseded].map(({ noticeId }) => noticeId));
    if (settled.size === 0) break; // Nothing moves any more: rather a mail too few than a loop.
    waiting = now.filter(({ noticeId }) => !settled.has(noticeId));
    notBefore = sendAt;
    yield undefined;
  }
  return mails;
}

const waitingFrom = (told: ToldNotice, stateOf: (recommendationId: string, at: Instant) => FollowUpState): Waiting => ({
  noticeId: told.noticeId,
  kind: told.kind,
  recommendationId: told.recommendationId,
  role: told.role,
  roundNumber: told.roundNumber,
  queuedAt: told.queuedAt,
  followUp: stateOf(told.recommendationId, told.queuedAt),
  isStillTheirs: true,
  readdressedTo: null,
  told,
});

const mailOf = ({ contactId, calendar }: Recipient, at: Instant, send: readonly Waiting[]): SimulatedMail => ({
  contactId,
  at,
  onDate: calendar.dateOf(at),
  notices: send.map(({ told }) => told),
});

const byQueuedAtThenId = (one: ToldNotice, other: ToldNotice): number =>
  one.queuedAt + one.noticeId < other.queuedAt + other.noticeId ? -1 : 1;
