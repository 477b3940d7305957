import type { Permission } from './permissions.ts';
import type { Principal } from './principal.ts';
import { reachOf, type Reach } from './reach.ts';

/** What somebody sees: the reach of each permission, and who they are. */
export type Sight = {
  readonly of: (permission: Permission) => Reach;
  readonly contactId: string | null;
  /** As batches name who ordered them: the person, and the token that they use. */
  readonly actors: readonly string[];
};

/** The permissions that tables are narrowed by. */
const narrowing = [
  'recommendations.read',
  'contacts.read',
  'contacts.read-addresses',
  'letters.read',
  'letters.read-drafts',
  'dialogue.read',
  'dialogue.read-confidential',
  'mail.read',
  'campaigns.read',
  'batches.read',
  'reference.read',
] as const satisfies readonly Permission[];

/**
 * What a person sees while they ask for something. Whoever changes recommendations sees, for that, no others than those
 * that they may change: what a filter finds for a batch is then theirs to touch, whatever else they may read.
 */
export function sightOf(principal: Principal, changing?: Permission): Sight {
  return {
    of: (permission) =>
      reachOf(principal, permission === 'recommendations.read' && changing !== undefined ? changing : permission),
    contactId: principal.contactId,
    actors: [principal.actor, `account:${principal.accountId}`],
  };
}

export const seesEverything = (sight: Sight): boolean =>
  narrowing.every((permission) => sight.of(permission).isEverywhere);
