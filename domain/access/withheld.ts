import type { Permission } from './permissions.ts';

/**
 * Single fields that a role does not see although it sees what they stand in: table and column, and the permission
 * without which they are empty. Queries of everybody else find nothing there, so no screen and no search can tell.
 */
export const withheldFields = [
  { table: 'contacts', column: 'address', unless: 'contacts.read-addresses' },
  { table: 'contacts', column: 'unreachable_because', unless: 'contacts.read-addresses' },
  { table: 'contacts', column: 'suggestion', unless: 'contacts.read-addresses' },
  { table: 'dialogue_entries', column: 'confidential_hash', unless: 'dialogue.read-confidential' },
  { table: 'follow_ups', column: 'state.draft', unless: 'letters.read-drafts' },
] as const satisfies readonly {
  readonly table: string;
  readonly column: string;
  readonly unless: Permission;
}[];

/** Events that tell of a letter while it is being weighed: nobody reads them who may not read drafts. */
export const eventsOfDrafts = [
  'EscalationDrafted',
  'EscalationDismissed',
  'EscalationWithdrawn',
  'AppealLetterApproved',
  'AppealLetterDismissed',
  'LetterApproved',
  'LetterDismissed',
] as const;
