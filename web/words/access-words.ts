import type { AccessRole, TokenReach } from '../../domain/access/principal.ts';

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

/** What is said about signing in, the own account, the accounts of others, and the record of who did what. */
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
  readonly link: Texts<'set-up' | 'invitation' | 'reset' | 'lead' | 'name' | 'choose' | 'invalidTitle' | 'invalid'>;
  /** What is asked of a password, said before and not after; `{count}` characters. */
  readonly passwordRules: Texts<'length' | 'common' | 'names' | 'free'>;
  readonly refusals: Readonly<Record<AccessRefusal, string>>;
  /** `{time}` is how long, with its unit. */
  readonly wait: string;
  readonly menu: Texts<'account' | 'signOut' | 'accounts' | 'audit' | 'labelled'>;
  readonly own: Texts<
    | 'title'
    | 'you'
    | 'name'
    | 'language'
    | 'languageHint'
    | 'save'
    | 'saved'
    | 'mayTitle'
    | 'mayNothing'
    | 'password'
    | 'current'
    | 'fresh'
    | 'change'
    | 'changed'
    | 'passwordElsewhere'
  >;
  readonly second: Texts<
    | 'title'
    | 'off'
    | 'begin'
    | 'passwordFirst'
    | 'on'
    | 'remove'
    | 'scan'
    | 'picture'
    | 'secret'
    | 'code'
    | 'confirm'
    | 'codesTitle'
    | 'codesHint'
    | 'copy'
    | 'print'
    | 'kept'
  >;
  readonly sessions: Texts<'title' | 'hint' | 'this' | 'lines' | 'end' | 'endOthers' | 'none'>;
  readonly tokens: Texts<
    | 'title'
    | 'hint'
    | 'none'
    | 'name'
    | 'nameHint'
    | 'reach'
    | 'days'
    | 'make'
    | 'once'
    | 'label'
    | 'used'
    | 'neverUsed'
    | 'goodUntil'
    | 'expired'
    | 'revoke'
  > & { readonly reaches: Readonly<Record<TokenReach, string>> };
  readonly roles: Readonly<Record<AccessRole, { readonly name: string; readonly does: string }>>;
  readonly scope: Texts<
    'everywhere' | 'states' | 'institution' | 'label' | 'regions' | 'pickStates' | 'pickInstitution'
  >;
  readonly accounts: Texts<
    | 'title'
    | 'lead'
    | 'search'
    | 'onlyDisabled'
    | 'ofRole'
    | 'anyRole'
    | 'none'
    | 'noRole'
    | 'disabled'
    | 'invited'
    | 'hasSecond'
    | 'invite'
    | 'inviteHint'
    | 'email'
    | 'contact'
    | 'contactHint'
    | 'send'
    | 'sent'
    | 'again'
    | 'sentAgain'
    | 'may'
    | 'mayHint'
    | 'role'
    | 'addRole'
    | 'take'
    | 'saveRoles'
    | 'fromProvider'
    | 'facts'
    | 'since'
    | 'shut'
    | 'disable'
    | 'disableHint'
    | 'enable'
    | 'endSessions'
    | 'endSessionsHint'
    | 'ended'
    | 'sure'
    | 'record'
  >;
  readonly audit: Texts<
    | 'title'
    | 'lead'
    | 'person'
    | 'anybody'
    | 'about'
    | 'aboutHint'
    | 'from'
    | 'until'
    | 'kind'
    | 'everything'
    | 'onlySeen'
    | 'onlyChanged'
    | 'onlyEvents'
    | 'none'
    | 'seen'
    | 'changed'
    | 'recorded'
    | 'refused'
    | 'at'
    | 'who'
    | 'what'
    | 'where'
    | 'byToken'
    | 'byLink'
    | 'clock'
    | 'system'
    | 'import'
    | 'ofThis'
  >;
  readonly covers: Texts<'title' | 'nothing' | 'notYours' | 'mine' | 'mineHint' | 'nothingAsked'>;
};
