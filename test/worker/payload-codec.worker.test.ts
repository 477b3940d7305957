import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { ConfigError, readConfig } from '../../worker/config.ts';
import { withSecretsFromFiles } from '../../worker/secret-files.ts';
import { sealFailures } from '../../worker/encryption.ts';
import { createPayloadCodec } from '../../worker/payload-codec.ts';
import { workflowBundle } from '../support/workflow-bundle.ts';

const keyNamed = (id: string) => ({ id, key: randomBytes(32) });
const [old, fresh] = [keyNamed('2026a'), keyNamed('2026b')];
const note = { note: 'Ana Novak has left the ministry' };
const payload = defaultPayloadConverter.toPayload(note);
const sealedBy = async (key: typeof old, given: Payload = payload): Promise<Payload> =>
  (await createPayloadCodec([key]).encode([given]))[0] as Payload;
const wordsOf = async (given: Payload, ...keys: [typeof old, ...(typeof old)[]]): Promise<unknown> =>
  defaultPayloadConverter.fromPayload((await createPayloadCodec(keys).decode([given]))[0] as Payload);

test('what is encrypted holds nothing of what was written, says under which key, and never looks the same twice', async () => {
  const [one, other] = [await sealedBy(old), await sealedBy(old)];
  expect(Buffer.from(one.data as Uint8Array).includes('Novak')).toBe(false);
  expect(Buffer.from(one.metadata?.['encryption-key-id'] as Uint8Array).toString()).toBe('2026a');
  expect(one.data).not.toEqual(other.data);
  expect(await wordsOf(one, old)).toEqual(note);
});

test('after a new key came first, what the old one wrote is read on, and the new one writes', async () => {
  const before = await sealedBy(old);
  expect(await wordsOf(before, fresh, old)).toEqual(note);
  const [after] = await createPayloadCodec([fresh, old]).encode([payload]);
  expect(await wordsOf(after as Payload, fresh)).toEqual(note);
});

test('what was written before there were keys is read as it is', async () => {
  expect(await wordsOf(payload, fresh)).toEqual(note);
});

test('a key that is missing is named, and the key itself is not', async () => {
  const before = await sealedBy(old);
  await expect(wordsOf(before, fresh)).rejects.toThrow(
    'Temporal holds what was encrypted with the key "2026a", which RELANCE_PAYLOAD_KEYS does not name: add it behind the others',
  );
  await expect(wordsOf(before, keyNamed('2026a'))).rejects.toThrow('another key of that name');
});

test('what was changed on its way is refused, whichever byte it is', async () => {
  const { metadata, data } = await sealedBy(old);
  for (const index of [0, 12, 28, (data as Uint8Array).length - 1]) {
    const bent = Uint8Array.from(data as Uint8Array);
    bent[index] = (bent[index] ?? 0) ^ 1;
    await expect(wordsOf({ metadata: metadata ?? null, data: bent }, old)).rejects.toThrow('does not open');
  }
});

const base64 = randomBytes(32).toString('base64');
const read = (env: Record<string, string>) => readConfig(withSecretsFromFiles(env)).temporal.payloadKeys;

test('keys are read with the newest first, from the setting or from a file with one a line', async () => {
  expect(read({})).toEqual([]);
  expect(read({ RELANCE_PAYLOAD_KEYS: `b:${base64}, a:${base64}` }).map(({ id }) => id)).toEqual(['b', 'a']);
  const folder = await mkdtemp(join(tmpdir(), 'relance-keys-'));
  const file = join(folder, 'keys');
  await writeFile(file, `b:${base64}\na:${base64}\n`);
  expect(read({ RELANCE_PAYLOAD_KEYS_FILE: file }).map(({ id }) => id)).toEqual(['b', 'a']);
  await rm(folder, { recursive: true });
});

test.each([
  [{ RELANCE_PAYLOAD_KEYS: 'secret' }, /^RELANCE_PAYLOAD_KEYS: key 1 must be id:base64, as in [^\n]+$/],
  [{ RELANCE_PAYLOAD_KEYS: `a:${base64},b:c2hvcnQ=` }, /^RELANCE_PAYLOAD_KEYS: key 2 has 5 bytes and must have 32$/],
  [{ RELANCE_PAYLOAD_KEYS: `a:${base64},a:${base64}` }, /^RELANCE_PAYLOAD_KEYS: two keys are called a$/],
  [{ RELANCE_PAYLOAD_KEYS_FILE: '/no/such/file' }, /^RELANCE_PAYLOAD_KEYS_FILE: the file cannot be read/],
  [
    { RELANCE_PAYLOAD_KEYS: `a:${base64}`, RELANCE_PAYLOAD_KEYS_FILE: 'x' },
    /^RELANCE_PAYLOAD_KEYS and RELANCE_PAYLOAD_KEYS_FILE [^\n]+ set one/,
  ],
])('%j stops the start with one line that shows no key', (env, line) => {
  expect(() => read(env)).toThrow(ConfigError);
  expect(() => read(env)).toThrow(line);
  expect(() => read(env)).not.toThrow(base64);
});

test('workflows with keys run the same bundle, but for the words of their failures', async () => {
  const bundle = await workflowBundle();
  const sealed = sealFailures(bundle) as typeof bundle;
  expect(sealed.code).toContain('relance-failures:sealed');
  expect(sealed.code.replaceAll('failures:sealed', 'failures:in-clear')).toBe(bundle.code);
  expect(() => sealFailures({ code: 'another program', sourceMap: '' } as never)).toThrow('not one of ours');
});
