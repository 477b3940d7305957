import type { ContactId } from '../ids.ts';
import type { CalendarDate, Instant } from '../time.ts';

/** How follow-up sides and States talk. */
export const dialogueKinds = ['meeting', 'call', 'letter', 'note-verbale', 'consultation', 'workshop'] as const;
export type DialogueKind = (typeof dialogueKinds)[number];

/** Seen from the follow-up side; only what is written goes one way. */
export const directions = ['sent', 'received'] as const;
export type Direction = (typeof directions)[number];

/** One thing that was agreed: what, who does it, and by when. */
export type AgreedPoint = {
  readonly point: string;
  readonly institutionId: string | null;
  readonly contactId: ContactId | null;
  readonly dueOn: CalendarDate | null;
};

/** The shareable facts of an entry. Persons are ids; the confidential part is a hash here, and its text is elsewhere. */
export type DialogueFacts = {
  readonly kind: DialogueKind;
  readonly direction: Direction | null;
  /** True for what is to come. What has happened cannot lie in the future. */
  readonly isPlanned: boolean;
  readonly heldOn: CalendarDate;
  /** The last day of what takes several. */
  readonly endsOn: CalendarDate | null;
  /** The time on the wall in `timeZone`, `14:30`, and the instant that it names; all three or none. */
  readonly startTime: string | null;
  readonly timeZone: string | null;
  readonly startsAt: Instant | null;
  readonly place: string | null;
  readonly subject: string;
  /** What was said, as far as everybody may read it. */
  readonly shareable: string;
  readonly agreed: readonly AgreedPoint[];
  readonly stateCodes: readonly string[];
  readonly institutionIds: readonly string[];
  readonly contactIds: readonly ContactId[];
  /** Salted SHA-256 of the confidential part, so that it cannot be changed unseen; null when there is none. */
  readonly confidentialHash: string | null;
};

/** What people may say of an entry's ties. */
export const dialogueRelations = ['follows-up', 'replies-to', 'relates-to'] as const;
/** `answers` and `opens` are written by what they name: a check-in that was answered, a recommendation that was opened. */
export const linkTypes = [...dialogueRelations, 'answers', 'opens'] as const;
export type LinkType = (typeof linkTypes)[number];

export const linkTargets = ['dialogue', 'source', 'recommendation'] as const;
export type LinkTarget = (typeof linkTargets)[number];

export type DialogueLink = {
  readonly as: LinkType;
  readonly to: LinkTarget;
  /** Of an entry, a source or a recommendation. */
  readonly id: string;
};

/** The life of one entry: the stream `dialogue:<id>`. Nothing is deleted: what was wrong is amended or withdrawn. */
export type DialogueEvent = { readonly at: Instant } & (
  | ({ readonly type: 'DialogueRecorded'; readonly links: readonly DialogueLink[] } & DialogueFacts)
  /** Only what changed. */
  | { readonly type: 'DialogueAmended'; readonly changes: Partial<DialogueFacts> }
  | ({ readonly type: 'DialogueLinked' } & DialogueLink)
  | ({ readonly type: 'DialogueUnlinked' } & DialogueLink)
  | { readonly type: 'DialogueWithdrawn'; readonly reason: string }
);
