import type { ClosureReason, Implementation, PartOutcome } from './events.ts';
import type { Part, StartedState } from './state.ts';

/** How a part stands, as it tells its parent. */
export const outcomeOf = (recommendationId: string, state: StartedState): PartOutcome => ({
  recommendationId,
  status: state.status,
  implementation: state.implementation,
  assessment: state.assessment,
  closure: state.closure?.reason ?? null,
});

export const isSameOutcome = (one: PartOutcome | Part, other: PartOutcome | Part): boolean =>
  one.status === other.status &&
  one.implementation === other.implementation &&
  one.assessment === other.assessment &&
  one.closure === other.closure;

/** What a compound recommendation amounts to: implemented only when every part is. */
export function implementationOf(parts: readonly Part[]): Implementation {
  const found = new Set(parts.map((part) => part.implementation));
  const [only] = found;
  if (found.size === 1 && only !== undefined) return only;
  if (found.has('implemented') || found.has('partly-implemented')) return 'partly-implemented';
  if (found.has('in-progress')) return 'in-progress';
  return found.has('planned') ? 'planned' : 'not-started';
}

/** From the best end to the worst: the whole is closed for the reason of its worst part. */
const fromBestToWorst: readonly ClosureReason[] = [
  'implemented-and-verified',
  'merged',
  'superseded',
  'overtaken-by-events',
  'not-applicable',
  'lapsed',
  'refused',
];

/** Why the whole is closed; null while a part is not. */
export function closureOf(parts: readonly Part[]): ClosureReason | null {
  const closures = parts.map((part) => (part.status === 'closed' ? part.closure : null));
  if (closures.includes(null)) return null;
  return fromBestToWorst.findLast((reason) => closures.includes(reason)) ?? null;
}
