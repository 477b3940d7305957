import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import {
  findLinkKey,
  listLinkKeys,
  removeLinkKeys,
  rewrapLinkKey,
  saveLinkKey,
  type LinkKeyRow,
} from '../db/register/answer-link-keys.ts';
import type { Schema } from '../db/schema.ts';
import type { Instant } from '../domain/time.ts';
import { createKeyWrap } from './wrapped-key.ts';

export type LinkKey = { readonly kid: string; readonly bytes: Uint8Array };
export type LinkKeysWish = {
  readonly db: Kysely<Schema>;
  /** The first one wraps, all of them unwrap. */
  readonly secrets: readonly [string, ...string[]];
  /** After as many days a key signs no more; a new one is made with the next link. */
  readonly keyDays: number;
};
export type LinkKeys = {
  /** The key that signs now; a new one when there is none, or none that is young enough. */
  readonly signing: (at: Instant) => Promise<LinkKey>;
  /** Undefined for a key that is none of ours, or was revoked. */
  readonly verifying: (kid: string) => Promise<LinkKey | undefined>;
  /** Makes a new key now, wraps all of them under the first secret, and forgets those that nothing needs. */
  readonly rotate: (at: Instant) => Promise<Rotation>;
};
export type Rotation = { readonly kid: string; readonly rewrapped: number; readonly removed: number };

/** A link outlives the round that sent it, so that an old mail still opens the page that says what is asked now. */
export const linkValidDays = 180;
const dayMs = 86_400_000;

export const daysAfter = (at: Instant, days: number): Instant => new Date(Date.parse(at) + days * dayMs).toISOString();

/** The keys of answer links: random ones, kept wrapped, each signing for some days and good for as long as its links. */
export function createLinkKeys({ db, secrets, keyDays }: LinkKeysWish): LinkKeys {
  const keyWrap = createKeyWrap(secrets);
  const opened = ({ kid, wrapped_key }: LinkKeyRow): LinkKey | undefined => {
    const bytes = keyWrap.unwrap(wrapped_key, kid);
    return bytes && { kid, bytes };
  };
  const make = async (at: Instant): Promise<LinkKey> => {
    const key = { kid: randomBytes(9).toString('base64url'), bytes: randomBytes(32) };
    await saveLinkKey(db, { kid: key.kid, wrapped_key: keyWrap.wrap(key.bytes, key.kid), created_at: at });
    return key;
  };
  return {
    signing: async (at) => {
      const [newest] = (await listLinkKeys(db)).filter(({ revoked_at }) => revoked_at === null);
      const isYoung = newest !== undefined && daysAfter(newest.created_at, keyDays) > at;
      return (isYoung ? opened(newest) : undefined) ?? make(at);
    },
    verifying: async (kid) => {
      // Whatever a token says of itself is text from anywhere.
      const row = /^[\w-]{12}$/.test(kid) ? await findLinkKey(db, kid) : undefined;
      return row?.revoked_at === null ? opened(row) : undefined;
    },
    rotate: async (at) => {
      const { kid } = await make(at);
      const rows = await listLinkKeys(db);
      const gone = rows.filter((_, index) => isSpent(rows, index, at)).map((row) => row.kid);
      await removeLinkKeys(db, gone);
      return { kid, rewrapped: await rewrapAll(rows.filter((row) => !gone.includes(row.kid))), removed: gone.length };
    },
  };

  async function rewrapAll(rows: readonly LinkKeyRow[]): Promise<number> {
    let count = 0;
    for (const { kid, wrapped_key } of rows) {
      const key = keyWrap.isNewest(wrapped_key, kid) ? undefined : keyWrap.unwrap(wrapped_key, kid);
      if (key === undefined) continue;
      await rewrapLinkKey(db, kid, keyWrap.wrap(key, kid));
      count += 1;
    }
    return count;
  }
}

/** The last link of a key was signed before the next key was made; when that link has expired, nothing needs the key. */
export function lastUseOf(rows: readonly LinkKeyRow[], index: number): Instant | null {
  const next = rows[index - 1];
  return next === undefined ? null : daysAfter(next.created_at, linkValidDays);
}

function isSpent(rows: readonly LinkKeyRow[], index: number, at: Instant): boolean {
  const last = lastUseOf(rows, index);
  return last !== null && last <= at;
}
