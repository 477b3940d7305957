/** Ids are a prefix and a ULID (`rec_01J…`); workflow and stream ids are a noun, a colon and the id. */
export type RecommendationId = string;
export type ContactId = string;
export type DialogueId = string;
export type CampaignId = string;

const followUpPrefix = 'follow-up:';
const correspondencePrefix = 'correspondence:';
const dialoguePrefix = 'dialogue:';
const batchPrefix = 'batch:';
const importPrefix = 'import:';
const treatyStatusPrefix = 'treaty-status:';
const campaignPrefix = 'campaign:';
const roundPrefix = 'campaign-round:';

/** The id of a follow-up's event stream, and of its Temporal workflow. */
export const followUpId = (recommendationId: RecommendationId): string => followUpPrefix + recommendationId;

/** The id of a contact's correspondence: its event stream, and its Temporal workflow. */
export const correspondenceId = (contactId: ContactId): string => correspondencePrefix + contactId;

/** The id of a dialogue entry's event stream. */
export const dialogueStreamId = (entryId: DialogueId): string => dialoguePrefix + entryId;

/** The id of the event stream of one participant's status under one treaty, `treaty-status:SI:CEDAW`. */
export const treatyStatusId = (participant: string, instrument: string): string =>
  `${treatyStatusPrefix}${participant}:${instrument}`;

/** The id of a campaign's event stream, of the Temporal workflow that begins its appeals, and of its Schedule. */
export const campaignStreamId = (campaignId: CampaignId): string => campaignPrefix + campaignId;

/** The id, before Temporal adds the time, of the workflows that a campaign's Schedule starts. */
export const campaignRoundId = (campaignId: CampaignId): string => roundPrefix + campaignId;

/** The recommendation that is the appeal of a campaign to a State about a treaty: there can be no second one. */
export const appealIdOf = (of: {
  readonly campaignId: CampaignId;
  readonly stateCode: string;
  readonly instrument: string;
}): RecommendationId => `rec_${of.campaignId.replace(/^cam_/, '')}.${of.stateCode}.${of.instrument}`;

/** The source of a campaign's appeals. */
export const sourceIdOf = (campaignId: CampaignId): string => campaignId.replace(/^cam_/, 'src_');

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

/** The campaign behind a stream's id; `undefined` for any other id. */
export const campaignOf = (id: string): CampaignId | undefined => after(campaignPrefix, id);

/** The participant and the treaty behind a stream's id; `undefined` for any other id. */
export function treatyStatusOf(id: string): { readonly participant: string; readonly instrument: string } | undefined {
  const [participant, instrument] = after(treatyStatusPrefix, id)?.split(':') ?? [];
  return participant === undefined || instrument === undefined ? undefined : { participant, instrument };
}

const after = (prefix: string, id: string): string | undefined =>
  id.startsWith(prefix) ? id.slice(prefix.length) : undefined;
