import type { Kysely } from 'kysely';
import { newSecret, secretHash } from '../api/sign-in/secrets.ts';
import { hasAccounts } from '../db/register/accounts.ts';
import { saveAccountLink } from '../db/register/account-links.ts';
import type { AccountLinkKind, Schema } from '../db/schema.ts';

const hourMs = 3_600_000;
/** How long each kind of link is good for, on the wall clock. */
const goodForMs: Readonly<Record<AccountLinkKind, number>> = {
  'set-up': 24 * hourMs,
  reset: hourMs,
  invitation: 168 * hourMs,
};

export type AccountLinkWish = {
  readonly kind: AccountLinkKind;
  readonly publicUrl: string;
  readonly accountId?: string;
  readonly email?: string;
  readonly nowMs?: number;
};

/**
 * A new link with which a password is chosen once. Its secret stands behind the `#`, which browsers tell no server: so it is
 * in no log of a proxy, and in no Referer.
 */
export async function makeAccountLink(db: Kysely<Schema>, wish: AccountLinkWish): Promise<string> {
  const { kind, publicUrl, accountId = null, email = null, nowMs = Date.now() } = wish;
  const secret = newSecret();
  await saveAccountLink(db, {
    token_hash: secretHash(secret),
    kind,
    account_id: accountId,
    email,
    created_at: new Date(nowMs).toISOString(),
    expires_at: new Date(nowMs + goodForMs[kind]).toISOString(),
  });
  return `${publicUrl}/sign-in/link#${secret}`;
}

/** The link for the first administrator; undefined when somebody has an account already. A newer one replaces an older. */
export const firstSetUpLink = async (db: Kysely<Schema>, publicUrl: string): Promise<string | undefined> =>
  (await hasAccounts(db)) ? undefined : makeAccountLink(db, { kind: 'set-up', publicUrl });
