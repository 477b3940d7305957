import { sql, type Kysely } from 'kysely';

/** Accounts are erased like contacts: the row stays empty under its id. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table accounts add column erased_at timestamptz`,
  // An address is never without an @: nobody signs in with an id, and no mail goes to it.
  `alter table accounts add constraint erased_accounts_hold_nothing check (erased_at is null
    or (name = '–' and email = lower(id) and is_disabled and contact_id is null
      and num_nonnulls(password_hash, totp_secret, totp_confirmed_at, totp_last_step, openid_issuer, openid_subject) = 0))`,
  `comment on column accounts.erased_at is 'The row stays, so that what events name by its id is still somebody.'`,
  `alter table erasures alter column contact_id drop not null`,
  `alter table erasures add column account_id text unique references accounts`,
  `alter table erasures add constraint erasures_are_of_one check (num_nonnulls(contact_id, account_id) = 1)`,
];
