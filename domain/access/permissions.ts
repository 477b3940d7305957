import { accessRoles, type AccessRole, type Principal } from './principal.ts';

/** What may be seen. Nothing here changes anything. */
const reading = [
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
  'imports.read',
  'saved-views.read',
  'simulations.run',
  'audit.read',
  'actors.read',
  'publications.read',
] as const;

/** What may be done. */
const writing = [
  'recommendations.register',
  'contacts.write',
  'dates.write',
  'playbooks.write',
  'playbooks.adopt',
  'follow-ups.steer',
  'follow-ups.assign',
  'follow-ups.report',
  'follow-ups.claim',
  'follow-ups.validate',
  'follow-ups.verify',
  'independent-views.write',
  'answer-links.give',
  'appeals.act',
  'letters.write',
  'dialogue.write',
  'mail.resolve',
  'mail.deliver',
  'campaigns.run',
  'treaties.write',
  'treaties.import',
  'saved-views.write',
  'publications.write',
  'accounts.manage',
  'personal-data.manage',
] as const;

export const permissions = [...reading, ...writing] as const;
export type Permission = (typeof permissions)[number];

const all: readonly Permission[] = permissions;
const without = (from: readonly Permission[], ...left: readonly Permission[]): readonly Permission[] =>
  from.filter((each) => !left.includes(each));

/** What the office itself keeps for everybody: a desk has its States, and none of these. */
const ofTheWholeOffice = [
  'audit.read',
  'imports.read',
  'playbooks.write',
  'mail.deliver',
  'treaties.import',
  'publications.write',
  'accounts.manage',
  'personal-data.manage',
] as const;

/**
 * What each role may do, wherever its grants reach. A State's own people see what was sent to it, what it said and what
 * was said to it: never the letter that is still being weighed, and never what somebody told us in confidence.
 */
export const permissionsOfRole: Readonly<Record<AccessRole, readonly Permission[]>> = {
  administrator: all,
  manager: without(all, 'accounts.manage', 'personal-data.manage'),
  'desk-officer': without(all, ...ofTheWholeOffice),
  'national-coordinator': [
    'recommendations.read',
    'contacts.read',
    'letters.read',
    'dialogue.read',
    'reference.read',
    'follow-ups.report',
    'follow-ups.claim',
    'follow-ups.assign',
  ],
  'focal-point': [
    'recommendations.read',
    'contacts.read',
    'dialogue.read',
    'reference.read',
    'follow-ups.report',
    'follow-ups.claim',
  ],
  'validating-authority': ['recommendations.read', 'contacts.read', 'reference.read', 'follow-ups.validate'],
  'resident-coordinator': [
    'recommendations.read',
    'contacts.read',
    'contacts.read-addresses',
    'letters.read',
    'dialogue.read',
    'dialogue.read-confidential',
    'campaigns.read',
    'reference.read',
    'saved-views.read',
    'actors.read',
    'dialogue.write',
    'appeals.act',
  ],
  'independent-assessor': ['recommendations.read', 'dialogue.read', 'reference.read', 'independent-views.write'],
  auditor: reading,
};

/** What concerns no State and so asks for a role that holds everywhere: every route of these says so (`isEverywhereOnly`). */
export const onlyEverywhere: readonly Permission[] = [
  'imports.read',
  'audit.read',
  'playbooks.write',
  'mail.deliver',
  'treaties.import',
  'accounts.manage',
  'personal-data.manage',
];

/** Everything that somebody may do somewhere, in the order of the table. */
export const permissionsOf = ({ grants }: Pick<Principal, 'grants'>): readonly Permission[] =>
  permissions.filter((permission) =>
    grants.some(
      ({ role, scope }) =>
        permissionsOfRole[role].includes(permission) &&
        (scope.kind === 'everywhere' || !onlyEverywhere.includes(permission)),
    ),
  );

export const mayAnywhere = (principal: Pick<Principal, 'grants'>, permission: Permission): boolean =>
  principal.grants.some(({ role }) => permissionsOfRole[role].includes(permission));

/** The roles that have a permission, for the page of policies. */
export const rolesWith = (permission: Permission): readonly AccessRole[] =>
  accessRoles.filter((role) => permissionsOfRole[role].includes(permission));
