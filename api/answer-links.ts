import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { isLinkRevoked } from '../db/register/answer-link-revocations.ts';
import { roles, type Role } from '../domain/follow-up/roles.ts';
import type { ContactId, RecommendationId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import { createLinkKeys, daysAfter, linkValidDays, type LinkKeysWish } from './link-keys.ts';

export type AnswerClaim = {
  readonly contactId: ContactId;
  readonly recommendationId: RecommendationId;
  readonly role: Role;
  /** For a link that answers all of a cluster: the recommendation then only says which one it was sent for. */
  readonly clusterId?: string;
};

/** What a link says, and when it was signed. */
export type SignedClaim = AnswerClaim & { readonly signedAt: Instant };

export type LinkSigner = {
  readonly sign: (claim: AnswerClaim, at: Instant) => Promise<string>;
  /** The claim of a link that is ours, has not expired and was not revoked; undefined for any other text. */
  readonly read: (token: string, at: Instant) => Promise<SignedClaim | undefined>;
};

const algorithm = 'HS256';
const payloadSchema = z.object({
  c: z.string().min(1),
  r: z.string().min(1),
  o: z.enum(roles),
  k: z.string().min(1).optional(),
  iat: z.number(),
  exp: z.number(),
});

export const expiryOf = (signedAt: Instant): Instant => daysAfter(signedAt, linkValidDays);

/** Signs and reads answer links. Times are calendar time, to the millisecond: a link made just after a revocation is good. */
export function createLinkSigner(wish: LinkKeysWish): LinkSigner {
  const keys = createLinkKeys(wish);
  const verify = async (token: string, at: Instant): Promise<SignedClaim | undefined> => {
    const { payload } = await jwtVerify(token, async ({ kid }) => required((await keys.verifying(kid ?? ''))?.bytes), {
      algorithms: [algorithm],
      currentDate: new Date(at),
    });
    const { c, r, o, k, iat } = payloadSchema.parse(payload);
    const signedAt = new Date(Math.round(iat * 1_000)).toISOString();
    const claim = {
      contactId: c,
      recommendationId: r,
      role: o,
      ...(k === undefined ? {} : { clusterId: k }),
      signedAt,
    };
    return (await isLinkRevoked(wish.db, claim)) ? undefined : claim;
  };
  return {
    sign: async ({ contactId, recommendationId, role, clusterId }, at) => {
      const { kid, bytes } = await keys.signing(at);
      const seconds = Date.parse(at) / 1_000;
      return new SignJWT({
        c: contactId,
        r: recommendationId,
        o: role,
        ...(clusterId === undefined ? {} : { k: clusterId }),
      })
        .setProtectedHeader({ alg: algorithm, kid })
        .setIssuedAt(seconds)
        .setExpirationTime(Math.floor(seconds) + linkValidDays * 86_400)
        .sign(bytes);
    },
    read: async (token, at) => {
      try {
        return await verify(token, at);
      } catch (error) {
        if (isOfToken(error)) return undefined;
        throw error;
      }
    },
  };
}

/** What is wrong with a token, and not with us: a database that is away must be told as such. */
const isOfToken = (error: unknown): boolean =>
  error instanceof UnknownKey || error instanceof z.ZodError || error instanceof errors.JOSEError;

/** No key stands in for one that is not there: whoever knows it could sign. */
class UnknownKey extends Error {}

function required(bytes: Uint8Array | undefined): Uint8Array {
  if (bytes === undefined) throw new UnknownKey('no such key');
  return bytes;
}
