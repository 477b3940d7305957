import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

export type KeyWrap = {
  readonly wrap: (key: Uint8Array, kid: string) => string;
  /** Undefined when none of the secrets has wrapped it, or when it stands under another id than its own. */
  readonly unwrap: (wrapped: string, kid: string) => Uint8Array | undefined;
  /** Whether the first of the secrets has wrapped it. */
  readonly isNewest: (wrapped: string, kid: string) => boolean;
};

const cipher = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/**
 * Keys at rest, each under a key that follows from a secret (HKDF, RFC 5869). The first secret wraps, all of them unwrap:
 * so a secret is changed by putting the new one in front. The id of a key is sealed with it.
 */
export function createKeyWrap(secrets: readonly [string, ...string[]]): KeyWrap {
  const [first, ...others] = secrets;
  const wrapping = derive(first);
  const all = [wrapping, ...others.map(derive)];
  return {
    wrap: (key, kid) => {
      const iv = randomBytes(ivBytes);
      const sealing = createCipheriv(cipher, wrapping, iv, { authTagLength: tagBytes }).setAAD(Buffer.from(kid));
      const sealed = Buffer.concat([sealing.update(key), sealing.final()]);
      return Buffer.concat([iv, sealing.getAuthTag(), sealed]).toString('base64url');
    },
    unwrap: (wrapped, kid) => {
      for (const key of all) {
        const opened = open(key, wrapped, kid);
        if (opened !== undefined) return opened;
      }
      return undefined;
    },
    isNewest: (wrapped, kid) => open(wrapping, wrapped, kid) !== undefined,
  };
}

const derive = (secret: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', 'relance answer link keys', 32));

function open(key: Uint8Array, wrapped: string, kid: string): Uint8Array | undefined {
  const bytes = Buffer.from(wrapped, 'base64url');
  try {
    const opening = createDecipheriv(cipher, key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
      .setAAD(Buffer.from(kid))
      .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
    return Buffer.concat([opening.update(bytes.subarray(ivBytes + tagBytes)), opening.final()]);
  } catch {
    return undefined;
  }
}
