import type { DialogueRow, FoundLink } from '../db/queries/dialogue.ts';

/** What a list shows of an entry: who, when and what about; the words themselves are on its own page. */
export const dialogueLineView = (row: DialogueRow, links: readonly FoundLink[]) => ({
  id: row.id,
  kind: row.kind,
  direction: row.direction,
  isPlanned: row.is_planned,
  heldOn: row.held_on,
  endsOn: row.ends_on,
  startTime: row.start_time,
  timeZone: row.time_zone,
  startsAt: row.starts_at,
  place: row.place,
  subject: row.subject,
  stateCodes: row.state_codes,
  institutionIds: row.institution_ids,
  contactIds: row.contact_ids,
  links: links
    .filter((link) => link.dialogue_id === row.id)
    .map((link) => ({ as: link.link_type, to: link.target_kind, id: link.target_id })),
  pointsAgreed: row.agreed.length,
  hasConfidential: row.confidential_hash !== null,
  isWithdrawn: row.withdrawn_at !== null,
  recordedAt: row.recorded_at,
  version: row.version,
});

/** The whole of an entry that everybody may read. */
export const dialogueView = (row: DialogueRow, links: readonly FoundLink[]) => ({
  ...dialogueLineView(row, links),
  shareable: row.shareable,
  agreed: row.agreed.map((each) => ({ ...each })),
  referredToBy: links
    .filter((link) => link.target_kind === 'dialogue' && link.target_id === row.id)
    .map((link) => ({ as: link.link_type, dialogueId: link.dialogue_id })),
  changedAt: row.changed_at,
  withdrawnAt: row.withdrawn_at,
  withdrawalReason: row.withdrawal_reason,
});
