import { createHash } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { roles, type Role } from '../domain/follow-up/roles.ts';
import type { ContactId, RecommendationId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';

export type AnswerClaim = {
  readonly contactId: ContactId;
  readonly recommendationId: RecommendationId;
  readonly role: Role;
  /** For a link that answers all of a cluster: the recommendation then only says which one it was sent for. */
  readonly clusterId?: string;
};

export type LinkSigner = {
  readonly sign: (claim: AnswerClaim, at: Instant) => Promise<string>;
  /** The claim of a link that is ours and has not expired; undefined for any other text. */
  readonly read: (token: string, at: Instant) => Promise<AnswerClaim | undefined>;
};

/** A link outlives the round that sent it, so that an old mail still opens the page that says what is asked now. */
const validDays = 180;
const algorithm = 'HS256';
const payloadSchema = z.object({
  c: z.string().min(1),
  r: z.string().min(1),
  o: z.enum(roles),
  k: z.string().min(1).optional(),
});

export const expiryOf = (signedAt: Instant): Instant =>
  new Date(Date.parse(signedAt) + validDays * 86_400_000).toISOString();

/**
 * Signs and reads answer links. The first secret signs, all of them are accepted: so a secret is changed by putting the
 * new one in front. Times are calendar time.
 */
export function createLinkSigner(secrets: readonly [string, ...string[]]): LinkSigner {
  const keys = new Map(secrets.map((secret) => [keyIdOf(secret), new TextEncoder().encode(secret)]));
  const kid = keyIdOf(secrets[0]);
  const signing = new TextEncoder().encode(secrets[0]);
  return {
    sign: ({ contactId, recommendationId, role, clusterId }, at) =>
      new SignJWT({ c: contactId, r: recommendationId, o: role, ...(clusterId === undefined ? {} : { k: clusterId }) })
        .setProtectedHeader({ alg: algorithm, kid })
        .setExpirationTime(Math.floor(Date.parse(at) / 1_000) + validDays * 86_400)
        .sign(signing),
    read: async (token, at) => {
      try {
        const { payload } = await jwtVerify(token, (header) => keys.get(header.kid ?? '') ?? new Uint8Array(32), {
          algorithms: [algorithm],
          currentDate: new Date(at),
        });
        const { c, r, o, k } = payloadSchema.parse(payload);
        return { contactId: c, recommendationId: r, role: o, ...(k === undefined ? {} : { clusterId: k }) };
      } catch {
        return undefined;
      }
    },
  };
}

const keyIdOf = (secret: string): string =>
  createHash('sha256').update(`kid:${secret}`).digest('base64url').slice(0, 8);
