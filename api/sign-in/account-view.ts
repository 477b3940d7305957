import type { Grant } from '../../domain/access/principal.ts';
import type { AccountWithGrants, GivenGrant } from '../../db/register/accounts.ts';

const bare = ({ role, scope }: GivenGrant): Grant => ({ role, scope });

/** An account as its owner and administrators see it: never a hash, never a secret. */
export const accountView = (account: AccountWithGrants) => ({
  id: account.id,
  email: account.email,
  name: account.name,
  language: account.language,
  contactId: account.contact_id,
  grants: account.grants.map(bare),
  providerGrants: account.grants.filter(({ origin }) => origin === 'openid').map(bare),
  hasPassword: account.password_hash !== null,
  hasSecondFactor: account.totp_confirmed_at !== null,
  isLinkedToProvider: account.openid_subject !== null,
  isDisabled: account.is_disabled,
  createdAt: account.created_at,
});

/** What a new account does not have yet. */
export const blankAccount = {
  password_hash: null,
  contact_id: null,
  totp_secret: null,
  totp_confirmed_at: null,
  totp_last_step: null,
  openid_issuer: null,
  openid_subject: null,
  password_changed_at: null,
} as const;
