import type { Kysely, Transaction } from 'kysely';
import type { Schema } from '../schema.ts';
import { findAccountEvenErased, isLastAdministrator, lockAccounts } from './accounts.ts';
import {
  countKeptAnswers,
  findErasure,
  forgetElsewhere,
  recordErasure,
  type Erased,
  type ErasureOrder,
  type ErasureRow,
} from './erasure-records.ts';

export type AccountErasure =
  | { readonly outcome: 'erased'; readonly erasure: ErasureRow; readonly address: string }
  | { readonly outcome: 'repeated'; readonly erasure: ErasureRow }
  | { readonly outcome: 'last-administrator' }
  | { readonly outcome: 'unknown' };

type Order = ErasureOrder & {
  readonly accountId: string;
  /** As failed attempts to sign in are kept. */
  readonly hashOfAddress: (address: string) => string;
};

/** Empties an account for good, all of it or nothing, and once: nobody signs in with it, and events that name it stand. */
export const eraseAccount = (db: Kysely<Schema>, order: Order): Promise<AccountErasure> =>
  db.transaction().execute((trx) => eraseAccountWithin(trx, order));

/** The same as a part of something greater. */
export async function eraseAccountWithin(trx: Transaction<Schema>, order: Order): Promise<AccountErasure> {
  const { accountId, id, at, actor, reason, legalBasis } = order;
  await lockAccounts(trx);
  const known = await findErasure(trx, { of: 'account', id: accountId });
  if (known !== undefined) return { outcome: 'repeated', erasure: known };
  const account = await findAccountEvenErased(trx, accountId);
  if (account === undefined) return { outcome: 'unknown' };
  if (await isLastAdministrator(trx, accountId)) return { outcome: 'last-administrator' };
  const { email: address, name } = account;
  const person = { of: 'account', id: accountId, name, address } as const;
  const own = await removeOwn(trx, person, order);
  const proof = { id, at, actor, reason, legal_basis: legalBasis, hand_over_to: null, batch_id: null, own };
  return { outcome: 'erased', erasure: await recordErasure(trx, person, proof), address };
}

/** What belongs to an account and goes with it. Who saw what stays for its period: that record protects everybody else. */
const ownTables = [
  'account_grants',
  'account_links',
  'api_tokens',
  'known_devices',
  'recovery_codes',
  'second_factor_tickets',
  'sessions',
] as const;

async function removeOwn(trx: Transaction<Schema>, person: Erased, { at, hashOfAddress }: Order) {
  const counts: Record<string, number> = { accounts: 1, idempotency_keys: await countKeptAnswers(trx, person) };
  for (const table of ownTables) {
    const gone = await trx.deleteFrom(table).where('account_id', '=', person.id).executeTakeFirst();
    counts[table] = Number(gone.numDeletedRows);
  }
  const { address } = person;
  await trx.deleteFrom('account_links').where('email', '=', address).execute();
  await trx.deleteFrom('account_mails').where('email', '=', address).execute();
  await trx.deleteFrom('sign_in_failures').where('email_hash', '=', hashOfAddress(address)).execute();
  await forgetElsewhere(trx, person);
  await trx
    .updateTable('accounts')
    .set({ ...nobody, email: person.id.toLowerCase(), erased_at: at })
    .where('id', '=', person.id)
    .execute();
  return counts;
}

/** What stands in the row of somebody who was erased. */
const nobody = {
  name: '–',
  language: 'en',
  is_disabled: true,
  contact_id: null,
  password_hash: null,
  password_changed_at: null,
  totp_secret: null,
  totp_confirmed_at: null,
  totp_last_step: null,
  openid_issuer: null,
  openid_subject: null,
} as const;
