import { isWaitingForAnswer, type NoticeKind } from '../follow-up/notices.ts';
import type { Resolved, Role } from '../follow-up/roles.ts';
import { waitsForValidation } from '../follow-up/sign-off.ts';
import { isStarted, type FollowUpState, type StartedState } from '../follow-up/state.ts';
import type { ContactId, RecommendationId } from '../ids.ts';
import { earliest, type Instant } from '../time.ts';
import type { SupersededReason } from './events.ts';
import { isPressing } from './pressing.ts';
import type { Waiting } from './timing.ts';

/** A notice that waits to be sent, with what has become of its follow-up since. */
export type QueuedNotice = {
  readonly noticeId: string;
  readonly kind: NoticeKind;
  readonly recommendationId: RecommendationId;
  readonly role: Role;
  readonly roundNumber: number | null;
  readonly queuedAt: Instant;
  /** The follow-up as it is now, not as it was when the notice was queued. */
  readonly followUp: FollowUpState;
  /** False when the role was given to somebody else since, who has been told by a notice of their own. */
  readonly isStillTheirs: boolean;
  /** Who is to be told instead, where nothing else tells them: somebody is on leave or back, or holds the role for a State now. */
  readonly readdressedTo: Resolved | null;
};

export type SupersededNotice = {
  readonly noticeId: string;
  readonly reason: SupersededReason;
  /** The newer notice that says it instead, where there is one. */
  readonly by: string | null;
};

/** What one digest carries, and what it makes needless. A notice in neither list stays queued for a later date. */
export type Composition<T extends QueuedNotice = QueuedNotice> = {
  readonly send: readonly T[];
  readonly superseded: readonly SupersededNotice[];
  /** What is still true, but for somebody else to hear. */
  readonly readdressed: readonly ReaddressedNotice[];
};

export type ReaddressedNotice = { readonly noticeId: string; readonly to: ContactId; readonly actingAs: Role };

/** More would pass the 102 kB at which Gmail clips a message, and be read by nobody. */
export const maxNoticesPerDigest = 50;

/** From here on a notice says that it comes late: three days cover a weekend and the day on which a server is repaired. */
const delayedAfterMs = 72 * 3_600_000;

/**
 * Chooses afresh from all that is queued, so that nothing goes out which is no longer true. What presses is never left out;
 * the rest goes in the order in which its subject began to wait, or a newer reminder would lose its place each week.
 */
export function composeDigest<T extends QueuedNotice>(queued: readonly T[]): Composition<T> {
  const inOrder = [...queued].sort(byAge);
  const stale = inOrder.flatMap((notice): readonly SupersededNotice[] => {
    const reason = stalenessOf(notice);
    return reason === null ? [] : [{ noticeId: notice.noticeId, reason, by: null }];
  });
  const current = inOrder.filter((notice) => stalenessOf(notice) === null);
  const readdressed = current.flatMap(({ noticeId, readdressedTo: taken }): readonly ReaddressedNotice[] =>
    taken === null ? [] : [{ noticeId, to: taken.contactId, actingAs: taken.actingAs }],
  );
  const theirs = current.filter(({ readdressedTo }) => readdressedTo === null);
  // A map keeps the place of the oldest notice of a subject and the value of the newest.
  const newest = new Map(theirs.map((notice) => [subjectOf(notice), notice]));
  const replaced = theirs.flatMap((notice): readonly SupersededNotice[] => {
    const by = newest.get(subjectOf(notice))?.noticeId ?? null;
    return by === notice.noticeId ? [] : [{ noticeId: notice.noticeId, reason: 'newer-notice', by }];
  });
  const [pressing, routine] = [true, false].map((wanted) =>
    [...newest.values()].filter(({ kind }) => isPressing(kind) === wanted),
  ) as [T[], T[]];
  const send = [...pressing, ...routine].slice(0, maxNoticesPerDigest).sort(byAge);
  return { send, superseded: [...stale, ...replaced], readdressed };
}

/** How long notices have waited, all and the pressing ones; undefined when there are none. */
export function waitingOf(notices: readonly Pick<QueuedNotice, 'kind' | 'queuedAt'>[]): Waiting | undefined {
  const since = earliest(...notices.map(({ queuedAt }) => queuedAt));
  const pressing = notices.filter(({ kind }) => isPressing(kind)).map(({ queuedAt }) => queuedAt);
  return since === undefined ? undefined : { since, pressingSince: earliest(...pressing) ?? null };
}

/** Mail no longer reaches this contact: what was queued for them is told to whoever takes their roles. */
export const supersedeAll = (queued: readonly QueuedNotice[]): readonly SupersededNotice[] =>
  queued.map(({ noticeId }) => ({ noticeId, reason: 'contact-unreachable', by: null }));

export const isDelayed = ({ queuedAt }: Pick<QueuedNotice, 'queuedAt'>, at: Instant): boolean =>
  Date.parse(at) - Date.parse(queuedAt) > delayedAfterMs;

/** Why a notice is no longer true; null while it is. */
export function stalenessOf(notice: QueuedNotice): SupersededReason | null {
  if (!isStarted(notice.followUp)) return 'not-open';
  const overtaken = overtakenBecause(notice, notice.followUp);
  return overtaken ?? (notice.isStillTheirs ? null : 'reassigned');
}

function overtakenBecause(notice: QueuedNotice, followUp: StartedState): SupersededReason | null {
  switch (notice.kind) {
    case 'reminder-before':
    case 'check-in':
    case 'reminder-after':
    case 'escalation':
    case 'role-moved':
      return askedInVain(notice, followUp);
    case 'approval-wanted':
      if (followUp.status !== 'open') return 'not-open';
      // Another draft than the one this notice was about begs for approval by a notice of its own.
      return followUp.draft !== null && followUp.draft.draftedAt <= notice.queuedAt ? null : 'decided';
    case 'decision-wanted':
      if (followUp.status !== 'open') return 'not-open';
      return followUp.extension !== null && followUp.extension.requestedAt <= notice.queuedAt ? null : 'decided';
    case 'validation-wanted':
      if (followUp.status === 'closed') return 'not-open';
      return isClaimedBefore(notice.queuedAt, followUp) && waitsForValidation(followUp) ? null : 'decided';
    case 'verification-wanted':
      if (followUp.status === 'closed') return 'not-open';
      return isClaimedBefore(notice.queuedAt, followUp) && !waitsForValidation(followUp) ? null : 'decided';
    case 'claim-rejected':
      return followUp.status === 'open' ? null : 'not-open';
    case 'no-cooperation':
      return followUp.isCooperating ? 'answered' : null;
    case 'closed':
      return followUp.status === 'closed' ? null : 'decided';
    case 'view-wanted':
      return isClaimedBefore(notice.queuedAt, followUp) ? null : 'decided';
    case 'letter-to-send':
      return followUp.rung > 0 ? null : 'answered';
    case 'appeal-letter-drafted':
    case 'appeal-letter-to-send':
    case 'delivery-wanted':
    case 'delivery-reminder':
    case 'treaty-event-ahead':
    case 'review-wanted':
    case 'appeal-task-overdue':
      return overtakenInAppeal(notice, followUp);
    case 'extension-decided':
    case 'contact-unreachable':
    case 'next-steps-opened':
    case 'delivery-reported':
    case 'deposit-closed':
    case 'deposit-recorded':
    case 'deposit-undone':
    case 'thanks-to-send':
      return null; // These tell what happened, and that stays true.
  }
}

/** What an appeal asks is no longer true once it is done, or once the follow-up rests or ends. */
function overtakenInAppeal({ kind, role, queuedAt }: QueuedNotice, { status, appeal }: StartedState) {
  if (status !== 'open' || appeal === null) return 'not-open';
  const { letter, tasks } = appeal;
  const isAsked = (isOurs: boolean): boolean =>
    tasks.some(({ task, since }) => (task === 'review') === isOurs && since <= queuedAt);
  switch (kind) {
    case 'appeal-letter-drafted':
      return letter?.status === 'draft' ? null : 'decided';
    case 'appeal-letter-to-send':
      return letter?.status === 'approved' ? null : 'decided';
    case 'delivery-wanted':
    case 'delivery-reminder':
      return isAsked(false) ? null : 'answered';
    case 'review-wanted':
      return isAsked(true) ? null : 'answered';
    case 'appeal-task-overdue':
      return role === 'manager' && tasks.length > 0 ? null : 'answered';
    default:
      return null;
  }
}

function askedInVain(notice: QueuedNotice, followUp: StartedState): SupersededReason | null {
  if (followUp.status === 'under-verification') return 'answered';
  if (followUp.status !== 'open') return 'not-open';
  if (followUp.round === null || followUp.round.number !== notice.roundNumber) return 'round-over';
  return isWaitingForAnswer(followUp) ? null : 'answered';
}

const isClaimedBefore = (at: Instant, { status, claim }: StartedState): boolean =>
  status === 'under-verification' && claim !== null && claim.claimedAt <= at;

/** Notices about one subject replace each other; most of what merely informs has a subject of its own. */
function subjectOf({ kind, recommendationId, noticeId, role, followUp }: QueuedNotice): string {
  switch (kind) {
    case 'reminder-before':
    case 'check-in':
    case 'reminder-after':
    case 'escalation':
    case 'role-moved':
      return `${recommendationId} asked`;
    case 'approval-wanted':
    case 'decision-wanted':
    case 'validation-wanted':
    case 'verification-wanted':
      return `${recommendationId} ${kind}`;
    case 'delivery-wanted':
    case 'delivery-reminder':
      return `${recommendationId} delivery`;
    case 'treaty-event-ahead':
    case 'review-wanted':
    case 'appeal-task-overdue':
      return `${recommendationId} ${kind}`;
    case 'appeal-letter-drafted':
    case 'appeal-letter-to-send':
      // A campaign drafts hundreds of letters in a morning: that they wait is one piece of news.
      return isStarted(followUp) ? `${followUp.appeal?.campaignId} ${kind}` : noticeId;
    case 'contact-unreachable':
      // Whoever holds a role for a whole State is missed by all its follow-ups at once: that is one piece of news.
      return isStarted(followUp) ? `${followUp.stateCode} ${role} ${kind}` : noticeId;
    default:
      return noticeId;
  }
}

/** Notice ids begin with a ULID, so they break ties in the order of the log. */
const byAge = (a: QueuedNotice, b: QueuedNotice): number =>
  a.queuedAt + a.noticeId < b.queuedAt + b.noticeId ? -1 : a.noticeId === b.noticeId ? 0 : 1;
