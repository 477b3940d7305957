import { ValueError, type Payload, type PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { PayloadKey } from './payload-keys.ts';

const encoding = 'binary/encrypted';
const cipherName = 'AES-256-GCM';
/** Random nonces of 96 bits are safe for 2^32 payloads of one key (NIST SP 800-38D, 8.3): rotate before. */
const nonceBytes = 12;
const tagBytes = 16;

// Node finds no named exports in this module.
const { Payload: wire } = proto.temporal.api.common.v1;

/**
 * Keeps what people write from whoever can read Temporal's database. The whole payload is sealed, its metadata with it; the key's
 * id stands beside it in clear and is vouched for by the seal. What was written before there were keys is read as it is.
 */
export function createPayloadCodec(keys: readonly [PayloadKey, ...PayloadKey[]]): PayloadCodec {
  const [newest] = keys;
  const byId = new Map(keys.map((each) => [each.id, each]));
  return {
    encode: async (payloads) => payloads.map((payload) => seal(payload, newest)),
    decode: async (payloads) => payloads.map((payload) => (isSealed(payload) ? open(payload, byId) : payload)),
  };
}

const isSealed = ({ metadata }: Payload): boolean => textOf(metadata?.encoding) === encoding;

function seal(payload: Payload, { id, key }: PayloadKey): Payload {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(id));
  const sealed = Buffer.concat([cipher.update(wire.encode(payload).finish()), cipher.final()]);
  return {
    metadata: {
      encoding: Buffer.from(encoding),
      'encryption-cipher': Buffer.from(cipherName),
      'encryption-key-id': Buffer.from(id),
    },
    data: Buffer.concat([nonce, cipher.getAuthTag(), sealed]),
  };
}

function open({ metadata, data }: Payload, byId: ReadonlyMap<string, PayloadKey>): Payload {
  const id = textOf(metadata?.['encryption-key-id']);
  const known = byId.get(id);
  if (known === undefined)
    throw new ValueError(
      `Temporal holds what was encrypted with the key "${id}", which RELANCE_PAYLOAD_KEYS does not name: add it behind the others`,
    );
  const bytes = Buffer.from(data ?? []);
  const nonce = bytes.subarray(0, nonceBytes);
  try {
    const opener = createDecipheriv('aes-256-gcm', known.key, nonce, { authTagLength: tagBytes })
      .setAAD(Buffer.from(id))
      .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    return wire.decode(Buffer.concat([opener.update(bytes.subarray(nonceBytes + tagBytes)), opener.final()]));
  } catch {
    throw new ValueError(`What Temporal holds does not open with the key "${id}": it is another key of that name`);
  }
}

const textOf = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString();
