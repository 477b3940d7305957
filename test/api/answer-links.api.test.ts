import { SignJWT } from 'jose';
import { createLinkKeys } from '../../api/link-keys.ts';
import { createLinkSigner } from '../../api/answer-links.ts';
import { ask, command, linkSecret, openRelance, register, type Relance } from '../support/relance.ts';
import { linkFor, sendForm } from '../support/voices.ts';

let relance: Relance;
let given: Awaited<ReturnType<typeof register>>;
beforeAll(async () => {
  relance = await openRelance();
  given = await register(relance.app);
  await command(relance.app, given.recommendationId, 'start-follow-up');
}, 60_000);
afterAll(() => relance.close());

const newLink = (id = given.recommendationId, role: keyof typeof given.people = 'focal-point') =>
  linkFor(relance.app, id, given.people[role], role);
const statusOf = async (link: string): Promise<number> => (await relance.app.inject(link)).statusCode;
const keys = async (): Promise<any[]> => (await ask(relance.app, 'GET /v1/answer-link-keys')).body;
const claimOf = (id: string) =>
  ({ contactId: given.people['focal-point'], recommendationId: id, role: 'focal-point' }) as const;
const daysLater = (days: number): string => new Date(Date.parse(relance.now()) + days * 86_400_000).toISOString();

test('1,000 links that were altered open nothing', async () => {
  const link = await newLink();
  const token = link.slice('/answer/'.length);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  let refused = 0;
  for (let number = 0; refused < 1_000; number += 1) {
    // The last letter of a signature holds bits that nothing reads.
    const at = (number * 7_919) % (token.length - 1);
    const letter = alphabet[(number * 31) % 64] ?? 'A';
    if (token[at] === letter) continue;
    const altered = token.slice(0, at) + letter + token.slice(at + 1);
    const remoteAddress = `10.3.${number >> 8}.${number % 250}`;
    const { statusCode, body } = await relance.app.inject({ url: `/answer/${altered}`, remoteAddress });
    expect([altered, statusCode, body.includes('Establish an ombudsman')]).toEqual([altered, 403, false]);
    refused += 1;
  }
}, 60_000);

test('a link that was signed with no key, an empty one, a key of zeros or under another algorithm opens nothing', async () => {
  const [{ kid }] = await keys();
  const { contactId: c, recommendationId: r, role: o } = claimOf(given.recommendationId);
  const sign = (header: { kid: string; alg: string }, key: Uint8Array) =>
    new SignJWT({ c, r, o })
      .setProtectedHeader(header)
      .setIssuedAt(Date.now() / 1_000)
      .setExpirationTime('1d')
      .sign(key);
  const [zeros, known] = [new Uint8Array(32), new TextEncoder().encode(linkSecret)];
  const unsigned = [
    { alg: 'none', kid },
    { c, r, o, iat: 1, exp: 9_999_999_999 },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  for (const token of [
    await sign({ alg: 'HS256', kid: 'nobody' }, zeros),
    await sign({ alg: 'HS256', kid: 'AAAAAAAAAAAA' }, zeros),
    await sign({ alg: 'HS256', kid: '\u0000' }, zeros),
    await sign({ alg: 'HS256', kid }, zeros),
    await sign({ alg: 'HS256', kid }, known),
    await sign({ alg: 'HS512', kid }, new Uint8Array(64)),
    `${unsigned}.`,
  ])
    expect(await statusOf(`/answer/${token}`)).toBe(403);
});

test('a link speaks for its contact, its follow-up and its role alone', async () => {
  const other = await given.recommend({ text: 'Another measure' });
  await command(relance.app, other, 'start-follow-up');
  const link = await newLink();
  await sendForm(relance.app, link, { choice: 'progress', note: 'A bill', recommendation: other });
  const timeline = (await ask(relance.app, `GET /v1/recommendations/${other}/timeline`)).body as any[];
  expect(timeline.map(({ type }) => type)).not.toContain('ProgressReported');
  expect(await relance.links.read(link.slice('/answer/'.length), relance.now())).toMatchObject(
    claimOf(given.recommendationId),
  );
});

test('keys change by themselves; links of the key before stay good until they expire', async () => {
  const token = await relance.links.sign(claimOf(given.recommendationId), relance.now());
  const before = (await keys()).length;
  const later = daysLater(31);
  const newer = await relance.links.sign(claimOf(given.recommendationId), later);
  expect((await keys()).length).toBe(before + 1);
  for (const each of [token, newer]) expect(await relance.links.read(each, later)).toBeDefined();
  expect(await relance.links.read(token, daysLater(179))).toBeDefined();
  expect(await relance.links.read(token, daysLater(181))).toBeUndefined();
  await relance.db.deleteFrom('answer_link_keys').where('created_at', '>', daysLater(1)).execute();
});

test('the secret is changed by putting the new one first; without the old one its keys open nothing', async () => {
  const token = await relance.links.sign(claimOf(given.recommendationId), relance.now());
  const [db, at, fresh] = [relance.db, relance.now(), 'another secret of the tests, long enough'];
  const read = (...secrets: readonly [string, ...string[]]) =>
    createLinkSigner({ db, secrets, keyDays: 30 }).read(token, at);
  expect(await read(fresh)).toBeUndefined();
  expect(await read(fresh, linkSecret)).toBeDefined();
  const rows = await db.selectFrom('answer_link_keys').selectAll().execute();
  await createLinkKeys({ db, secrets: [fresh, linkSecret], keyDays: 30 }).rotate(at);
  expect(await read(fresh)).toBeDefined();
  expect(await read(linkSecret)).toBeUndefined();
  await db.deleteFrom('answer_link_keys').execute();
  await db.insertInto('answer_link_keys').values(rows).execute();
});

test('rotating forgets a key only when its last link has expired', async () => {
  const [db, secrets] = [relance.db, [linkSecret] as const];
  const rows = await db.selectFrom('answer_link_keys').selectAll().execute();
  const { rotate } = createLinkKeys({ db, secrets, keyDays: 30 });
  expect((await rotate(daysLater(40))).removed).toBe(0);
  expect((await rotate(daysLater(40 + 179))).removed).toBe(0);
  expect((await rotate(daysLater(40 + 181))).removed).toBeGreaterThan(0);
  await db.deleteFrom('answer_link_keys').execute();
  await db.insertInto('answer_link_keys').values(rows).execute();
});

test('the links of a contact stop, with who stopped them and why; the next one opens again', async () => {
  const [mine, others] = [await newLink(), await newLink(undefined, 'alternate')];
  const reason = 'The mail was forwarded';
  const path = `POST /v1/contacts/${given.people['focal-point']}/revoke-links`;
  const [sent, again] = [
    await ask(relance.app, path, { reason }, { 'idempotency-key': 'stop-1' }),
    await ask(relance.app, path, { reason }, { 'idempotency-key': 'stop-1' }),
  ];
  expect([sent.status, again.body]).toEqual([200, sent.body]);
  expect(await Promise.all([mine, others].map(statusOf))).toEqual([403, 200]);
  expect((await sendForm(relance.app, mine, { choice: 'progress', note: 'Too late' })).statusCode).toBe(403);
  const { body } = await ask(relance.app, 'GET /v1/answer-link-revocations');
  expect(body).toEqual([expect.objectContaining({ reason, revokedBy: expect.any(String), recommendationId: null })]);
  expect(await statusOf(await newLink())).toBe(200);
  expect((await ask(relance.app, 'POST /v1/contacts/con_no/revoke-links', { reason })).body.code).toBe(
    'UnknownContact',
  );
});

test('the links into one follow-up stop, also by way of a cluster', async () => {
  const [one, two] = [given.recommendationId, await given.recommend({ text: 'The same again' })];
  await command(relance.app, two, 'start-follow-up');
  const together = { stateCode: 'SI', title: 'Together', recommendationIds: [one, two] };
  const { body: cluster } = await ask(relance.app, 'POST /v1/clusters', together);
  const at = relance.now();
  const forBoth = `/answer/${await relance.links.sign({ ...claimOf(one), clusterId: cluster.id }, at)}`;
  const alone = `/answer/${await relance.links.sign(claimOf(two), at)}`;
  expect((await relance.app.inject(forBoth)).body).toContain('The same again');
  await ask(relance.app, `POST /v1/recommendations/${two}/revoke-links`, { reason: 'It is confidential now' });
  expect(await statusOf(alone)).toBe(403);
  const page = await relance.app.inject(forBoth);
  expect([page.statusCode, page.body.includes('The same again')]).toEqual([200, false]);
});

test('a key that was revoked opens nothing and signs nothing; who revoked it first stays on record', async () => {
  const link = await newLink();
  const { kid } = (await keys()).find(({ isSigning }) => isSigning);
  const revoke = (reason: string) => ask(relance.app, `POST /v1/answer-link-keys/${kid}/revoke`, { reason });
  expect((await revoke('It was copied')).body).toMatchObject({ kid, isSigning: false, reason: 'It was copied' });
  expect((await revoke('Again')).body.reason).toBe('It was copied');
  expect(await statusOf(link)).toBe(403);
  expect(await statusOf(await newLink())).toBe(200);
  expect((await keys()).find(({ isSigning }) => isSigning).kid).not.toBe(kid);
  const { body } = await ask(relance.app, 'POST /v1/answer-link-keys/no-such-key/revoke', { reason: 'x' });
  expect(body.code).toBe('UnknownLinkKey');
});

test('whoever has left their office opens nothing any more', async () => {
  const id = await given.recommend();
  await command(relance.app, id, 'start-follow-up');
  const link = await newLink(id, 'manager');
  expect(await statusOf(link)).toBe(200);
  const contact = relance.db.updateTable('contacts').where('id', '=', given.people.manager);
  await contact.set({ unreachable_since: relance.now(), unreachable_because: 'departed' }).execute();
  expect(await statusOf(link)).toBe(403);
  await contact.set({ unreachable_since: null, unreachable_because: null }).execute();
});

test('no key lies open in the database', async () => {
  await newLink();
  const rows = await relance.db.selectFrom('answer_link_keys').selectAll().execute();
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(linkSecret);
  for (const { wrapped_key } of rows) expect(Buffer.from(wrapped_key, 'base64url')).toHaveLength(12 + 16 + 32);
});
