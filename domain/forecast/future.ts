import { noticesFor, type NoticeIntent, type NoticeKind } from '../follow-up/notices.ts';
import type { Role } from '../follow-up/roles.ts';
import { isStarted, type FollowUpState } from '../follow-up/state.ts';
import type { ContactId } from '../ids.ts';
import type { CalendarDate, Instant } from '../time.ts';
import { liveOn, type Answers, type Happened, type Life, type LifeLimits, type Subject } from './life.ts';

/** Whom a notice reaches; null when nobody holds the role or stands in for it. */
export type Addressed = { readonly kind: NoticeKind; readonly role: Role; readonly contactId: ContactId | null };

/** A follow-up with its people. Who holds which role is the shell's to know; the roles stay as they are throughout. */
export type PeopledSubject = Subject & {
  readonly stateCode: string;
  /** Resolves what one event says to contacts, as appending it would. */
  readonly address: (intents: readonly NoticeIntent[]) => readonly Addressed[];
  /** Who handles what comes in for it; null when there is no desk officer. */
  readonly deskId: ContactId | null;
};

/** A notice of a simulated future. */
export type ToldNotice = Addressed & {
  readonly noticeId: string;
  readonly recommendationId: string;
  readonly stateCode: string;
  readonly roundNumber: number | null;
  readonly queuedAt: Instant;
};

/** A round that is asked, on the date by which its answer is due. */
export type CheckInDue = {
  readonly recommendationId: string;
  readonly dueOn: CalendarDate;
  readonly asks: string;
  readonly askedOf: ContactId | null;
  readonly deskId: ContactId | null;
};

export type Future = Life & {
  readonly subject: PeopledSubject;
  readonly notices: readonly ToldNotice[];
  readonly checkIns: readonly CheckInDue[];
};

/** One follow-up's future, with whom it tells what. */
export function futureOf(subject: PeopledSubject, answers: Answers, limits: LifeLimits): Future {
  const life = liveOn(subject, answers, limits);
  const notices = life.happened.flatMap((each, index) => noticesOf(each, index, subject));
  return { ...life, subject, notices, checkIns: checkInsOf(life, subject, limits.until) };
}

function noticesOf({ event, after }: Happened, index: number, subject: PeopledSubject): readonly ToldNotice[] {
  const intents = noticesFor(event, after);
  if (intents.length === 0) return [];
  const { key, stateCode } = subject;
  const roundNumber = isStarted(after) ? (after.round?.number ?? null) : null;
  return subject.address(intents).map((addressed) => ({
    ...addressed,
    noticeId: `${String(index).padStart(6, '0')}:${key}:${addressed.role}`,
    recommendationId: key,
    stateCode,
    roundNumber,
    queuedAt: event.at,
  }));
}

function checkInsOf(life: Life, subject: PeopledSubject, until: Instant): readonly CheckInDue[] {
  const { key, deskId, at, context } = subject;
  const today = context.calendar.dateOf(at);
  const lastOn = context.calendar.dateOf(until);
  const [told] = subject.address([{ kind: 'check-in', role: 'focal-point' }]);
  const rounds = new Map<number, CheckInDue>();
  for (const state of [subject.state, ...life.happened.map(({ after }) => after)]) {
    const round = isStarted(state) ? state.round : null;
    if (round === null || round.askedAt === null || rounds.has(round.number)) continue;
    const { asks, dueOn } = round;
    rounds.set(round.number, { recommendationId: key, dueOn, asks, askedOf: told?.contactId ?? null, deskId });
  }
  return [...rounds.values()].filter(({ dueOn }) => dueOn >= today && dueOn <= lastOn);
}

/** How a follow-up stands at an instant of its future, all that happens at that instant included. */
export function stateAt({ happened, subject }: Pick<Future, 'happened' | 'subject'>, at: Instant): FollowUpState {
  let low = 0;
  let high = happened.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((happened[middle]?.event.at ?? at) <= at) low = middle + 1;
    else high = middle;
  }
  return happened[low - 1]?.after ?? subject.state;
}
