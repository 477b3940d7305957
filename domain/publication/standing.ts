import type { Instant } from '../time.ts';

/** What a decision on publication is about, from the widest to the narrowest. */
export const publicationSubjects = ['state', 'source', 'recommendation'] as const;
export type PublicationSubject = (typeof publicationSubjects)[number];

export const publicationVerdicts = ['publish', 'withdraw'] as const;
export type PublicationVerdict = (typeof publicationVerdicts)[number];

/** The newest decision about each of the three that a recommendation belongs to. */
export type NewestVerdict = { readonly verdict: PublicationVerdict; readonly decidedAt: Instant };
export type NewestVerdicts = Readonly<Record<PublicationSubject, NewestVerdict | null>>;

export const publicationStandings = ['not-published', 'withdrawn', 'delayed', 'public'] as const;
export type PublicationStanding = (typeof publicationStandings)[number];

/**
 * Nothing is public unless somebody said so. To publish at any of the three is enough, and has effect when the delay is over; to withdraw
 * at any of the three is enough, too, and has effect at once. So that a mistake can only ever show too little. A recommendation that is
 * younger than the delay waits itself, however long ago its State was published.
 */
export function standingOf(
  newest: NewestVerdicts,
  cutoffAt: Instant,
  registeredAt: Instant | null = null,
): PublicationStanding {
  const verdicts = verdictsIn(newest);
  if (verdicts.some(({ verdict }) => verdict === 'withdraw')) return 'withdrawn';
  if (verdicts.length === 0) return 'not-published';
  const isOld = registeredAt === null || registeredAt <= cutoffAt;
  return isOld && verdicts.some(({ decidedAt }) => decidedAt <= cutoffAt) ? 'public' : 'delayed';
}

/** From when on everybody may read it, or could since; null while it is not to be public. */
export function publicFrom(
  newest: NewestVerdicts,
  delayDays: number,
  registeredAt: Instant | null = null,
): Instant | null {
  const verdicts = verdictsIn(newest);
  if (verdicts.some(({ verdict }) => verdict === 'withdraw')) return null;
  const [first] = verdicts.map(({ decidedAt }) => decidedAt).sort();
  if (first === undefined) return null;
  const startsAt = registeredAt !== null && registeredAt > first ? registeredAt : first;
  return new Date(Date.parse(startsAt) + delayDays * dayMs).toISOString();
}

const verdictsIn = (newest: NewestVerdicts) => publicationSubjects.flatMap((subject) => newest[subject] ?? []);

const dayMs = 86_400_000;

/** What is younger than this is not shown: the State hears first what the public hears later. */
export const cutoffOf = (now: Instant, delayDays: number): Instant =>
  new Date(Date.parse(now) - delayDays * dayMs).toISOString();
