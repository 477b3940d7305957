import type { Permission } from '../../domain/access/permissions.ts';

/** What somebody must be allowed to do for a screen to be of any use to them; the first address that fits counts. */
const needed: readonly (readonly [address: RegExp, permission: Permission])[] = [
  [/^\/recommendations\/[^/]+\/proof/, 'mail.read'],
  [/^\/recommendations/, 'recommendations.read'],
  [/^\/states/, 'reference.read'],
  [/^\/sources\/(new|[^/]+\/add)/, 'recommendations.register'],
  [/^\/sources/, 'recommendations.read'],
  [/^\/(contacts|institutions)/, 'contacts.read'],
  [/^\/letters/, 'letters.read'],
  [/^\/meetings\/./, 'dialogue.read'],
  [/^\/meetings/, 'recommendations.read'],
  [/^\/campaigns\/new/, 'campaigns.run'],
  [/^\/campaigns/, 'campaigns.read'],
  [/^\/treaties\/imports/, 'imports.read'],
  [/^\/treaties/, 'reference.read'],
  [/^\/playbooks\/batches/, 'batches.read'],
  [/^\/playbooks\/[^/]+\/edit/, 'playbooks.write'],
  [/^\/playbooks\/[^/]+\/adopt/, 'playbooks.adopt'],
  [/^\/playbooks/, 'reference.read'],
  [/^\/accounts/, 'accounts.manage'],
  [/^\/audit/, 'audit.read'],
];

/** Undefined for what is everybody's: the day, and one's own account. */
export const permissionFor = (path: string): Permission | undefined =>
  needed.find(([address]) => address.test(path))?.[1];
