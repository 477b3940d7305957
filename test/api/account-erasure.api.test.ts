import { addAccount, addLink, addSession, addToken } from '../support/administrator.ts';
import { ask, openRelance, type Relance } from '../support/relance.ts';

let relance: Relance;
beforeAll(async () => {
  relance = await openRelance({ hasWorker: false });
}, 60_000);
afterAll(() => relance.close());

const call = (request: string, body?: unknown, headers = {}) => ask(relance.app, request, body, headers);
const reason = 'Asked for by letter';
const deskOfficer = [{ role: 'desk-officer', scope: { kind: 'everywhere' } }] as const;

describe('somebody with an account', () => {
  let id: string;
  let token: string;
  beforeAll(async () => {
    id = await addAccount(relance.db, {
      grants: deskOfficer,
      name: 'Vesna Zorko',
      email: 'vesna.zorko@office.example',
    });
    token = await addToken(relance.db, id);
    await addSession(relance.db, id);
    await addLink(relance.db, { kind: 'reset', account_id: id });
    const authorization = `Bearer ${token}`;
    await call('POST /v1/saved-views', { title: 'Of Vesna Zorko', query: '' }, { authorization });
  });

  test('hears all that is kept about them, but no secret and nothing that others wrote', async () => {
    const { status, body, headers } = await call('GET /v1/account/personal-data', undefined, {
      authorization: `Bearer ${token}`,
    });
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toMatchObject({
      account: { id, email: 'vesna.zorko@office.example', name: 'Vesna Zorko', erasedAt: null },
      grants: [{ role: 'desk-officer', origin: 'local' }],
      sessions: [{ address: '127.0.0.1' }],
      tokens: [{ name: 'A test' }],
      links: [{ kind: 'reset' }],
      accesses: { isWhole: true, items: [{ did: 'changed', route: 'POST /api/v1/saved-views' }] },
      events: {},
      mentions: null,
    });
    expect(JSON.stringify(body)).not.toMatch(/hash|secret"/i);
  });

  test('is shown to administrators alone, who are put on record for it', async () => {
    const refused = await call(`GET /v1/accounts/${id}/personal-data`, undefined, { authorization: `Bearer ${token}` });
    expect(refused).toMatchObject({ status: 403, body: { code: 'Forbidden' } });
    const { body } = await call(`GET /v1/accounts/${id}/personal-data`);
    expect(body.mentions).toEqual({
      registers: [{ table: 'saved_views', column: 'title', rows: 1 }],
      log: [],
      nameIsLeft: null,
    });
    expect((await call(`GET /v1/audit?subject=${id}`)).body.items).toMatchObject([{ did: 'read' }]);
  });

  test('is nobody once erased: no name, no address, no way in, and a repeat changes nothing', async () => {
    const done = await call(`POST /v1/accounts/${id}/erasure`, { reason, legalBasis: 'GDPR Article 17(1)(a)' });
    expect(done).toMatchObject({
      status: 200,
      body: { accountId: id, contactId: null, counts: { accounts: 1, sessions: 1, api_tokens: 1, account_links: 1 } },
    });
    const again = await call(`POST /v1/accounts/${id}/erasure`, { reason: 'Once more' });
    expect(again.body).toEqual(done.body);
    expect((await call('GET /v1/erasures')).body).toEqual([done.body]);
    const shown = await call('GET /v1/account', undefined, { authorization: `Bearer ${token}` });
    expect(shown.status).toBe(401);
    expect((await call('GET /v1/actors?actor=account:' + id)).body).toEqual([{ actor: `account:${id}`, name: '–' }]);
    for (const text of [
      await call('GET /v1/accounts'),
      await call('GET /v1/saved-views'),
      await call(`GET /v1/accounts/${id}/personal-data`),
    ].map(({ body }) => JSON.stringify(body)))
      expect(text).not.toMatch(/vesna|zorko/i);
  });

  test('cannot be made of it again: no change, no role, no invitation', async () => {
    for (const request of [
      `GET /v1/accounts/${id}`,
      `POST /v1/accounts/${id}/invitation`,
      `DELETE /v1/accounts/${id}/sessions`,
    ])
      expect((await call(request)).body.code).toBe('UnknownAccount');
    expect((await call(`PATCH /v1/accounts/${id}`, { isDisabled: false })).body.code).toBe('UnknownAccount');
    expect((await call(`PUT /v1/accounts/${id}/grants`, { grants: deskOfficer })).body.code).toBe('UnknownAccount');
    expect((await call('POST /v1/accounts/acc_no/erasure', { reason })).body.code).toBe('UnknownAccount');
  });
});

test('the last administrator is not erased', async () => {
  const refused = await call(`POST /v1/accounts/${relance.administratorId}/erasure`, { reason });
  expect(refused).toMatchObject({ status: 409, body: { code: 'LastAdministrator' } });
  expect((await call('GET /v1/account')).status).toBe(200);
});

describe('a contact with an account', () => {
  const contactWith = async (name: string): Promise<{ contactId: string; accountId: string }> => {
    const address = `${name.replace(' ', '.')}@ministry.example`;
    const { body } = await call('POST /v1/contacts', { name, address, timeZone: 'Europe/Ljubljana' });
    const accountId = await addAccount(relance.db, { grants: [], name, email: address.toLowerCase() });
    await call(`PATCH /v1/accounts/${accountId}`, { contactId: body.id });
    return { contactId: body.id, accountId };
  };
  const erase = (id: string, more: object) => call(`POST /v1/contacts/${id}/erasure`, { reason, ...more });

  test('is not erased before it is said what becomes of the account', async () => {
    const { contactId, accountId } = await contactWith('Ana Novak');
    expect((await call(`GET /v1/contacts/${contactId}/erasure-preview`)).body.accounts).toEqual([accountId]);
    expect(await erase(contactId, {})).toMatchObject({ status: 409, body: { code: 'HasAccount' } });
    expect((await call(`GET /v1/contacts/${contactId}`)).body.name).toBe('Ana Novak');
  });

  test('goes alone when that was said: the account stays, and is that contact no more', async () => {
    const { contactId, accountId } = await contactWith('Bor Kos');
    expect((await erase(contactId, { andAccount: false })).status).toBe(200);
    expect((await call(`GET /v1/accounts/${accountId}`)).body).toMatchObject({ name: 'Bor Kos', contactId: null });
  });

  test('goes with the account when that was said, each on record', async () => {
    const { contactId, accountId } = await contactWith('Clara Zupan');
    const done = await erase(contactId, { andAccount: true });
    expect(done).toMatchObject({ status: 200, body: { contactId, counts: { contacts: 1, accounts: 1 } } });
    expect((await call(`GET /v1/accounts/${accountId}`)).body.code).toBe('UnknownAccount');
    const erased = (await call('GET /v1/erasures')).body.map(({ contactId: c, accountId: a }: any) => c ?? a);
    expect(erased).toEqual(expect.arrayContaining([contactId, accountId]));
  });

  test('stays whole when the account is the last administrator', async () => {
    const { body } = await call('POST /v1/contacts', { name: 'Eva Last', address: 'eva@a.example', timeZone: 'UTC' });
    await call(`PATCH /v1/accounts/${relance.administratorId}`, { contactId: body.id });
    expect((await erase(body.id, { andAccount: true })).body.code).toBe('LastAdministrator');
    expect((await call(`GET /v1/contacts/${body.id}`)).body.name).toBe('Eva Last');
  });
});
