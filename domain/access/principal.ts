import type { ContactId } from '../ids.ts';

/** What somebody may be here. Apart from the roles of a follow-up, which say who is written to. */
export const accessRoles = [
  'administrator',
  'manager',
  'desk-officer',
  'national-coordinator',
  'focal-point',
  'validating-authority',
  'resident-coordinator',
  'independent-assessor',
  'auditor',
] as const;
export type AccessRole = (typeof accessRoles)[number];

/**
 * Where a role holds: everywhere, in some States (ISO 3166-1 alpha-2) and the States of some UN regional groups, or for
 * one institution, whose State is named beside it.
 */
export type AccessScope =
  | { readonly kind: 'everywhere' }
  | { readonly kind: 'states'; readonly stateCodes: readonly string[]; readonly regions: readonly string[] }
  | { readonly kind: 'institution'; readonly institutionId: string; readonly stateCode: string };

export type Grant = { readonly role: AccessRole; readonly scope: AccessScope };

/** What a token may do at most, whatever its owner may: read only, or all that the owner may. */
export type TokenReach = 'read' | 'write';

/** Who asks: a person who signed in, or a program with a person's token. */
export type Principal = {
  /** As events name it: `account:acc_…` or `token:tok_…`. */
  readonly actor: string;
  readonly accountId: string;
  /** The contact that this person is, when they are also written to. */
  readonly contactId: ContactId | null;
  readonly grants: readonly Grant[];
  /** Null for a person who signed in. */
  readonly tokenReach: TokenReach | null;
};

/** One person however they come: signed in, by a token, or by a link in a mail. Four-eyes compares these. */
export const personsOf = ({ accountId, contactId }: Principal): readonly string[] => [
  `account:${accountId}`,
  ...(contactId === null ? [] : [`contact:${contactId}`]),
];
