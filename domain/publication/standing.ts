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
 * at any of the three is enough, too, and has effect at once. So that a mistake can only ever show too little.
 */
export function standingOf(newest: NewestVerdicts, cutoffAt: Instant): PublicationStanding {
  const verdicts = publicationSubjects.flatMap((subject) => newest[subject] ?? []);
  if (verdicts.some(({ verdict }) => verdict === 'withdraw')) return 'withdrawn';
  if (verdicts.length === 0) return 'not-published';
  return verdicts.some(({ decidedAt }) => decidedAt <= cutoffAt) ? 'public' : 'delayed';
}

const dayMs = 86_400_000;

/** What is younger than this is not shown: the State hears first what the public hears later. */
export const cutoffOf = (now: Instant, delayDays: number): Instant =>
  new Date(Date.parse(now) - delayDays * dayMs).toISOString();
