import type { AccessRole } from '../../domain/access/principal.ts';

/** Refusals that a person at the door can do something about, by their code. */
export type AccessRefusal =
  | 'SignInFailed'
  | 'SignInExpired'
  | 'LinkNotValid'
  | 'PasswordNotRight'
  | 'PasswordTooShort'
  | 'PasswordTooLong'
  | 'PasswordTooCommon'
  | 'PasswordNamesYou'
  | 'CodeNotRight'
  | 'EmailTaken'
  | 'LastAdministrator'
  | 'HasPassword'
  | 'NoPasswordHere'
  | 'ScopeDoesNotFitRole'
  | 'GrantTwice'
  | 'OpenIdUnavailable'
  | 'OpenIdRefused'
  | 'AccountDisabled'
  | 'NoRoleHere'
  | 'EmailNotVerified'
  | 'Forbidden';

type Texts<Name extends string> = Readonly<Record<Name, string>>;

/** What is said about signing in, and on every screen about what one may do there. */
export type AccessWords = {
  readonly signIn: Texts<
    | 'title'
    | 'lead'
    | 'email'
    | 'password'
    | 'show'
    | 'hide'
    | 'submit'
    | 'forgotten'
    | 'or'
    /** `{name}` is the identity provider. */
    | 'elsewhere'
  >;
  readonly code: Texts<
    'title' | 'hint' | 'code' | 'submit' | 'useRecovery' | 'recovery' | 'recoveryHint' | 'useCode' | 'again'
  >;
  /** The session has ended while somebody worked. */
  readonly over: Texts<'title' | 'text' | 'leave'>;
  readonly forgotten: Texts<'title' | 'hint' | 'send' | 'sentTitle' | 'sent' | 'back'>;
  readonly link: Texts<
    'set-up' | 'invitation' | 'reset' | 'lead' | 'name' | 'fresh' | 'choose' | 'invalidTitle' | 'invalid'
  >;
  /** What is asked of a password, said before and not after; `{count}` characters. */
  readonly passwordRules: Texts<'length' | 'common' | 'names' | 'free'>;
  readonly refusals: Readonly<Record<AccessRefusal, string>>;
  /** `{time}` is how long, with its unit. */
  readonly wait: string;
  readonly menu: Texts<'account' | 'signOut' | 'accounts' | 'audit' | 'labelled'>;
  /** The way from a thing to who saw or changed it. */
  readonly onRecord: string;
  readonly roles: Readonly<Record<AccessRole, { readonly name: string; readonly does: string }>>;
  readonly scope: Texts<
    'everywhere' | 'states' | 'institution' | 'label' | 'regions' | 'pickStates' | 'pickInstitution'
  >;
  readonly covers: Texts<'title' | 'noRole' | 'nothing' | 'notYours' | 'mine' | 'mineHint' | 'nothingAsked'>;
};
