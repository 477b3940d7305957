import type { Grant } from '../../domain/access/principal.ts';
import { fillOffice, openFullOffice, personWith, type AccessOffice, type Filled } from '../support/access-office.ts';

let office: AccessOffice;
let filled: Filled;
beforeAll(async () => {
  office = await openFullOffice();
  filled = await fillOffice(office);
}, 60_000);
afterAll(() => office.close());

const ofSlovenia = (role: Grant['role']): Grant => ({
  role,
  scope: { kind: 'states', stateCodes: ['SI'], regions: [] },
});
const desk = { ...personWith(ofSlovenia('desk-officer')), accountId: 'acc_desk', actor: 'account:acc_desk' };
const auditor = personWith({ role: 'auditor', scope: { kind: 'everywhere' } });
const found = async (query: string) => (await office.askAs(auditor, `GET /v1/audit?${query}`)).body.items;

test('the audit says who read a confidence, when and from where, and who looked in vain is not in it', async () => {
  const { dialogue } = filled.own;
  await office.askAs(desk, `GET /v1/dialogue/${dialogue}/confidential`);
  await office.askAs(desk, `GET /v1/dialogue/${filled.foreign.dialogue}/confidential`);
  expect(await found(`subject=${dialogue}&did=read`)).toEqual([
    expect.objectContaining({
      actor: desk.actor,
      did: 'read',
      what: 'GET /api/v1/dialogue/:id/confidential',
      subjects: [dialogue],
      status: 200,
      networkAddress: '127.0.0.1',
    }),
  ]);
  expect(await found(`subject=${filled.foreign.dialogue}&did=read`)).toEqual([]);
});

test('the audit says who changed something that has no events, and what they registered', async () => {
  const made = await office.askAs(desk, 'POST /v1/sources', {
    kind: 'mission',
    stateCode: 'SI',
    title: 'Another mission',
  });
  expect(await found(`subject=${made.body.id}`)).toMatchObject([{ actor: desk.actor, did: 'changed', status: 201 }]);
});

test('whatever is commanded has the name of whoever commanded it, in the event and in the audit', async () => {
  const { recommendation } = filled.own;
  const report = { note: 'The draft was sent to the parliament', implementation: null };
  const path = `/v1/recommendations/${recommendation}`;
  expect((await office.askAs(desk, `POST ${path}/commands/report-progress`, report)).status).toBe(200);
  const timeline = (await office.askAs(desk, `GET ${path}/timeline`)).body;
  expect(timeline.at(-1)).toMatchObject({ type: 'ProgressReported', actor: desk.actor });
  const lines = await found(`subject=${recommendation}&actor=${desk.actor}`);
  expect([...new Set(lines.map(({ did }: { did: string }) => did))].sort()).toEqual(['changed', 'event']);
});

test('page after page, the audit loses and repeats nothing', async () => {
  const all = await found('limit=200&before=2026-03-03T00:00:00.000Z');
  const ids: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const query: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { body } = await office.askAs(auditor, `GET /v1/audit?limit=7&did=event${query}`);
    ids.push(...body.items.map(({ id }: { id: string }) => id));
    cursor = body.nextCursor;
  }
  expect(new Set(ids).size).toBe(ids.length);
  const events = all.filter(({ did }: { did: string }) => did === 'event');
  expect(ids).toEqual(events.map(({ id }: { id: string }) => id));
});

test('only auditors, managers and administrators of the whole office read the audit', async () => {
  expect((await office.askAs(desk, 'GET /v1/audit')).status).toBe(403);
  expect((await office.askAs(personWith(ofSlovenia('auditor')), 'GET /v1/audit')).status).toBe(403);
});

test('names are told to those who may know them, and stand in no event', async () => {
  const actors = `/v1/actors?actor=account:acc_office,contact:${filled.own.contact},clock`;
  expect((await office.askAs(desk, `GET ${actors}`)).body).toEqual([
    { actor: 'account:acc_office', name: 'acc_office' },
    { actor: `contact:${filled.own.contact}`, name: 'A person of the own' },
    { actor: 'clock', name: null },
  ]);
  expect((await office.askAs(personWith(ofSlovenia('focal-point')), `GET ${actors}`)).status).toBe(403);
});

test('a recommendation names the commands that its reader may give, and none other', async () => {
  const path = `GET /v1/recommendations/${filled.other.recommendation}`;
  const offered = async (role: Grant['role']) =>
    (await office.askAs(personWith(ofSlovenia(role)), path)).body.allowedCommands;
  expect(await offered('auditor')).toEqual([]);
  expect(await offered('independent-assessor')).toEqual(['record-independent-view']);
  expect(await offered('national-coordinator')).toEqual(
    expect.arrayContaining(['report-progress', 'claim-implementation', 'assign-role']),
  );
  expect(await offered('national-coordinator')).not.toContain('close');
  expect(await offered('desk-officer')).toEqual(expect.arrayContaining(['assess', 'close', 'pause']));
});

test('whoever hands over for one State leaves what is held in another as it is', async () => {
  const { contact, institution } = filled.own;
  await office.db
    .insertInto('state_roles')
    .values({ state_code: 'SI', role: 'alternate', contact_id: contact })
    .execute();
  await office.db
    .insertInto('state_roles')
    .values({ state_code: 'KE', role: 'alternate', contact_id: contact })
    .execute();
  const heir = { institutionId: institution, name: 'An heir', address: 'heir@office.example', timeZone: 'UTC' };
  const to = (await office.askAs(desk, 'POST /v1/contacts', heir)).body.id;
  const wish = { from: { contactId: contact }, to: { contactId: to }, reason: 'A new government' };
  expect((await office.askAs(desk, 'POST /v1/hand-overs', wish)).status).toBe(202);
  const roles = await office.db.selectFrom('state_roles').selectAll().where('role', '=', 'alternate').execute();
  expect(Object.fromEntries(roles.map((held) => [held.state_code, held.contact_id]))).toEqual({ SI: to, KE: contact });
});

test('a batch names what it may not touch, and touches nothing', async () => {
  const command = { type: 'Pause', reason: 'Elections', until: null };
  const recommendationIds = [filled.own.recommendation, filled.foreign.recommendation];
  const answer = await office.askAs(desk, 'POST /v1/bulk-commands', { command, recommendationIds, note: 'Elections' });
  expect(answer).toMatchObject({ status: 422, body: { code: 'UnprocessableReference' } });
  expect(answer.body.fields).toEqual([
    { path: '/recommendationIds', message: `no such recommendation: ${filled.foreign.recommendation}` },
  ]);
});
