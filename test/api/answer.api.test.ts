import { command, eventually, openRelance, register, type Relance } from '../support/relance.ts';

let relance: Relance;
beforeAll(async () => {
  // Days of 600 ms: the first question is asked within a minute, and the link outlives the test.
  relance = await openRelance({ dayMs: 600, startsAt: '2026-01-05T06:00:00.000Z' });
});
afterAll(() => relance.close());

const form = (fields: object): { payload: string; headers: Record<string, string> } => ({
  payload: new URLSearchParams(fields as Record<string, string>).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
});
const post = async (url: string, fields: object) => relance.app.inject({ method: 'POST', url, ...form(fields) });
const timelineOf = async (id: string): Promise<any[]> =>
  (await relance.app.inject(`/api/v1/recommendations/${id}/timeline`)).json();

/** Waits for the real mail, and takes its link as a reader does. */
async function linkIn(subject: RegExp, to: string): Promise<string> {
  const mail = await eventually(() => {
    const found = relance.smtp.received.find((each) => each.to.startsWith(to) && subject.test(each.parsed.text ?? ''));
    if (found === undefined) throw new Error(`no mail for ${to} yet`);
    return found;
  }, 55_000);
  const link = /http:\/\/relance\.example(\/answer\/\S+)/.exec(mail.parsed.text ?? '')?.[1];
  if (link === undefined) throw new Error('the mail has no link');
  return link;
}

test('a focal point answers from the mail: the page changes nothing, the form answers once', async () => {
  const { recommendationId: id } = await register(relance.app);
  expect((await command(relance.app, id, 'start-follow-up')).status).toBe(200);
  const link = await linkIn(/Establish an ombudsman/, 'ana@');

  const before = await timelineOf(id);
  for (const method of ['GET', 'HEAD', 'GET'] as const) await relance.app.inject({ method, url: link });
  const page = await relance.app.inject(link);
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('Establish an ombudsman');
  expect(page.headers['cache-control']).toBe('no-store');
  expect(page.body).not.toContain('<script');
  const nonce = /name="nonce" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
  const answersIn = (timeline: any[]) => timeline.filter(({ type }) => type === 'ProgressReported');
  expect(answersIn(await timelineOf(id))).toHaveLength(answersIn(before).length);

  const pressed = await post(link, { nonce });
  expect(pressed.statusCode).toBe(422); // As a scanner would press the button.
  const incomplete = await post(link, { nonce, choice: 'implemented', note: 'Done' });
  expect(incomplete.statusCode).toBe(422);
  expect(incomplete.body).toContain('Done');
  const alertOf = (body: string): string => /role="alert">([^<]*)/.exec(body)?.[1] ?? '';
  for (const [field, value, says] of [
    ['evidenceUrl', 'javascript:alert(1)', /must begin with https/],
    ['untilOn', '2027-02-30', /day of the calendar/],
    ['untilOn', '1999-01-01', /not later than the due date/],
    ['note', 'x'.repeat(5_001), /too long/],
    ['nonce', '', /missing/],
  ] as const) {
    const choice = field === 'evidenceUrl' ? 'implemented' : field === 'untilOn' ? 'more-time' : 'progress';
    const refused = await post(link, { nonce, choice, note: 'Done', [field]: value });
    expect(refused.statusCode).toBe(422);
    expect(alertOf(refused.body)).toMatch(says);
  }
  const huge = await post(link, { nonce, choice: 'progress', note: 'x'.repeat(600_000) });
  expect([huge.statusCode, huge.headers['content-type']]).toEqual([413, 'text/html; charset=utf-8']);
  const json = await relance.app.inject({
    method: 'POST',
    url: link,
    payload: { nonce, choice: 'progress', note: 'x' },
  });
  expect([json.statusCode, json.headers['content-type']]).toEqual([415, 'text/html; charset=utf-8']);
  expect(answersIn(await timelineOf(id))).toHaveLength(0);

  const answer = { nonce, choice: 'progress', note: 'A bill is in parliament', implementation: 'in-progress' };
  for (let times = 0; times < 3; times += 1) expect((await post(link, answer)).statusCode).toBe(200);
  const answered = answersIn(await timelineOf(id));
  expect(answered).toHaveLength(1);
  expect(answered[0].actor).toMatch(/^contact:con_/);
  expect((await relance.app.inject(`/api/v1/recommendations/${id}`)).json()).toMatchObject({
    implementation: 'in-progress',
    reading: 'on-track',
  });
}, 60_000);

test('a link that was changed by one letter opens nothing', async () => {
  const link = await linkIn(/Establish an ombudsman/, 'ana@');
  const token = link.slice('/answer/'.length);
  const middle = token.indexOf('.') + 5;
  const changed = token.slice(0, middle) + (token[middle] === 'A' ? 'B' : 'A') + token.slice(middle + 1);
  for (const each of [changed, token.slice(0, -3), 'x', encodeURIComponent('../../x')]) {
    const { statusCode, body } = await relance.app.inject(`/answer/${each}`);
    expect(statusCode).toBeGreaterThanOrEqual(400);
    expect(statusCode).toBeLessThan(500);
    expect(body).not.toContain('Establish an ombudsman');
  }
}, 60_000);
