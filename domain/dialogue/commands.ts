import type { Instant } from '../time.ts';
import type { DialogueFacts, DialogueLink } from './events.ts';

/** What people ask of a dialogue entry. `at` is set by the shell. */
export type DialogueCommand = { readonly at: Instant } & (
  | { readonly type: 'RecordDialogue'; readonly facts: DialogueFacts; readonly links: readonly DialogueLink[] }
  /** The facts as they should be, whole: what differs is the change. */
  | { readonly type: 'AmendDialogue'; readonly facts: DialogueFacts }
  | { readonly type: 'LinkDialogue'; readonly link: DialogueLink }
  | { readonly type: 'UnlinkDialogue'; readonly link: DialogueLink }
  | { readonly type: 'WithdrawDialogue'; readonly reason: string }
);

/** Why a command was refused: stable codes, translated once at each edge. */
export const dialogueRejections = [
  'AlreadyRecorded',
  'NotRecorded',
  'AlreadyWithdrawn',
  'EmptySubject',
  'EmptyReason',
  'EmptyPoint',
  'NobodyNamed',
  'HeldInTheFuture',
  'PlannedInThePast',
  'EndsBeforeItBegins',
  'DirectionMissing',
  'DirectionNotApplicable',
  'LinkToItself',
  'LinkNotPossible',
  'StillPlanned',
  'HasHappened',
] as const;
export type DialogueRejection = (typeof dialogueRejections)[number];
