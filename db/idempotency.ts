import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

export type ClaimedKey =
  | { readonly kind: 'new' }
  /** The same request again: with its answer when the first one has been answered. */
  | { readonly kind: 'same'; readonly answer?: { readonly status: number; readonly body: unknown } }
  | { readonly kind: 'other-body' };

type Request = { readonly key: string; readonly route: string; readonly bodyHash: string; readonly at: string };

/** Takes an idempotency key for a route and a body; whoever comes second with the same body may go on, it is safe to repeat. */
export async function claimKey(db: Kysely<Schema>, { key, route, bodyHash, at }: Request): Promise<ClaimedKey> {
  const inserted = await db
    .insertInto('idempotency_keys')
    .values({ key, route, body_hash: bodyHash, at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  if (inserted) return { kind: 'new' };
  const held = await db
    .selectFrom('idempotency_keys')
    .select(['body_hash', 'status', 'response'])
    .where('key', '=', key)
    .where('route', '=', route)
    .executeTakeFirst();
  if (held === undefined || held.body_hash !== bodyHash) return { kind: 'other-body' };
  return held.status === null
    ? { kind: 'same' }
    : { kind: 'same', answer: { status: held.status, body: held.response } };
}

/** Keeps the answer, so that a repeat gets the very same one. */
export async function storeAnswer(
  db: Kysely<Schema>,
  {
    key,
    route,
    status,
    body,
  }: { readonly key: string; readonly route: string; readonly status: number; readonly body: unknown },
): Promise<void> {
  await db
    .updateTable('idempotency_keys')
    .set({ status, response: JSON.stringify(body) })
    .where('key', '=', key)
    .where('route', '=', route)
    .execute();
}

/** Gives a key back whose request left nothing behind, so that a corrected one may use it. */
export async function releaseKey(db: Kysely<Schema>, { key, route }: Pick<Request, 'key' | 'route'>): Promise<void> {
  await db
    .deleteFrom('idempotency_keys')
    .where('key', '=', key)
    .where('route', '=', route)
    .where('status', 'is', null)
    .execute();
}
