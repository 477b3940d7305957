import { defaultRetention } from '../../db/personal-data/retention.ts';
import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { sql, type Kysely } from 'kysely';
import { buildApp } from '../../api/app.ts';
import { blankAccount } from '../../api/sign-in/account-view.ts';
import type { AppDeps } from '../../api/deps.ts';
import type { Gateway } from '../../api/gateway.ts';
import { openDatabase, type Database } from '../../db/database.ts';
import { appendFollowUpEvents, openStream } from '../../db/event-store.ts';
import { insertAccount } from '../../db/register/accounts.ts';
import type { Schema } from '../../db/schema.ts';
import type { Grant, Principal } from '../../domain/access/principal.ts';
import { calendarTime, type Clock } from '../../domain/clock.ts';
import { decide } from '../../domain/follow-up/decide.ts';
import { createApiDeps } from '../../worker/create-parts.ts';
import { openPGliteDatabase } from './databases.ts';
import { storeAlarmingPlaybook } from './letters.ts';
import { ask } from './relance.ts';

/** A day that stands still: two offices are asked one after the other, and must say the same. */
const clock: Clock = { realAt: '2026-03-02T09:00:00.000Z', calendarAt: '2026-03-02T09:00:00.000Z', dayMs: 8.64e15 };

export const personWith = (...grants: readonly Grant[]): Principal => ({
  actor: 'account:acc_test',
  accountId: 'acc_test',
  contactId: null,
  grants,
  tokenReach: null,
});
const administrator = {
  ...personWith({ role: 'administrator', scope: { kind: 'everywhere' } }),
  actor: 'account:acc_office',
  accountId: 'acc_office',
};

/** Decides and writes in this process what workflows would; no process waits behind a follow-up here. */
const directGateway = (db: Kysely<Schema>, submitted: string[]): Gateway => ({
  submit: async (recommendationId, { commandId, actor, command }) => {
    submitted.push(recommendationId);
    const { state, version } = await openStream(db, recommendationId);
    const decision = decide({ ...command, at: calendarTime(clock, Date.now()) }, state);
    if ('rejected' in decision) return { isAccepted: false, rejected: decision.rejected };
    const request = { recommendationId, expectedVersion: version, commandId, actor, events: decision.events };
    return { isAccepted: true, version: (await appendFollowUpEvents(db, request)).version };
  },
  waitingFor: async () => undefined,
  wake: async () => undefined,
  startBatch: async () => undefined,
  wakeCampaign: async () => undefined,
  startImport: async () => undefined,
  reportBounce: async () => undefined,
  resolveDigest: async () => undefined,
});

/** The API over a database, asked by whoever a header names, without Temporal. */
export async function openAccessOffice(database: Database, over: Partial<AppDeps> = {}) {
  const principals = new Map<string, Principal | null>([['administrator', administrator]]);
  const submitted: string[] = [];
  const app = await buildApp({
    ...createApiDeps({
      database,
      clock,
      client: undefined as never,
      taskQueue: 'none',
      linkSecrets: ['a secret of the tests, long enough to be one'],
      linkKeyDays: 30,
      hasLinkChecking: false,
      retentionPeriods: defaultRetention,
      publicUrl: 'http://relance.example',
      mailFrom: 'Relance <relance@relance.example>',
      senderName: 'Relance',
    }),
    gateway: directGateway(database.kysely, submitted),
    schedules: { sync: async () => undefined, describe: async () => undefined },
    identify: async ({ headers }: FastifyRequest) => principals.get(String(headers['x-test-principal'])) ?? null,
    health: async () => ({ isReady: true, database: { isReady: true }, temporal: { isReady: true } }),
    logLevel: 'silent',
    ...over,
  });
  const askAs = (principal: Principal | null, request: string, body?: unknown, headers: object = {}) => {
    const name = randomUUID();
    principals.set(name, principal);
    return ask(app, request, body, { 'x-test-principal': name, ...headers });
  };
  const close = async (): Promise<void> => {
    await app.close();
    await database.close();
  };
  return { app, database, db: database.kysely, submitted, askAs, close };
}
export type AccessOffice = Awaited<ReturnType<typeof openAccessOffice>>;

/** What stands in an address or a body for each kind of thing. */
export type Things = Readonly<
  Record<
    | 'state'
    | 'institution'
    | 'contact'
    | 'source'
    | 'recommendation'
    | 'letter'
    | 'notice'
    | 'digest'
    | 'dialogue'
    | 'cluster'
    | 'world-event'
    | 'campaign'
    | 'batch'
    | 'saved-view'
    | 'absence',
    string
  >
>;

/** Words that stand in what nobody without the permission may read. */
export const secrets = { confidential: 'whispered', address: '@secret.example', draft: 'DRAFTED-WORDS' } as const;

/**
 * An office with three sets of the same things: those of an institution of Slovenia, those of another institution of it,
 * and those of Kenya. Everything is registered through the API.
 */
export async function fillOffice(office: AccessOffice) {
  await storeAlarmingPlaybook(office.db);
  for (const id of ['acc_office', 'acc_test'])
    await insertAccount(office.db, {
      ...blankAccount,
      id,
      email: `${id}@office.example`,
      name: id,
      created_at: clock.realAt,
    });
  const own = await things(office, { state: 'SI', word: 'own' });
  const other = await things(office, { state: 'SI', word: 'other' });
  const foreign = await things(office, { state: 'KE', word: 'foreign' });
  return { own, other, foreign };
}
export type Filled = Awaited<ReturnType<typeof fillOffice>>;

async function things(office: AccessOffice, { state, word }: { state: string; word: string }): Promise<Things> {
  let calls = 0;
  const post = async (path: string, body: object, headers: object = {}): Promise<string> => {
    calls += 1;
    const key = { 'idempotency-key': `${word}-${calls}` };
    const answer = await office.askAs(administrator, `POST /v1/${path}`, body, { ...key, ...headers });
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body.id ?? answer.body.recommendationId ?? answer.body.digestId;
  };
  const institution = await post('institutions', {
    name: `Ministry of the ${word}`,
    kind: 'ministry',
    stateCode: state,
  });
  const person = { institutionId: institution, timeZone: 'Europe/Ljubljana' };
  const contact = await post('contacts', {
    ...person,
    name: `A person of the ${word}`,
    address: `${word}${secrets.address}`,
  });
  const absence = await post(`contacts/${contact}/absences`, { fromOn: '2026-07-01', untilOn: '2026-07-14' });
  const source = await post('sources', { kind: 'mission', stateCode: state, title: `A mission to the ${word}` });
  const recommend = async (text: string, playbook: string): Promise<string> => {
    const asked = { sourceId: source, stateCode: state, text, playbook, position: 'supported', instruments: ['CRC'] };
    const id = await post('recommendations', asked);
    await post(`recommendations/${id}/commands/start-follow-up`, { assign: { 'focal-point': contact } });
    return id;
  };
  const recommendation = await recommend(`Establish an ombudsman for the ${word}`, 'alarming');
  await post(`recommendations/${recommendation}/commands/assess`, { assessment: 'E', reason: `Of the ${word}` });
  const closed = await recommend(`Publish the report of the ${word}`, 'general');
  await post(`recommendations/${closed}/commands/close`, { reason: 'not-applicable', note: `Of the ${word}` });
  const meeting = { kind: 'meeting', heldOn: '2026-02-12', subject: `With the ${word}`, institutionIds: [institution] };
  const dialogue = await post('dialogue', {
    ...meeting,
    stateCodes: word === 'other' ? [] : [state],
    recommendationIds: [recommendation],
    confidential: secrets.confidential,
  });
  const cluster = await post('clusters', { stateCode: state, title: `The ${word}`, recommendationIds: [closed] });
  const dated = { stateCode: state, event: 'budget', onDate: '2027-10-01', title: `Budget of the ${word}` };
  const worldEvent = await post('world-events', dated);
  const campaign = await post('campaigns', {
    title: `Campaign of the ${word}`,
    instruments: ['CRC'],
    states: { kind: 'list', stateCodes: [state] },
    targetOn: '2090-12-31',
  });
  const batch = await post('bulk-commands', {
    command: { type: 'Pause', reason: 'For the tests', until: null },
    recommendationIds: [recommendation],
    note: `Of the ${word}`,
  });
  const view = await post('saved-views', { title: `View of the ${word}`, query: '' });
  const letter = await oneId(office.db, 'letters', 'id', recommendation);
  const notice = await oneId(office.db, 'notices', 'notice_id', closed);
  const digest = `dig_${word}`;
  await office.db
    .insertInto('digests')
    .values({
      digest_id: digest,
      contact_id: contact,
      on_date: '2026-03-01',
      message_id: `<${word}@relance.example>`,
      status: 'uncertain',
      composed_at: '2026-03-01T08:00:00.000Z',
      settled_at: null,
      response: null,
    })
    .execute();
  await office.db.updateTable('notices').set({ digest_id: digest }).where('notice_id', '=', notice).execute();
  await sql`update letters set body = jsonb_set(body, '{salutation}', ${JSON.stringify(secrets.draft)}::jsonb)
    where id = ${letter}`.execute(office.db);
  return {
    state,
    institution,
    contact,
    source,
    recommendation,
    letter,
    notice,
    digest,
    dialogue,
    cluster,
    'world-event': worldEvent,
    campaign,
    batch,
    'saved-view': view,
    absence,
  };
}

async function oneId(db: Kysely<Schema>, table: 'letters' | 'notices', column: string, id: string): Promise<string> {
  const { rows } = await sql<{ readonly id: string }>`select ${sql.ref(column)} as id from ${sql.table(table)}
    where recommendation_id = ${id} order by 1 limit 1`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error(`no ${table} of ${id}`);
  return row.id;
}

/** The same office in which some things never were: every row that names one of them, or one of their recommendations, is gone. */
export async function officeWithout(snapshot: Uint8Array, ...lost: readonly Things[]): Promise<Database> {
  const database = await openDatabase({ memory: true, snapshot });
  const db = database.kysely;
  const recommendations = await db
    .selectFrom('recommendations')
    .select('id')
    .where(
      'source_id',
      'in',
      lost.map(({ source }) => source),
    )
    .execute();
  // A date of the State is its own, whoever in it keeps it; what views hold is an address and nothing of the register.
  const named = lost.flatMap((things) =>
    Object.entries(things).flatMap(([kind, id]) => (isKept(kind, things.state) ? [] : [id])),
  );
  const ids = [...recommendations.map(({ id }) => id), ...named];
  const states = lost.filter(({ state }) => state !== 'SI').map(({ state }) => state);
  const { rows } = await sql<{ readonly name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(db);
  await sql`set session_replication_role = replica`.execute(db);
  const patterns = [...ids, ...states.map((code) => `"state_code": "${code}"`)].map((each) => `%${each}%`);
  for (const { name } of rows.filter((row) => !/^kysely|^playbooks$|^installation$|^holidays$/.test(row.name)))
    await sql`delete from ${sql.table(name)} t where to_jsonb(t)::text like any (${sql.val(patterns)}::text[])`.execute(
      db,
    );
  await sql`set session_replication_role = origin`.execute(db);
  return database;
}

const isKept = (kind: string, state: string): boolean =>
  kind === 'state' || kind === 'saved-view' || (kind === 'world-event' && state === 'SI');

/** What every row of the office says together: any change shows. */
export async function fingerprintOf(db: Kysely<Schema>): Promise<string> {
  const { rows } = await sql<{ readonly name: string }>`select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`.execute(db);
  const prints = [];
  for (const { name } of rows.filter(
    (row) => !/^idempotency_keys$|^access_log$|^saved_views$|^kysely/.test(row.name),
  )) {
    const print = await sql<{ readonly hash: string | null }>`select md5(string_agg(row, ',' order by row)) as hash
      from (select to_jsonb(t)::text as row from ${sql.table(name)} t) rows`.execute(db);
    prints.push(`${name} ${print.rows[0]?.hash}`);
  }
  return prints.join('\n');
}

export const openFullOffice = async (): Promise<AccessOffice> => openAccessOffice(await openPGliteDatabase());
