import type { Permission } from '../../domain/access/permissions.ts';

/** The kinds of things that an address or a body can name. */
export type SubjectKind =
  | 'recommendation'
  | 'contact'
  | 'institution'
  | 'source'
  | 'letter'
  | 'notice'
  | 'digest'
  | 'cluster'
  | 'dialogue'
  | 'campaign'
  | 'world-event'
  | 'batch'
  /** A State by its code. */
  | 'state';

/** What a request is about, and where it says so: `params.id`, `body.stateCode`. A list names each of its own. */
export type Subject = { readonly of: SubjectKind; readonly at: `${'params' | 'body'}.${string}` };

/** Who may ask a route: anybody, whoever holds a link that was given to them, whoever signed in, or a role within its scope. */
export type Policy =
  | { readonly access: 'public' | 'link' | 'signed-in'; readonly because: string }
  | {
      readonly access: 'permission';
      readonly permission: Permission;
      readonly subjects: readonly Subject[];
      /** One of these must be named by whoever has it for some States alone: what names none concerns everybody. */
      readonly mustName: readonly SubjectKind[];
      /** Whoever has it for some States alone may not: what it concerns belongs to no State. */
      readonly isEverywhereOnly: boolean;
      /** A POST that changes nothing. */
      readonly isQuestion: boolean;
      /** Reading it is put on record too. */
      readonly isLogged: boolean;
    };

/** By method and address, as Fastify writes them. */
export type Policies = Readonly<Record<string, Policy>>;

export const anybody = (because: string): Policy => ({ access: 'public', because });
export const byLink = (because: string): Policy => ({ access: 'link', because });
export const signedIn = (because: string): Policy => ({ access: 'signed-in', because });

export type PermissionPolicy = Extract<Policy, { access: 'permission' }>;
type More = Partial<Pick<PermissionPolicy, 'isEverywhereOnly' | 'isQuestion' | 'isLogged' | 'mustName'>>;

/** A permission, and what the request names: `{ recommendation: 'params.id' }`. */
export function may(
  permission: Permission,
  named: Partial<Record<SubjectKind, Subject['at'] | readonly Subject['at'][]>> = {},
  { isEverywhereOnly = false, isQuestion = false, isLogged = false, mustName = [] }: More = {},
): Policy {
  const subjects = Object.entries(named).flatMap(([of, at]) =>
    [at].flat().map((each): Subject => ({ of: of as SubjectKind, at: each })),
  );
  return { access: 'permission', permission, subjects, isEverywhereOnly, isQuestion, isLogged, mustName };
}
