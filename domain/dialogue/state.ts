import type { Instant } from '../time.ts';
import type { DialogueEvent, DialogueFacts, DialogueLink } from './events.ts';

export type RecordedDialogue = {
  readonly facts: DialogueFacts;
  readonly links: readonly DialogueLink[];
  readonly recordedAt: Instant;
  readonly changedAt: Instant;
  readonly withdrawn: { readonly at: Instant; readonly reason: string } | null;
};
/** Nothing before the entry is recorded. Plain JSON. */
export type DialogueState = RecordedDialogue | null;

export const evolveDialogue = (state: DialogueState, event: DialogueEvent): DialogueState => {
  if (event.type === 'DialogueRecorded') {
    const { type: _, at, links, ...facts } = event;
    return { facts, links, recordedAt: at, changedAt: at, withdrawn: null };
  }
  return state === null ? null : { ...changed(state, event), changedAt: event.at };
};

export const foldDialogue = (events: readonly DialogueEvent[]): DialogueState =>
  events.reduce<DialogueState>(evolveDialogue, null);

function changed(
  state: RecordedDialogue,
  event: Exclude<DialogueEvent, { type: 'DialogueRecorded' }>,
): RecordedDialogue {
  switch (event.type) {
    case 'DialogueAmended':
      return { ...state, facts: { ...state.facts, ...event.changes } };
    case 'DialogueLinked':
      return { ...state, links: [...state.links, linkOf(event)] };
    case 'DialogueUnlinked':
      return { ...state, links: state.links.filter((link) => !isSameLink(link, event)) };
    case 'DialogueWithdrawn':
      return { ...state, withdrawn: { at: event.at, reason: event.reason } };
  }
}

const linkOf = ({ as, to, id }: DialogueLink): DialogueLink => ({ as, to, id });

export const isSameLink = (one: DialogueLink, other: DialogueLink): boolean =>
  one.as === other.as && one.to === other.to && one.id === other.id;

/** Where an entry stands in time: when it began, or the day on which it was held. */
export const heldAt = ({ startsAt, heldOn }: DialogueFacts): Instant => startsAt ?? `${heldOn}T00:00:00.000Z`;
