import type { Instant } from '../time.ts';
import type { Evidence, FollowUpEvent } from './events.ts';

/** A piece of evidence with the event that brought it. */
export type NamedEvidence = Evidence & { readonly type: FollowUpEvent['type']; readonly at: Instant };

/** All evidence that was named in a follow-up, the newest first, each address once. */
export function namedEvidence(events: readonly FollowUpEvent[]): readonly NamedEvidence[] {
  const named = new Map<string, NamedEvidence>();
  for (const event of events.toReversed())
    for (const { url, description } of evidenceOf(event))
      if (!named.has(url)) named.set(url, { url, description, type: event.type, at: event.at });
  return [...named.values()];
}

function evidenceOf(event: FollowUpEvent): readonly Evidence[] {
  if (!('evidence' in event) || event.evidence === null) return [];
  return Array.isArray(event.evidence) ? event.evidence : [event.evidence as Evidence];
}
