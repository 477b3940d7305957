import type { Kysely } from 'kysely';
import { createSealer } from '../api/sign-in/sealer.ts';
import type { Schema } from '../db/schema.ts';

/** Seals the seeds of second factors under the first of the secrets; the number of them. One that none opens stays as it is. */
export async function resealSecondFactors(
  db: Kysely<Schema>,
  secrets: readonly [string, ...string[]],
): Promise<number> {
  const sealer = createSealer(secrets);
  const rows = await db
    .selectFrom('accounts')
    .select(['id', 'totp_secret'])
    .where('totp_secret', 'is not', null)
    .execute();
  let count = 0;
  for (const { id, totp_secret: sealed } of rows) {
    const seed = sealed === null ? undefined : sealer.open(sealed, id);
    if (seed === undefined) continue;
    const totp_secret = sealer.seal(seed, id);
    await db
      .updateTable('accounts')
      .set({ totp_secret })
      .where('id', '=', id)
      .where('totp_secret', '=', sealed)
      .execute();
    count += 1;
  }
  return count;
}
