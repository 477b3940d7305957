import { openStream } from '../support/event-stream.ts';
import { storeAlarmingPlaybook } from '../support/letters.ts';
import { ask, command, openRelance, register, type Relance } from '../support/relance.ts';

let relance: Relance;
let ids: Readonly<Record<'open' | 'claimed' | 'alarming' | 'kenya' | 'notStarted', string>>;
beforeAll(async () => {
  relance = await openRelance();
  await storeAlarmingPlaybook(relance.db);
  const { recommendationId: open, recommend } = await register(relance.app, { themes: ['Torture'], sdgs: [16] });
  const claimed = await recommend({ affectedGroups: ['women'], text: '=cmd|evil, "quoted"' });
  const alarming = await recommend({ playbook: 'alarming' });
  const kenya = await recommend({ stateCode: 'KE', position: 'noted' });
  ids = { open, claimed, alarming, kenya, notStarted: await recommend({ themes: [] }) };
  for (const id of [open, claimed, alarming, kenya]) await command(relance.app, id, 'start-follow-up');
  const evidence = [{ url: 'https://gazette.example/7', description: 'Law' }];
  await command(relance.app, claimed, 'claim-implementation', { note: 'Done', evidence });
  await command(relance.app, alarming, 'assess', { assessment: 'E', reason: 'The bill was withdrawn' });
}, 60_000);
afterAll(() => relance.close());

const found = async (query: string): Promise<readonly string[]> =>
  (await ask(relance.app, `GET /v1/recommendations?${query}`)).body.items.map(({ id }: { id: string }) => id).sort();

test.each<[string, readonly (keyof typeof ids)[]]>([
  ['region=african', ['kenya']],
  ['region=african&state=SI', []],
  ['sourceKind=mission&status=not-started', ['notStarted']],
  ['group=women', ['claimed']],
  ['sdg=16&theme=Torture&position=noted', ['kenya']],
  ['implementation=implemented', ['claimed']],
  ['implementation=none', ['notStarted']],
  ['assessment=E,D', ['alarming']],
  ['waitsFor=verification', ['claimed']],
  ['q=evil', ['claimed']],
])('the list narrowed by %s holds what it should', async (query, expected) => {
  expect(await found(query)).toEqual(expected.map((name) => ids[name]).sort());
});

test('a facet counts what another tick would add, and a region is its States', async () => {
  const facet = async (path: string) =>
    Object.fromEntries(
      (await ask(relance.app, `GET /v1/recommendations/facets/${path}`)).body.items.map(
        ({ value, count }: { value: string; count: number }) => [value, count],
      ),
    );
  expect(await facet('state?state=KE')).toEqual({ SI: 4, KE: 1 });
  expect(await facet('region?state=KE')).toEqual({ african: 1 });
  expect(await facet('state?state=SI&region=african')).toEqual({ KE: 1 });
  expect(await facet('theme?position=supported')).toEqual({ Torture: 3 });
  expect(await facet('waitsFor')).toMatchObject({ verification: 1, approval: 1, nothing: 1 });
});

test('a file for spreadsheets holds all that was found, and no cell that counts as a formula', async () => {
  const { body, headers } = await ask(relance.app, 'GET /v1/recommendations/export?group=women');
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  const lines = String(body).trim().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(`"'=cmd|evil, ""quoted"""`);
});

test('what a follow-up takes is what it says that it takes', async () => {
  const allowed = async (id: string) => (await ask(relance.app, `GET /v1/recommendations/${id}`)).body.allowedCommands;
  expect(await allowed(ids.notStarted)).toEqual(['start-follow-up']);
  expect(await allowed(ids.claimed)).toEqual(expect.arrayContaining(['verify', 'reject-verification', 'close']));
  expect(await allowed(ids.claimed)).not.toContain('claim-implementation');
  expect(await allowed(ids.alarming)).toEqual(expect.arrayContaining(['approve-escalation', 'dismiss-escalation']));
  expect(await allowed(ids.open)).not.toContain('approve-escalation');
});

test('the morning in one answer', async () => {
  const { body } = await ask(relance.app, 'GET /v1/today');
  expect(body.approvals).toMatchObject({
    count: 1,
    items: [{ id: ids.alarming, rung: 3, letter: { kind: 'note-verbale' } }],
  });
  expect(body.verifications).toMatchObject({
    count: 1,
    items: [{ id: ids.claimed, evidence: [{ description: 'Law' }] }],
  });
  expect(body.readings).toMatchObject({ 'not-started': 1, 'under-verification': 1 });
  expect(body.weeks).toHaveLength(14);
  expect(body.late).toEqual({ total: 0, states: [] });
});

test('a command for many is shown before it is given, and refused by those whom it does not concern', async () => {
  const wish = {
    command: { type: 'Pause', cause: 'election', reason: 'Elections' },
    recommendationIds: [ids.kenya, ids.claimed, ids.notStarted],
  };
  const preview = await ask(relance.app, 'POST /v1/bulk-commands/preview', wish);
  expect(preview.body).toEqual({ total: 3, concerned: 1, notConcerned: { NotOpen: 1, NotStarted: 1 } });
  const given = await ask(relance.app, 'POST /v1/bulk-commands', { ...wish, note: 'Elections' });
  expect(given).toMatchObject({ status: 202, body: { kind: 'pause', total: 1 } });
  for (let tries = 0; (await found('status=paused')).length === 0; tries += 1) {
    if (tries > 100) throw new Error('the batch did nothing');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(await found('status=paused')).toEqual([ids.kenya]);
});

test('a view is saved once and deleted', async () => {
  const view = { title: 'Late in Slovenia', query: 'state=SI&reading=overdue' };
  const headers = { 'idempotency-key': 'view-1' };
  const { body } = await ask(relance.app, 'POST /v1/saved-views', view, headers);
  await ask(relance.app, 'POST /v1/saved-views', view, headers);
  expect((await ask(relance.app, 'GET /v1/saved-views')).body).toEqual([body]);
  expect((await ask(relance.app, `DELETE /v1/saved-views/${body.id}`)).status).toBe(204);
  expect((await ask(relance.app, `DELETE /v1/saved-views/${body.id}`)).body.code).toBe('UnknownSavedView');
});

describe('changes', () => {
  let home = '';
  beforeAll(async () => {
    home = await relance.app.listen({ port: 0, host: '127.0.0.1' });
  });
  const report = (note: string) => command(relance.app, ids.open, 'report-progress', { note });
  const changesAfter = async (after: string) => (await ask(relance.app, `GET /v1/changes?after=${after}`)).body;

  test('tell whose follow-up has news, from a position on, and nothing of what it says', async () => {
    const { position } = (await ask(relance.app, 'GET /v1/changes')).body;
    await report('Not to be told');
    const changes = await changesAfter(position);
    expect(changes).toMatchObject({ isReset: false, recommendationIds: [ids.open] });
    expect(JSON.stringify(changes)).not.toContain('Not to be told');
    expect(await changesAfter(changes.position)).toMatchObject({ recommendationIds: [], position: changes.position });
    expect(await changesAfter('999999999')).toMatchObject({ isReset: true });
  });

  test('whoever was away goes on where they were, and misses nothing', async () => {
    const first = await openStream(`${home}/api/v1/changes`, relance.token);
    const hello = await first.next();
    first.close();
    await report('While nobody listened');
    const second = await openStream(`${home}/api/v1/changes`, relance.token, hello.id);
    expect((await second.next()).event).toBe('hello');
    const missed = await second.next();
    expect(JSON.parse(missed.data).recommendationIds).toEqual([ids.open]);
    await report('While somebody listens');
    const news = await second.next();
    expect(BigInt(news.id)).toBeGreaterThan(BigInt(missed.id));
    second.close();
  });
});
