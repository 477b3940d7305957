import { ulid } from 'ulid';
import {
  changeAccount,
  findAccount,
  findAccountByEmail,
  findAccountBySubject,
  insertAccount,
  replaceGrants,
  type AccountWithGrants,
} from '../../db/register/accounts.ts';
import type { AppDeps } from '../deps.ts';
import type { Identity } from './openid-provider.ts';
import { blankAccount } from './account-view.ts';
import { wallTime } from './wall-time.ts';

export type OpenIdAccountRefusal = 'EmailNotVerified' | 'EmailTaken' | 'NoRoleHere' | 'AccountDisabled';
type Outcome = { readonly account: AccountWithGrants } | { readonly refused: OpenIdAccountRefusal };
type Db = AppDeps['db'];

/**
 * The account of somebody whom the provider has identified: known by issuer and subject, and by the address only the first
 * time, when the provider has verified it. What it says of roles replaces what it said before.
 */
export const accountOfIdentity = (deps: AppDeps, identity: Identity): Promise<Outcome> =>
  deps.db.transaction().execute(async (tx): Promise<Outcome> => {
    const found = await findOrLink(tx, identity, wallTime(deps));
    if ('refused' in found) return found;
    const { id, is_disabled: isDisabled } = found.account;
    if (identity.grants !== undefined) await replaceGrants(tx, id, { origin: 'openid', grants: identity.grants });
    if (isDisabled) return { refused: 'AccountDisabled' };
    const account = await findAccount(tx, id);
    return account === undefined || account.grants.length === 0 ? { refused: 'NoRoleHere' } : { account };
  });

async function findOrLink(db: Db, identity: Identity, at: string): Promise<Outcome> {
  const known = await findAccountBySubject(db, identity);
  if (known !== undefined) return { account: known };
  const { email, isEmailVerified, issuer, subject } = identity;
  if (email === undefined || !isEmailVerified) return { refused: 'EmailNotVerified' };
  const link = { openid_issuer: issuer, openid_subject: subject };
  const same = await findAccountByEmail(db, email);
  if (same === undefined) return register(db, { ...identity, email }, at);
  // The address went to somebody else at the provider's: an administrator has to say which of the two this account is.
  if (same.openid_subject !== null) return { refused: 'EmailTaken' };
  await changeAccount(db, same.id, link);
  return { account: { ...same, ...link } };
}

/** Whoever has no role here gets no account either. */
async function register(db: Db, identity: Identity & { readonly email: string }, at: string): Promise<Outcome> {
  const { email, name, issuer, subject, grants } = identity;
  if (grants === undefined || grants.length === 0) return { refused: 'NoRoleHere' };
  const link = { openid_issuer: issuer, openid_subject: subject };
  const id = `acc_${ulid()}`;
  await insertAccount(db, { ...blankAccount, ...link, id, email, name: name ?? email, created_at: at });
  const account = await findAccount(db, id);
  return account === undefined ? { refused: 'EmailTaken' } : { account };
}
