import { Secret, TOTP } from 'otpauth';
import { createPasswords } from '../../api/sign-in/passwords.ts';
import { addAccount, addLink, addSession, addToken } from '../support/administrator.ts';
import { ask, openRelance, type Answer, type Relance } from '../support/relance.ts';

let relance: Relance;
/** What the wall clock is ahead of the real one. */
let aheadMs = 0;
const hourMs = 3_600_000;
beforeAll(async () => {
  relance = await openRelance({ hasWorker: false, wallMs: () => Date.now() + aheadMs });
});
afterAll(() => relance.close());

const password = 'a quiet river under snow';
const anonymous = { 'x-anonymous': '1' };
let origins = 0;
/** A browser at an address of its own, which keeps its cookies. */
function openBrowser(remoteAddress = `192.0.2.${(origins += 1)}`) {
  const cookies = new Map<string, string>();
  const call = async (request: string, body?: unknown, headers = {}): Promise<Answer> => {
    const [method, path] = request.split(' ') as ['GET', string];
    const response = await relance.app.inject({
      method,
      url: `/api${path}`,
      remoteAddress,
      headers: {
        ...anonymous,
        origin: 'http://relance.example',
        ...(cookies.size > 0 ? { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    for (const { name, value } of response.cookies) {
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return {
      status: response.statusCode,
      body: response.body === '' ? '' : response.json(),
      headers: response.headers,
    };
  };
  return { call, cookies };
}
type Browser = ReturnType<typeof openBrowser>;

/** Somebody who has chosen a password, and the browser in which they did. */
async function join(email: string, browser = openBrowser()): Promise<Browser & { readonly id: string }> {
  const id = await addAccount(relance.db, { email, name: 'Vesna Novak' });
  const token = await addLink(relance.db, { kind: 'invitation', account_id: id });
  expect(await browser.call(`POST /v1/session/links/${token}/use`, { password })).toMatchObject({ status: 200 });
  return { ...browser, id };
}
const signIn = (browser: Browser, email: string, given = password) =>
  browser.call('POST /v1/session', { email, password: given });

describe('the first administrator', () => {
  test('is made by the set-up link, once, and is signed in by it', async () => {
    const token = await addLink(relance.db, { kind: 'set-up' });
    const browser = openBrowser();
    expect((await browser.call(`GET /v1/session/links/${token}`)).body).toEqual({
      kind: 'set-up',
      email: null,
      name: null,
    });
    const weak = await browser.call(`POST /v1/session/links/${token}/use`, {
      email: 'First@UN.example',
      name: 'First',
      password: 'password12345',
    });
    expect(weak).toMatchObject({ status: 422, body: { code: 'PasswordTooCommon' } });
    const use = { email: 'First@UN.example', name: 'First', password };
    const made = await browser.call(`POST /v1/session/links/${token}/use`, use);
    expect(made).toMatchObject({
      status: 200,
      body: { account: { email: 'first@un.example', grants: [{ role: 'administrator' }] } },
    });
    expect((await browser.call('GET /v1/session')).body.account.id).toBe(made.body.account.id);
    const again = await openBrowser().call(`POST /v1/session/links/${token}/use`, {
      ...use,
      email: 'second@un.example',
    });
    expect(again).toMatchObject({ status: 403, body: { code: 'LinkNotValid' } });
  });

  test('is one even when the link is used twice at the same moment', async () => {
    const token = await addLink(relance.db, { kind: 'set-up' });
    const uses = await Promise.all(
      [1, 2, 3].map((each) =>
        openBrowser().call(`POST /v1/session/links/${token}/use`, {
          email: `race${each}@un.example`,
          name: 'R',
          password,
        }),
      ),
    );
    expect(uses.map(({ status }) => status).sort()).toEqual([200, 403, 403]);
  });

  test('who is lost is helped by a link that names their address; their second factor goes', async () => {
    const lost = await join('lost@un.example');
    await relance.db
      .updateTable('accounts')
      .set({ is_disabled: true, totp_confirmed_at: new Date().toISOString() })
      .where('id', '=', lost.id)
      .execute();
    const token = await addLink(relance.db, { kind: 'set-up', email: 'lost@un.example' });
    const back = await openBrowser().call(`POST /v1/session/links/${token}/use`, { password: `${password} again` });
    expect(back).toMatchObject({
      status: 200,
      body: { account: { id: lost.id, isDisabled: false, hasSecondFactor: false } },
    });
  });

  test('of a link that names nobody cannot be somebody who has an account', async () => {
    await join('taken@un.example');
    const token = await addLink(relance.db, { kind: 'set-up' });
    const use = { email: 'taken@un.example', name: 'x', password };
    expect((await openBrowser().call(`POST /v1/session/links/${token}/use`, use)).body.code).toBe('EmailTaken');
  });
});

describe('signing in', () => {
  test('needs the address and the password; what is wrong looks the same whatever it is', async () => {
    const { id } = await join('vesna@un.example');
    const right = await signIn(openBrowser(), 'VESNA@un.example');
    expect(right).toMatchObject({
      status: 200,
      body: {
        account: { id },
        permissions: expect.arrayContaining(['accounts.manage']),
        expiresAt: expect.any(String),
      },
    });
    expect(right.headers['cache-control']).toBe('no-store');
    const wrong = await signIn(openBrowser(), 'vesna@un.example', 'not the password');
    const unknown = await signIn(openBrowser(), 'nobody@un.example', 'not the password');
    await relance.db.updateTable('accounts').set({ is_disabled: true }).where('id', '=', id).execute();
    const disabled = await signIn(openBrowser(), 'vesna@un.example');
    expect(wrong).toMatchObject({ status: 401, body: { code: 'SignInFailed' } });
    for (const other of [unknown, disabled]) expect(other.body).toEqual(wrong.body);
  });

  test('takes as long for an address that nobody has', async () => {
    await join('slow@un.example');
    const millis = async (email: string): Promise<number> => {
      const fromMs = performance.now();
      await signIn(openBrowser(), email, 'not the password');
      return performance.now() - fromMs;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    // By turns: whatever else this machine does meanwhile slows down both.
    for (let each = 0; each < 9; each += 1) {
      known.push(await millis('slow@un.example'));
      unknown.push(await millis('unknown@un.example'));
    }
    const middle = (times: readonly number[]): number => times.toSorted((one, other) => one - other)[4] ?? 0;
    // Looking up alone takes a twentieth of the time that a password takes.
    expect(middle(unknown)).toBeGreaterThan(middle(known) / 3);
    expect(middle(unknown)).toBeLessThan(middle(known) * 3);
  });

  test('hashes a password anew that was hashed with other parameters', async () => {
    const { id } = await join('older@un.example');
    const weak = await createPasswords({ memoryCost: 8_192, timeCost: 1, parallelism: 1 }).hash(password);
    await relance.db.updateTable('accounts').set({ password_hash: weak }).where('id', '=', id).execute();
    expect((await signIn(openBrowser(), 'older@un.example')).status).toBe(200);
    const { password_hash: hash } = await relance.db
      .selectFrom('accounts')
      .select('password_hash')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await signIn(openBrowser(), 'older@un.example')).status).toBe(200);
  });

  test('in a flood turns some away at once, and the others in', async () => {
    const { hash, verify } = createPasswords();
    const hashed = await hash(password);
    const asked = await Promise.allSettled(Array.from({ length: 60 }, () => verify(hashed, password)));
    const refused = asked.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(28);
    expect(asked.filter((each) => each.status === 'fulfilled' && each.value.isRight)).toHaveLength(32);
    expect(refused[0]).toMatchObject({ reason: { code: 'TooManyRequests', retryAfterSeconds: 2 } });
    expect(await verify(hashed, password)).toEqual({ isRight: true, isStale: false });
  });

  test('sets cookies that no script reads and no other site sends', async () => {
    const { call } = await join('cookies@un.example');
    await call('DELETE /v1/session');
    const { headers } = await signIn({ call } as Browser, 'cookies@un.example');
    const [session] = [headers['set-cookie']].flat() as string[];
    expect(session).toMatch(/^relance_session=[\w-]{43};.*HttpOnly/);
    expect(session).toContain('SameSite=Lax');
    expect(session).toContain('Path=/');
  });

  test('a sign-out ends the session, not only the cookie', async () => {
    const browser = await join('leaving@un.example');
    const kept = new Map(browser.cookies);
    expect((await browser.call('DELETE /v1/session')).status).toBe(204);
    const stolen = openBrowser();
    for (const [name, value] of kept) stolen.cookies.set(name, value);
    expect((await stolen.call('GET /v1/session')).body.code).toBe('SignInRequired');
  });
});

describe('guessing', () => {
  test('is slowed down for a network, and holds up nobody elsewhere', async () => {
    await join('target@un.example');
    const attacker = '198.51.100.7';
    for (let each = 0; each < 5; each += 1)
      expect((await signIn(openBrowser(attacker), 'target@un.example', `guess ${each}`)).status).toBe(401);
    const held = await signIn(openBrowser(attacker), 'target@un.example');
    expect(held).toMatchObject({ status: 429, body: { code: 'TooManyRequests' } });
    expect(Number(held.headers['retry-after'])).toBeGreaterThan(0);
    expect((await signIn(openBrowser('203.0.113.5'), 'target@un.example')).status).toBe(200);
  });

  test('does not hold up a device that has signed in before, even in the same network', async () => {
    const network = '198.51.100.8';
    const own = await join('colleague@un.example', openBrowser(network));
    await own.call('DELETE /v1/session');
    for (let each = 0; each < 7; each += 1) await signIn(openBrowser(network), 'colleague@un.example', `guess ${each}`);
    expect((await signIn(openBrowser(network), 'colleague@un.example')).status).toBe(429);
    expect((await signIn(own, 'colleague@un.example')).status).toBe(200);
  });

  test('of many at once is counted one by one', async () => {
    await join('burst@un.example');
    const network = '198.51.100.9';
    const guesses = await Promise.all(
      Array.from({ length: 20 }, (_, each) => signIn(openBrowser(network), 'burst@un.example', `guess ${each}`)),
    );
    expect(guesses.filter(({ status }) => status === 401).length).toBeLessThanOrEqual(5);
    expect(guesses.every(({ status }) => status === 401 || status === 429)).toBe(true);
  });

  test('says nothing of whether there is an account: the unknown address is slowed down alike', async () => {
    const network = '198.51.100.10';
    for (let each = 0; each < 5; each += 1) await signIn(openBrowser(network), 'ghost@un.example', `guess ${each}`);
    expect((await signIn(openBrowser(network), 'ghost@un.example')).status).toBe(429);
  });

  test('behind a proxy counts where it says that a request comes from, if that proxy is trusted', async () => {
    const behind = await openRelance({ hasWorker: false, trustedProxies: ['10.0.0.1'] });
    const guess = (remoteAddress: string, forwarded: string) =>
      behind.app.inject({
        method: 'POST',
        url: '/api/v1/session',
        remoteAddress,
        headers: { ...anonymous, 'x-forwarded-for': forwarded },
        payload: { email: 'proxied@un.example', password: 'guess' },
      });
    try {
      for (let each = 0; each < 5; each += 1) await guess('10.0.0.1', '203.0.113.77');
      expect((await guess('10.0.0.1', '203.0.113.77')).statusCode).toBe(429);
      expect((await guess('10.0.0.1', '203.0.113.78')).statusCode).toBe(401);
      for (let each = 0; each < 5; each += 1) await guess('10.9.9.9', `203.0.113.${100 + each}`);
      expect((await guess('10.9.9.9', '203.0.113.200')).statusCode).toBe(429);
    } finally {
      await behind.close();
    }
  });

  test('an IPv6 customer is one origin, whatever address they take', async () => {
    for (let each = 1; each <= 5; each += 1)
      await signIn(openBrowser(`2001:db8:1:2::${each}`), 'six@un.example', 'guess');
    expect((await signIn(openBrowser('2001:db8:1:2:ffff::9'), 'six@un.example', 'guess')).status).toBe(429);
    expect((await signIn(openBrowser('2001:db8:1:3::1'), 'six@un.example', 'guess')).status).toBe(401);
  });
});

describe('a session', () => {
  afterEach(() => (aheadMs = 0));

  test('changes its secret every hour; the one before is good until the browser has shown the new one', async () => {
    const browser = await join('rotating@un.example');
    const first = browser.cookies.get('relance_session') ?? '';
    const old = openBrowser();
    old.cookies.set('relance_session', first);
    aheadMs = 1.1 * hourMs;
    expect((await browser.call('GET /v1/session')).status).toBe(200);
    const second = browser.cookies.get('relance_session');
    expect(second).not.toBe(first);
    expect((await old.call('GET /v1/session')).status).toBe(200);
    aheadMs = 1.2 * hourMs;
    expect((await browser.call('GET /v1/session')).status).toBe(200);
    expect((await old.call('GET /v1/session')).status).toBe(401);
    expect((await browser.call('GET /v1/session')).status).toBe(200);
  });

  test('outlives an answer that was lost on its way', async () => {
    const browser = await join('lossy@un.example');
    const first = browser.cookies.get('relance_session') ?? '';
    aheadMs = 1.1 * hourMs;
    await browser.call('GET /v1/session');
    browser.cookies.set('relance_session', first);
    aheadMs = 1.5 * hourMs;
    expect((await browser.call('GET /v1/session')).status).toBe(200);
    expect(browser.cookies.get('relance_session')).not.toBe(first);
    expect((await browser.call('GET /v1/session')).status).toBe(200);
  });

  test('ends after twelve hours of silence, and after a week whatever happens', async () => {
    const silent = await join('silent@un.example');
    aheadMs = 12.1 * hourMs;
    expect((await silent.call('GET /v1/session')).body.code).toBe('SignInRequired');
    aheadMs = 0;
    const busy = await join('busy@un.example');
    for (let hours = 0; hours < 7 * 24; hours += 11) {
      aheadMs = hours * hourMs;
      expect((await busy.call('GET /v1/session')).status).toBe(200);
    }
    aheadMs = 7 * 24 * hourMs + 1_000;
    expect((await busy.call('GET /v1/session')).status).toBe(401);
  });

  test('is listed with what its owner knows it by, and ended from another one', async () => {
    const desk = await join('two@un.example');
    const phone = openBrowser('192.0.2.200');
    const agent = 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0';
    await phone.call('POST /v1/session', { email: 'two@un.example', password }, { 'user-agent': agent });
    const { body } = await desk.call('GET /v1/account/sessions');
    expect(body).toHaveLength(2);
    const other = body.find(({ isCurrent }: { isCurrent: boolean }) => !isCurrent);
    expect(other).toMatchObject({ userAgent: 'Firefox, Android', address: '192.0.2.200' });
    expect((await desk.call(`DELETE /v1/account/sessions/${other.id}`)).status).toBe(204);
    expect((await phone.call('GET /v1/session')).status).toBe(401);
    expect((await desk.call(`DELETE /v1/account/sessions/${other.id}`)).body.code).toBe('UnknownSession');
    const stranger = await join('stranger@un.example');
    const own = (await desk.call('GET /v1/account/sessions')).body[0].id;
    expect((await stranger.call(`DELETE /v1/account/sessions/${own}`)).body.code).toBe('UnknownSession');
  });

  test('a new password ends all the others, and needs the old one', async () => {
    const desk = await join('changing@un.example');
    const other = openBrowser();
    await signIn(other, 'changing@un.example');
    const next = { password: 'another river, another snow' };
    const wrong = await desk.call('POST /v1/account/password', { ...next, current: 'not it' });
    expect(wrong).toMatchObject({ status: 403, body: { code: 'PasswordNotRight' } });
    const named = await desk.call('POST /v1/account/password', { current: password, password: 'vesna-novak-1' });
    expect(named.body.code).toBe('PasswordNamesYou');
    expect((await desk.call('POST /v1/account/password', { ...next, current: password })).status).toBe(200);
    expect((await desk.call('GET /v1/session')).status).toBe(200);
    expect((await other.call('GET /v1/session')).status).toBe(401);
    expect((await signIn(openBrowser(), 'changing@un.example')).status).toBe(401);
    expect((await signIn(openBrowser(), 'changing@un.example', next.password)).status).toBe(200);
  });

  test('of an account that is disabled ends at once, and so do its tokens', async () => {
    const { id, call } = await join('gone@un.example');
    const token = await addToken(relance.db, id);
    expect((await call('GET /v1/states')).status).toBe(200);
    await ask(relance.app, `PATCH /v1/accounts/${id}`, { isDisabled: true });
    expect((await call('GET /v1/states')).status).toBe(401);
    const headers = { authorization: `Bearer ${token}` };
    expect((await ask(relance.app, 'GET /v1/states', undefined, headers)).status).toBe(401);
  });
});

describe('a second factor', () => {
  const codeAt = (secret: string): string =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + aheadMs });
  afterEach(() => (aheadMs = 0));

  async function withSecondFactor(email: string) {
    const browser = await join(email);
    const { body } = await browser.call('POST /v1/account/second-factor', { password });
    const { recoveryCodes } = (
      await browser.call('POST /v1/account/second-factor/confirm', { code: codeAt(body.secret) })
    ).body;
    return { ...browser, secret: body.secret as string, recoveryCodes: recoveryCodes as string[], begun: body };
  }
  const ticketFor = async (browser: Browser, email: string): Promise<string> =>
    (await signIn(browser, email)).body.ticket;

  test('is asked for after the password, and takes each code once', async () => {
    const { secret, begun, recoveryCodes, id } = { ...(await withSecondFactor('totp@un.example')), id: '' };
    expect(begun.uri).toMatch(/^otpauth:\/\/totp\/Relance:totp%40un\.example\?/);
    expect(begun.qr).toMatch(/^<svg/);
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(id).toBe('');
    aheadMs = 60_000;
    const browser = openBrowser();
    const asked = await signIn(browser, 'totp@un.example');
    expect(asked.body).toEqual({ secondFactor: 'totp', ticket: expect.any(String) });
    expect((await browser.call('GET /v1/session')).status).toBe(401);
    const code = codeAt(secret);
    const done = await browser.call('POST /v1/session/second-factor', { ticket: asked.body.ticket, code });
    expect(done).toMatchObject({ status: 200, body: { account: { hasSecondFactor: true } } });
    const other = openBrowser();
    const ticket = await ticketFor(other, 'totp@un.example');
    expect((await other.call('POST /v1/session/second-factor', { ticket, code })).body.code).toBe('SignInFailed');
    aheadMs = 120_000;
    const next = await other.call('POST /v1/session/second-factor', { ticket, code: codeAt(secret) });
    expect(next.status).toBe(200);
  });

  test('is kept sealed, and is not what the database holds', async () => {
    const { secret } = await withSecondFactor('sealed@un.example');
    const row = await relance.db
      .selectFrom('accounts')
      .select('totp_secret')
      .where('email', '=', 'sealed@un.example')
      .executeTakeFirstOrThrow();
    expect(row.totp_secret).not.toContain(secret);
  });

  test('is still asked for by a link that chooses a new password', async () => {
    const { id } = await withSecondFactor('forgetful@un.example');
    const token = await addLink(relance.db, { kind: 'reset', account_id: id });
    const browser = openBrowser();
    const used = await browser.call(`POST /v1/session/links/${token}/use`, { password: `${password} again` });
    expect(used.body).toEqual({ secondFactor: 'totp', ticket: expect.any(String) });
    expect((await browser.call('GET /v1/session')).status).toBe(401);
  });

  test('is replaced by a recovery code, once', async () => {
    const { recoveryCodes } = await withSecondFactor('recover@un.example');
    const use = async (recoveryCode: string): Promise<Answer> => {
      const browser = openBrowser();
      const ticket = await ticketFor(browser, 'recover@un.example');
      return browser.call('POST /v1/session/second-factor', { ticket, recoveryCode });
    };
    expect((await use(recoveryCodes[0]!.toUpperCase().replaceAll('-', ' '))).status).toBe(200);
    expect((await use(recoveryCodes[0]!)).body.code).toBe('SignInFailed');
    expect((await use(recoveryCodes[1]!)).status).toBe(200);
  });

  test('cannot be guessed: five codes to a ticket, and few for the account wherever they come from', async () => {
    await withSecondFactor('guessed@un.example');
    const statuses: number[] = [];
    for (let network = 0; network < 4; network += 1) {
      const browser = openBrowser();
      const ticket = await ticketFor(browser, 'guessed@un.example');
      for (let each = 0; each < 6; each += 1)
        statuses.push((await browser.call('POST /v1/session/second-factor', { ticket, code: '000000' })).status);
    }
    expect(statuses.slice(5, 6)).toEqual([401]);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(5);
  });

  test('is removed with the password', async () => {
    const { call } = await withSecondFactor('remover@un.example');
    expect((await call('DELETE /v1/account/second-factor', { password: 'wrong' })).body.code).toBe('PasswordNotRight');
    expect((await call('DELETE /v1/account/second-factor', { password })).status).toBe(204);
    expect((await call('DELETE /v1/account/second-factor', { password })).body.code).toBe('SecondFactorOff');
    expect((await signIn(openBrowser(), 'remover@un.example')).body.account.hasSecondFactor).toBe(false);
  });
});

describe('an API token', () => {
  afterEach(() => (aheadMs = 0));
  const asToken = (token: string, request: string, body?: unknown) =>
    ask(relance.app, request, body, { authorization: `Bearer ${token}` });

  test('is shown once, reads what its owner may read, and is named where it is used', async () => {
    const { call } = await join('robot@un.example');
    const made = await call('POST /v1/account/tokens', { name: 'Statistics', days: 30 });
    expect(made).toMatchObject({
      status: 201,
      body: { reach: 'read', token: expect.stringMatching(/^rlt_[\w-]{43}$/) },
    });
    expect((await call('GET /v1/account/tokens')).body[0]).not.toHaveProperty('token');
    expect((await asToken(made.body.token, 'GET /v1/states')).status).toBe(200);
    expect((await call('GET /v1/account/tokens')).body[0].lastUsedAt).toEqual(expect.any(String));
    const source = { kind: 'mission', stateCode: 'SI', title: 'x' };
    expect(await asToken(made.body.token, 'POST /v1/sources', source)).toMatchObject({
      status: 403,
      body: { code: 'Forbidden' },
    });
    aheadMs = 31 * 24 * hourMs;
    expect((await asToken(made.body.token, 'GET /v1/states')).status).toBe(401);
  });

  test('changes no account: a stolen one makes no second', async () => {
    const { call } = await join('owner@un.example');
    const { token, id } = (await call('POST /v1/account/tokens', { name: 'Writer', reach: 'write' })).body;
    const source = { kind: 'mission', stateCode: 'SI', title: 'x' };
    expect((await asToken(token, 'POST /v1/sources', source)).status).toBe(201);
    for (const [request, body] of [
      ['POST /v1/account/tokens', { name: 'More' }],
      ['POST /v1/account/password', { current: password, password: 'another river, another snow' }],
      ['PATCH /v1/account', { name: 'Other' }],
      [`DELETE /v1/account/tokens/${id}`, undefined],
    ] as const)
      expect(await asToken(token, request, body)).toMatchObject({ status: 403, body: { code: 'Forbidden' } });
    expect((await call(`DELETE /v1/account/tokens/${id}`)).status).toBe(204);
    expect((await asToken(token, 'GET /v1/states')).status).toBe(401);
    expect((await call(`DELETE /v1/account/tokens/${id}`)).body.code).toBe('UnknownToken');
  });

  test.each(['Bearer rlt_wrong', 'Basic dGVzdDp0ZXN0', 'Bearer', ''])(
    '%p is nobody, whatever cookie comes with it',
    async (authorization) => {
      const cookie = `relance_session=${await addSession(relance.db, relance.administratorId)}`;
      expect((await ask(relance.app, 'GET /v1/states', undefined, { cookie })).status).toBe(200);
      expect((await ask(relance.app, 'GET /v1/states', undefined, { cookie, authorization })).status).toBe(401);
    },
  );
});

describe('administering accounts', () => {
  test('an administrator invites, grants, and sees who may do what', async () => {
    const grants = [{ role: 'desk-officer', scope: { kind: 'states', stateCodes: ['SI'], regions: ['african'] } }];
    const made = await ask(relance.app, 'POST /v1/accounts', { email: 'New@UN.example', name: 'New', grants });
    expect(made).toMatchObject({ status: 201, body: { email: 'new@un.example', grants, hasPassword: false } });
    expect((await ask(relance.app, 'POST /v1/accounts', { email: 'new@un.example', name: 'x' })).body.code).toBe(
      'EmailTaken',
    );
    const { id } = made.body;
    expect((await ask(relance.app, 'GET /v1/accounts?limit=200')).body.map((each: any) => each.id)).toContain(id);
    expect((await ask(relance.app, `GET /v1/accounts/${id}`)).body).toEqual(made.body);
    expect((await ask(relance.app, `POST /v1/accounts/${id}/invitation`, {})).status).toBe(202);
    const auditor = [{ role: 'auditor', scope: { kind: 'everywhere' } }];
    expect((await ask(relance.app, `PUT /v1/accounts/${id}/grants`, { grants: auditor })).body.grants).toEqual(auditor);
  });

  test.each([
    ['ScopeDoesNotFitRole', [{ role: 'administrator', scope: { kind: 'states', stateCodes: ['SI'], regions: [] } }]],
    [
      'ScopeDoesNotFitRole',
      [{ role: 'national-coordinator', scope: { kind: 'states', stateCodes: ['SI', 'KE'], regions: [] } }],
    ],
    ['ScopeDoesNotFitRole', [{ role: 'manager', scope: { kind: 'states', stateCodes: [], regions: [] } }]],
    [
      'GrantTwice',
      [
        { role: 'auditor', scope: { kind: 'everywhere' } },
        { role: 'auditor', scope: { kind: 'everywhere' } },
      ],
    ],
    [
      'UnprocessableReference',
      [{ role: 'focal-point', scope: { kind: 'institution', institutionId: 'ins_no', stateCode: 'SI' } }],
    ],
    ['InvalidField', [{ role: 'auditor', scope: { kind: 'states', stateCodes: ['XX'], regions: [] } }]],
    ['InvalidField', [{ role: 'king', scope: { kind: 'everywhere' } }]],
  ])('refuses grants with %s', async (code, grants) => {
    const id = await addAccount(relance.db);
    expect(await ask(relance.app, `PUT /v1/accounts/${id}/grants`, { grants })).toMatchObject({
      status: 422,
      body: { code },
    });
  });

  test('the last administrator stays one', async () => {
    const alone = await openRelance({ hasWorker: false });
    try {
      const { administratorId: id } = alone;
      expect((await ask(alone.app, `PATCH /v1/accounts/${id}`, { isDisabled: true })).body.code).toBe(
        'LastAdministrator',
      );
      expect((await ask(alone.app, `PUT /v1/accounts/${id}/grants`, { grants: [] })).body.code).toBe(
        'LastAdministrator',
      );
    } finally {
      await alone.close();
    }
  });

  test('the mailbox of an installation that sends nothing is theirs too: mail holds links', async () => {
    const local = await openRelance({
      hasWorker: false,
      mailbox: { list: () => [], get: () => undefined, forget: async () => {}, forgetBefore: async () => 0 },
    });
    const show = async (headers: Record<string, string>) =>
      (await local.app.inject({ url: '/mailbox', headers })).statusCode;
    try {
      const auditor = { role: 'auditor', scope: { kind: 'everywhere' } } as const;
      const token = await addToken(local.db, await addAccount(local.db, { grants: [auditor] }));
      expect(await show(anonymous)).toBe(401);
      expect(await show({ authorization: `Bearer ${token}` })).toBe(403);
      expect(await show({ authorization: `Bearer ${local.token}` })).toBe(200);
    } finally {
      await local.close();
    }
  });

  test('is for administrators: a change of grants holds with the next request', async () => {
    const { id, call } = await join('demoted@un.example');
    expect((await call('GET /v1/accounts')).status).toBe(200);
    const grants = [{ role: 'desk-officer', scope: { kind: 'everywhere' } }];
    await ask(relance.app, `PUT /v1/accounts/${id}/grants`, { grants });
    expect(await call('GET /v1/accounts')).toMatchObject({ status: 403, body: { code: 'Forbidden' } });
    expect((await call(`PUT /v1/accounts/${id}/grants`, { grants })).status).toBe(403);
    await ask(relance.app, `DELETE /v1/accounts/${id}/sessions`);
    expect((await call('GET /v1/account')).status).toBe(401);
  });
});
