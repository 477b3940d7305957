import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps texts that must be readable again from whoever has the database alone. */
export type Sealer = {
  /** `owner` is bound in: what was sealed for one account opens for no other. */
  readonly seal: (text: string, owner: string) => string;
  /** Undefined when no secret that we have opens it. */
  readonly open: (sealed: string, owner: string) => string | undefined;
};

const algorithm = 'aes-256-gcm';
const label = 'relance second factor 1';
const ivBytes = 12;
const tagBytes = 16;

/** The first secret seals, all of them open: so a secret is changed by putting the new one in front. */
export function createSealer(secrets: readonly [string, ...string[]]): Sealer {
  const keys = secrets.map((secret) => Buffer.from(hkdfSync('sha256', secret, '', label, 32)));
  return {
    seal: (text, owner) => {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(algorithm, keys[0] ?? '', iv).setAAD(Buffer.from(owner));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
    },
    open: (sealed, owner) => {
      for (const key of keys) {
        const text = openWith(key, Buffer.from(sealed, 'base64url'), owner);
        if (text !== undefined) return text;
      }
      return undefined;
    },
  };
}

function openWith(key: Buffer, sealed: Buffer, owner: string): string | undefined {
  try {
    const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, ivBytes))
      .setAAD(Buffer.from(owner))
      .setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
    return decipher.update(sealed.subarray(ivBytes + tagBytes), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return undefined;
  }
}
