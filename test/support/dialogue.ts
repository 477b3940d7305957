import type { DialogueCommand } from '../../domain/dialogue/commands.ts';
import type { DialogueFacts, DialogueLink } from '../../domain/dialogue/events.ts';

/** A Monday in the office, long before any test runs. */
export const saidAt = '2026-03-02T09:00:00.000Z';

export const factsWith = (over: Partial<DialogueFacts> = {}): DialogueFacts => ({
  kind: 'meeting',
  direction: null,
  isPlanned: false,
  heldOn: '2026-02-27',
  endsOn: null,
  startTime: null,
  timeZone: null,
  startsAt: null,
  place: 'Ljubljana',
  subject: 'The ombudsman bill',
  shareable: 'The bill is in its second reading',
  agreed: [],
  stateCodes: ['SI'],
  institutionIds: [],
  contactIds: [],
  confidentialHash: null,
  ...over,
});

export const recordWith = (
  over: Partial<DialogueFacts> = {},
  links: readonly DialogueLink[] = [],
): Extract<DialogueCommand, { type: 'RecordDialogue' }> => ({
  type: 'RecordDialogue',
  at: saidAt,
  facts: factsWith(over),
  links,
});
