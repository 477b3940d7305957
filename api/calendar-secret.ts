import { randomBytes, timingSafeEqual } from 'node:crypto';
import { newSecret, secretHash } from './sign-in/secrets.ts';

/** The address of a feed: an id under which it is found, and a secret that is only ever compared by its hash. */
export type FeedAddress = { readonly id: string; readonly secret: string };

export const newFeedAddress = (): FeedAddress => ({
  id: randomBytes(9).toString('base64url'),
  secret: newSecret(),
});

/** Compares in the same time whatever differs, also where there is nothing to compare with. */
export function isSecretOf(hash: string | undefined, secret: string): boolean {
  const isSame = timingSafeEqual(Buffer.from(secretHash(secret), 'hex'), Buffer.from(hash ?? secretHash(''), 'hex'));
  return hash !== undefined && isSame;
}

export const feedPath = ({ id, secret }: FeedAddress): string => `/calendars/${id}.${secret}.ics`;

export function readFeedAddress(token: string): FeedAddress | undefined {
  const [, id, secret] = /^([\w-]{12})\.([\w-]{43})\.ics$/.exec(token) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}
