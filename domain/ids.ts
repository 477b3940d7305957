/** Ids are a prefix and a ULID (`rec_01J…`); workflow and stream ids are a noun, a colon and the id. */
export type RecommendationId = string;
export type ContactId = string;
export type DialogueId = string;

const followUpPrefix = 'follow-up:';
const correspondencePrefix = 'correspondence:';
const dialoguePrefix = 'dialogue:';
const batchPrefix = 'batch:';
const importPrefix = 'import:';
const treatyStatusPrefix = 'treaty-status:';

/** The id of a follow-up's event stream, and of its Temporal workflow. */
export const followUpId = (recommendationId: RecommendationId): string => followUpPrefix + recommendationId;

/** The id of a contact's correspondence: its event stream, and its Temporal workflow. */
export const correspondenceId = (contactId: ContactId): string => correspondencePrefix + contactId;

/** The id of a dialogue entry's event stream. */
export const dialogueStreamId = (entryId: DialogueId): string => dialoguePrefix + entryId;

/** The id of the event stream of one participant's status under one treaty, `treaty-status:SI:CEDAW`. */
export const treatyStatusId = (participant: string, instrument: string): string =>
  `${treatyStatusPrefix}${participant}:${instrument}`;

/** The Temporal workflow that gives a batch's commands. */
export const batchWorkflowId = (batchId: string): string => batchPrefix + batchId;

/** The idempotency key of one command of a batch. A follow-up may stand in it twice: two contacts hand over what they hold of it. */
export const batchCommandId = (batchId: string, number: number, commandType: string): string =>
  `${batchId}:${number}:${commandType}`;

/** The Temporal workflow that puts an import's rows into the log. */
export const importWorkflowId = (importId: string): string => importPrefix + importId;

/** The idempotency key of what one row of an import writes. */
export const importCommandId = (importId: string, number: number, what: string): string =>
  `${importId}:${number}:${what}`;

/** The recommendation behind a follow-up's id; `undefined` for any other id. */
export const recommendationOf = (id: string): RecommendationId | undefined => after(followUpPrefix, id);

/** The contact behind a correspondence's id; `undefined` for any other id. */
export const contactOf = (id: string): ContactId | undefined => after(correspondencePrefix, id);

/** The dialogue entry behind a stream's id; `undefined` for any other id. */
export const dialogueOf = (id: string): DialogueId | undefined => after(dialoguePrefix, id);

/** The participant and the treaty behind a stream's id; `undefined` for any other id. */
export function treatyStatusOf(id: string): { readonly participant: string; readonly instrument: string } | undefined {
  const [participant, instrument] = after(treatyStatusPrefix, id)?.split(':') ?? [];
  return participant === undefined || instrument === undefined ? undefined : { participant, instrument };
}

const after = (prefix: string, id: string): string | undefined =>
  id.startsWith(prefix) ? id.slice(prefix.length) : undefined;
