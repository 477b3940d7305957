import { sql } from 'kysely';
import type { Identify } from '../../api/sign-in/identify.ts';
import { languages } from '../../db/schema.ts';
import { wordsFor } from '../../words/words.ts';
import { ask, command, openRelance, register, type Relance } from '../support/relance.ts';

let relance: Relance;
let closed: Relance;
let given: Awaited<ReturnType<typeof register>>;
/** Whoever asks is this one: a word is written into every table here, also into those by which people sign in. */
const identify: Identify = () =>
  Promise.resolve({
    actor: 'account:acc_admin',
    accountId: 'acc_admin',
    contactId: null,
    grants: [{ role: 'administrator', scope: { kind: 'everywhere' } }],
    tokenReach: null,
  });

beforeAll(async () => {
  relance = await openRelance({ api: { publicView: { licence: 'CC BY 4.0', delayDays: 0 }, identify } });
  closed = await openRelance({ hasWorker: false });
  given = await register(relance.app);
}, 120_000);
afterAll(async () => {
  await relance.close();
  await closed.close();
});

const reason = 'canary-reason: the Government has agreed';
const decide = (subject: string, verdict: 'publish' | 'withdraw') =>
  ask(relance.app, `POST /v1/${subject}/publication`, { verdict, reason });
const get = (url: string, headers: Record<string, string> = {}) => relance.app.inject({ method: 'GET', url, headers });
const rows = async (query = ''): Promise<readonly { readonly id: string; readonly text: string }[]> =>
  (await get(`/public/data/recommendations.json${query}`)).json().items;
const isShown = async (id: string): Promise<boolean> => (await rows()).some((row) => row.id === id);

const addresses = (id: string): readonly string[] => [
  ...['/public', '/public/states/SI', `/public/recommendations/${id}`].flatMap((path) =>
    languages.map((language) => `${path}?lang=${language}`),
  ),
  '/public/data/recommendations.csv',
  '/public/data/recommendations.json',
  '/public/data/recommendations.csv?state=SI',
  '/public/data/recommendations.json?state=SI',
];

test('where the public view is off, none of its addresses exists, whatever was published', async () => {
  const { recommendationId: id } = await register(closed.app);
  const published = await ask(closed.app, `POST /v1/recommendations/${id}/publication`, { verdict: 'publish', reason });
  expect(published.body).toMatchObject({ isOffered: false, standing: 'public', preview: { id } });
  for (const url of addresses(id)) expect([url, (await closed.app.inject(url)).statusCode]).toEqual([url, 404]);
});

test('nothing is public by itself; a publication shows it, and a withdrawal anywhere hides it at once', async () => {
  const id = await given.recommend();
  expect(await isShown(id)).toBe(false);
  expect((await get(`/public/recommendations/${id}`)).statusCode).toBe(404);
  for (const subject of [`recommendations/${id}`, `sources/${given.sourceId}`, 'states/SI']) {
    expect((await decide(subject, 'publish')).status).toBe(200);
    expect([subject, await isShown(id)]).toEqual([subject, true]);
    const { body } = await decide(subject, 'withdraw');
    expect(body.decisions[0]).toMatchObject({ verdict: 'withdraw', reason, actor: 'account:acc_admin' });
    expect([subject, await isShown(id)]).toEqual([subject, false]);
    await decide(subject, 'publish');
  }
  expect((await ask(relance.app, `GET /v1/recommendations/${id}/publication`)).body.standing).toBe('public');
  expect((await ask(relance.app, 'GET /v1/publications?subjectKind=state&subjectId=SI')).body).toHaveLength(3);
});

test('what is younger than the delay is not shown: neither the decision nor what the State said since', async () => {
  const day = 86_400_000;
  const late = await openRelance({
    hasWorker: false,
    api: { publicView: { licence: 'CC BY 4.0', delayDays: 30 } },
    startsAt: new Date(Date.now() - 40 * day).toISOString(),
  });
  try {
    const { recommendationId: id } = await register(late.app);
    await ask(late.app, `POST /v1/recommendations/${id}/publication`, { verdict: 'publish', reason });
    expect((await ask(late.app, `GET /v1/recommendations/${id}/publication`)).body.standing).toBe('delayed');
    expect((await late.app.inject(`/public/recommendations/${id}`)).statusCode).toBe(404);
  } finally {
    await late.close();
  }
});

test('a wording stands in the place of the text, everywhere and at once', async () => {
  const id = await given.recommend({ text: 'Release the brothers Kranjec' });
  await decide(`recommendations/${id}`, 'publish');
  expect((await get(`/public/recommendations/${id}`)).body).toContain('Kranjec');
  await ask(relance.app, `POST /v1/recommendations/${id}/publication/wording`, {
    wording: 'Release two detained persons',
    reason: 'Names of victims',
  });
  for (const url of addresses(id)) expect([url, (await get(url)).body.includes('Kranjec')]).toEqual([url, false]);
  expect((await get(`/public/recommendations/${id}`)).body).toContain('Release two detained persons');
});

test('pages speak six languages, take no cookie, stay small, and are kept by whoever read them', async () => {
  const id = await given.recommend();
  await decide(`recommendations/${id}`, 'publish');
  for (const url of addresses(id)) {
    const page = await get(url);
    expect([url, page.statusCode, page.headers['set-cookie'], page.body.length < 50_000]).toEqual([
      url,
      200,
      undefined,
      true,
    ]);
    expect(page.headers['cache-control']).toBe('public, max-age=300');
    expect(page.body).not.toContain('<script');
    expect((await get(url, { 'if-none-match': String(page.headers['etag']) })).statusCode).toBe(304);
  }
  for (const language of languages) {
    const { body } = await get(`/public?lang=${language}`);
    expect(body).toContain(wordsFor(language).public.title);
    expect(body).toContain(`lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"`);
  }
});

/**
 * Columns of which something may be public: everything else is written over. What these hold is said in
 * `domain/publication/public-recommendation.ts`.
 */
const publicColumns: readonly string[] = [
  'recommendations.text',
  'recommendations.paragraph',
  'recommendations.position',
  'recommendations.state_code',
  'sources.title',
  'sources.report_symbol',
  'publication_wordings.wording',
  'publication_decisions.subject_kind',
  'publication_decisions.verdict',
];
/** By these rows find each other; they hold no words. */
const isKey = (column: string): boolean => /(^|_)(id|ids|code|codes|key)$|^kind$|^status$/.test(column);

async function columnsOf(
  type: string,
): Promise<readonly { readonly table_name: string; readonly column_name: string }[]> {
  const { rows: found } = await sql<{ table_name: string; column_name: string }>`
    select c.table_name, c.column_name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type = ${type}
      and c.is_generated = 'NEVER' and c.table_name not like 'kysely%'`.execute(relance.db);
  return found;
}

/** Writes a word of its own into every text that is not public; a column that takes no free text is left. */
async function writeCanaries(): Promise<readonly string[]> {
  const written: string[] = [];
  for (const { table_name: table, column_name: column } of await columnsOf('text')) {
    const name = `${table}.${column}`;
    if (publicColumns.includes(name) || isKey(column)) continue;
    const isTaken = await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${`canary-${name}`} where true`
      .execute(relance.db)
      .then(({ numAffectedRows }) => (numAffectedRows ?? 0n) > 0n)
      .catch(() => false);
    if (isTaken) written.push(name);
  }
  return written;
}

test('not one confidential field comes out: a word in each of them is found nowhere', async () => {
  const id = await given.recommend({ themes: ['canary-theme'], affectedGroups: ['canary-group'] });
  const canary = (what: string): string => `canary-${what}`;
  await command(relance.app, id, 'start-follow-up');
  await command(relance.app, id, 'report-progress', { note: canary('progress'), implementation: 'in-progress' });
  await command(relance.app, id, 'record-independent-view', { role: 'nhri', note: canary('view') });
  await command(relance.app, id, 'assess', { assessment: 'C', reason: canary('assessment') });
  await command(relance.app, id, 'pause', { reason: canary('pause'), cause: 'conflict' });
  await command(relance.app, id, 'resume');
  await command(relance.app, id, 'claim-implementation', {
    note: canary('claim'),
    evidence: [{ url: 'https://canary.example/private', description: canary('evidence') }],
  });
  await command(relance.app, id, 'reject-verification', { reason: canary('rejection') });
  await ask(relance.app, 'POST /v1/dialogue', {
    kind: 'meeting',
    heldOn: '2026-01-10',
    subject: canary('dialogue'),
    shareable: canary('shareable'),
    confidential: canary('confidential'),
    stateCodes: ['SI'],
  });
  await decide(`recommendations/${id}`, 'publish');
  const written = await writeCanaries();
  expect(written).toEqual(expect.arrayContaining(['contacts.name', 'contacts.address']));
  // The control of the canaries: inside, they are there to be found.
  const inside = JSON.stringify([
    (await ask(relance.app, `GET /v1/recommendations/${id}/timeline`)).body,
    (await ask(relance.app, `GET /v1/contacts/${given.people.manager}`)).body,
  ]);
  for (const what of ['progress', 'view', 'assessment', 'pause', 'claim', 'evidence', 'contacts.name'])
    expect([what, inside.includes(canary(what))]).toEqual([what, true]);

  expect(await leaks(id)).toEqual([]);
  expect((await get(`/public/recommendations/${id}`)).statusCode).toBe(200);
  // The control of the scan: a word in a public column is found on every page that shows it.
  await sql`update recommendations set text = 'canary-text' where id = ${id}`.execute(relance.db);
  await decide(`recommendations/${id}`, 'publish');
  expect((await leaks(id)).length).toBeGreaterThan(8);
}, 60_000);

async function leaks(id: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const url of addresses(id)) if (/canary/i.test((await get(url)).body)) found.push(url);
  return found;
}
