/** A key of AES-256 with the name under which what it encrypted can be told. */
export type PayloadKey = { readonly id: string; readonly key: Buffer };

/**
 * Reads `id:base64, id:base64 …`, also one a line as files have it: the first encrypts, all decrypt. No keys, no encryption.
 * Throws an error of one line that names no key.
 */
export function readPayloadKeys(keys: string | undefined): readonly PayloadKey[] {
  const parts = (keys ?? '').split(/[\s,]+/).filter(Boolean);
  const read = parts.map((part, index) => keyOf(part, `RELANCE_PAYLOAD_KEYS: key ${index + 1}`));
  const ids = read.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Error(`RELANCE_PAYLOAD_KEYS: two keys are called ${twice}`);
  return read;
}

const keyBytes = 32;

function keyOf(part: string, which: string): PayloadKey {
  const [, id, base64] = /^([\w.-]{1,40}):([A-Za-z0-9+/_-]+={0,2})$/.exec(part) ?? [];
  if (id === undefined || base64 === undefined)
    throw new Error(`${which} must be id:base64, as in 2026a:$(openssl rand -base64 32)`);
  const key = Buffer.from(base64, 'base64');
  if (key.length !== keyBytes) throw new Error(`${which} has ${key.length} bytes and must have ${keyBytes}`);
  return { id, key };
}
