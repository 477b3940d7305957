import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../worker/config.ts';
import { isGuessable } from '../../worker/guessable.ts';
import { linkSecretsOf } from '../../worker/parts.ts';
import { requireProductionSettings } from '../../worker/production.ts';
import { secretSettings, withSecretsFromFiles } from '../../worker/secret-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'relance-secrets-'));
afterAll(() => rmSync(folder, { recursive: true }));
const random = () => randomBytes(32).toString('base64url');
const fileOf = (content: string): string => {
  const file = join(folder, random());
  writeFileSync(file, content);
  return file;
};
const good = () => ({
  DATABASE_URL: `postgres://relance:${random()}@db.example/relance`,
  SMTP_URL: `smtps://relance:${random()}@mail.example`,
  TEMPORAL_ADDRESS: 'temporal.example:7233',
  PUBLIC_URL: 'https://relance.example',
  RELANCE_LINK_SECRET: random(),
});
const start =
  (over: Readonly<Record<string, string>> = {}) =>
  () =>
    requireProductionSettings(readConfig(withSecretsFromFiles({ ...good(), ...over })));

test.each(secretSettings)('%s comes from a file as well, without the line break at its end', (name) => {
  expect(withSecretsFromFiles({ [`${name}_FILE`]: fileOf('what is in it\n') })[name]).toBe('what is in it');
  expect(() => withSecretsFromFiles({ [`${name}_FILE`]: join(folder, 'none') })).toThrow(`${name}_FILE: the file`);
  const both = { [name]: 'x', [`${name}_FILE`]: fileOf('y') };
  expect(() => withSecretsFromFiles(both)).toThrow(`${name} and ${name}_FILE`);
});

test('every setting that holds a secret is among those that come from files', () => {
  const source = ['config', 'openid-config']
    .map((file) => readFileSync(new URL(`../../worker/${file}.ts`, import.meta.url), 'utf8'))
    .join('\n');
  const names = [
    ...source.matchAll(/^ {2}([A-Z_]*(?:SECRET\w*|API_KEY|PAYLOAD_KEYS|PASSWORD|(?:DATABASE|SMTP)_URL)):/gm),
  ];
  expect(names.map(([, name]) => name).toSorted()).toEqual([...secretSettings].toSorted());
});

test('separate processes start with secrets of their own', () => {
  expect(start()()).toEqual({ address: 'temporal.example:7233' });
  expect(start({ DATABASE_URL: 'postgres://relance@db.example/relance' })).not.toThrow(); // By certificate, or peer.
  expect(start({ RELANCE_LINK_SECRET: '', RELANCE_LINK_SECRET_FILE: fileOf(random()) })).not.toThrow();
});

test.each([
  ['RELANCE_LINK_SECRET', ''],
  ['RELANCE_LINK_SECRET', 'change-me-change-me-change-me-change-me'],
  ['RELANCE_LINK_SECRET', 'x'.repeat(64)],
  ['RELANCE_LINK_SECRET', 'your-secret-key-your-secret-key-12345'],
  ['RELANCE_LINK_SECRET', '00000000000000000000000000000000'],
  ['RELANCE_LINK_SECRET_BEFORE', 'secretsecretsecretsecretsecretsecret'],
  ['DATABASE_URL', 'postgres://postgres:postgres@db.example/relance'],
  ['DATABASE_URL', 'postgres://relance:relance@db.example/relance'],
  ['DATABASE_URL', 'postgres://relance:ch%61ngeme@db.example/relance'],
  ['SMTP_URL', 'smtp://relance:password1@mail.example'],
  ['TEMPORAL_API_KEY', 'test'],
  ['PUBLIC_URL', ''],
])('%s=%s is refused in production by one line that names it', (name, value) => {
  expect(start({ [name]: value })).toThrow(new RegExp(`^${name}[: ][^\\n]+$`));
});

test('a message about a secret never tells it', () => {
  const secret = 'admin-admin-admin-admin-admin-admin-ad';
  expect(start({ RELANCE_LINK_SECRET: secret })).toThrow(
    expect.not.objectContaining({ message: expect.stringContaining(secret) }),
  );
});

test('no random secret is taken for a guessable one', () => {
  for (let times = 0; times < 2_000; times += 1) expect(isGuessable(random())).toBe(false);
});

test('without a setting npm start makes a secret of its own, once, that nobody else may read', async () => {
  const config = readConfig({ RELANCE_DATA_DIR: join(folder, 'data') });
  const [first, again] = [await linkSecretsOf(config), await linkSecretsOf(config)];
  expect(again).toEqual(first);
  expect(isGuessable(first[0])).toBe(false);
  expect(statSync(join(folder, 'data', 'link-secret')).mode & 0o777).toBe(0o600);
});
