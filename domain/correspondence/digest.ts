import { isWaitingForAnswer, type NoticeKind } from '../follow-up/notices.ts';
import type { Role } from '../follow-up/roles.ts';
import { isStarted, type FollowUpState, type StartedState } from '../follow-up/state.ts';
import type { RecommendationId } from '../ids.ts';
import type { Instant } from '../time.ts';
import type { SupersededReason } from './events.ts';

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
  /** False when the role has gone to somebody else since. */
  readonly isStillTheirs: boolean;
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
};

/** More would pass the 102 kB at which Gmail clips a message, and be read by nobody. */
export const maxNoticesPerDigest = 50;

/** From here on a notice says that it comes late: three days cover a weekend and the day on which a server is repaired. */
const delayedAfterMs = 72 * 3_600_000;

/** Chooses afresh from all that is queued, so that nothing goes out which is no longer true. Oldest first. */
export function composeDigest<T extends QueuedNotice>(queued: readonly T[]): Composition<T> {
  const inOrder = [...queued].sort(byAge);
  const stale = inOrder.flatMap((notice): readonly SupersededNotice[] => {
    const reason = stalenessOf(notice);
    return reason === null ? [] : [{ noticeId: notice.noticeId, reason, by: null }];
  });
  const current = inOrder.filter((notice) => stalenessOf(notice) === null);
  const newest = new Map(current.map((notice) => [subjectOf(notice), notice]));
  const replaced = current.flatMap((notice): readonly SupersededNotice[] => {
    const by = newest.get(subjectOf(notice))?.noticeId ?? null;
    return by === notice.noticeId ? [] : [{ noticeId: notice.noticeId, reason: 'newer-notice', by }];
  });
  const send = [...newest.values()].sort(byAge).slice(0, maxNoticesPerDigest);
  return { send, superseded: [...stale, ...replaced] };
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
    case 'verification-wanted':
      if (followUp.status === 'closed') return 'not-open';
      return isClaimedBefore(notice.queuedAt, followUp) ? null : 'decided';
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
    case 'extension-decided':
    case 'contact-unreachable':
    case 'next-steps-opened':
      return null; // These tell what happened, and that stays true.
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
    case 'verification-wanted':
      return `${recommendationId} ${kind}`;
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
