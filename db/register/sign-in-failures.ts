import type { Kysely } from 'kysely';
import { failuresAfterAttempt, waitBeforeAttempt, type AttemptPolicy } from '../../domain/access/sign-in-attempts.ts';
import type { Instant } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';

type Db = Kysely<Schema>;
export type Attempt = { readonly emailHash: string; readonly origin: string };

/**
 * Counts an attempt before it is looked at, unless it comes too early: then answers the milliseconds to wait. The row is
 * locked meanwhile, so that a hundred guesses at once are a hundred guesses.
 */
export const takeAttempt = (db: Db, attempt: Attempt, policy: AttemptPolicy, now: Instant): Promise<number> =>
  db.transaction().execute(async (tx) => {
    const key = { email_hash: attempt.emailHash, origin: attempt.origin };
    await tx
      .insertInto('sign_in_failures')
      .values({ ...key, failures: 0, last_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const row = await tx
      .selectFrom('sign_in_failures')
      .select(['failures', 'last_at'])
      .where('email_hash', '=', key.email_hash)
      .where('origin', '=', key.origin)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const before = { failures: row.failures, lastAt: row.last_at };
    const waitMs = waitBeforeAttempt(policy, before, now);
    if (waitMs > 0) return waitMs;
    const { failures, lastAt } = failuresAfterAttempt(before, now);
    await tx
      .updateTable('sign_in_failures')
      .set({ failures, last_at: lastAt })
      .where('email_hash', '=', key.email_hash)
      .where('origin', '=', key.origin)
      .execute();
    return 0;
  });

/** It was no failure after all. */
export async function forgetFailures(db: Db, { emailHash, origin }: Attempt): Promise<void> {
  await db.deleteFrom('sign_in_failures').where('email_hash', '=', emailHash).where('origin', '=', origin).execute();
}
