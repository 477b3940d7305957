import type { Kysely } from 'kysely';
import { failuresForgottenAfterMs } from '../../domain/access/sign-in-attempts.ts';
import { idleForMs, lastsForMs } from '../../domain/access/session-life.ts';
import type { Schema } from '../schema.ts';
import { forgetAccessBefore } from './access-log.ts';

const deviceForgottenAfterMs = 365 * 86_400_000;
/** Long enough for what comes to light late; events stand for ever, and name who acted. */
const accessForgottenAfterMs = 730 * 86_400_000;

/** Deletes what is over: sessions hold addresses, and nothing else would ever take them away. */
export async function sweepExpired(db: Kysely<Schema>, nowMs: number): Promise<void> {
  const ago = (ms: number): string => new Date(nowMs - ms).toISOString();
  const now = ago(0);
  await db.deleteFrom('sessions').where('last_seen_at', '<', ago(idleForMs)).execute();
  await db.deleteFrom('sessions').where('created_at', '<', ago(lastsForMs)).execute();
  await db.deleteFrom('api_tokens').where('expires_at', '<', ago(lastsForMs)).execute();
  await db.deleteFrom('account_links').where('expires_at', '<', now).execute();
  await db.deleteFrom('second_factor_tickets').where('expires_at', '<', now).execute();
  await db.deleteFrom('openid_logins').where('expires_at', '<', now).execute();
  await db.deleteFrom('sign_in_failures').where('last_at', '<', ago(failuresForgottenAfterMs)).execute();
  await forgetAccessBefore(db, ago(accessForgottenAfterMs));
  await db.deleteFrom('known_devices').where('last_used_at', '<', ago(deviceForgottenAfterMs)).execute();
}
