import ICAL from 'ical.js';
import { ask, command, eventually, openRelance, register, type Relance } from '../support/relance.ts';

const startsAt = '2026-01-05T06:00:00.000Z';
let relance: Relance;
let office: Awaited<ReturnType<typeof register>>;
beforeAll(async () => {
  relance = await openRelance({ startsAt });
  office = await register(relance.app, {
    text: 'Establish an ombudsman; commas, semicolons\nand "quotes" — übergroß 日本語 😀',
  });
}, 60_000);
afterAll(() => relance.close());

const call = (request: string, body?: unknown, headers = {}) => ask(relance.app, request, body, headers);
const pathOf = (url: string): string => new URL(url).pathname;
const feedOf = async (contactId: string): Promise<string> => {
  const { status, body } = await call(`POST /v1/contacts/${contactId}/calendar-feed`);
  expect(status).toBe(201);
  return pathOf(body.url);
};
const read = (path: string, headers = {}) => relance.app.inject({ method: 'GET', url: path, headers });
const eventsIn = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));

/** What RFC 5545 demands of the text itself, and parsers forgive. */
function faultsIn(text: string): readonly string[] {
  const faults = text.endsWith('\r\n') ? [] : ['the last line does not end'];
  const lines = text.slice(0, -2).split('\r\n');
  for (const line of lines) {
    if (Buffer.byteLength(line) > 75) faults.push(`longer than 75 octets: ${line}`);
    if (/[\n\r]/.test(line) || /[^\P{Cc}\t]/u.test(line))
      faults.push(`a bare line break or control character: ${line}`);
    if (line !== Buffer.from(line).toString('utf8')) faults.push(`half a character: ${line}`);
  }
  const unfolded = lines
    .join('\n')
    .replaceAll(/\n[ \t]/g, '')
    .split('\n');
  if (unfolded[0] !== 'BEGIN:VCALENDAR' || unfolded.at(-1) !== 'END:VCALENDAR') faults.push('no calendar around it');
  if (unfolded.some((line) => !/^[A-Z-]+(?:;[A-Z-]+=(?:"[^"]*"|[^;:,"]*))*:/.test(line)))
    faults.push('a line is no content line');
  for (const event of unfolded.join('\n').split('BEGIN:VEVENT').slice(1))
    for (const name of ['UID', 'DTSTAMP', 'DTSTART'])
      if (event.split('\n').filter((line) => new RegExp(`^${name}[:;]`).test(line)).length !== 1)
        faults.push(`${name} not once`);
  return faults;
}

test('a person’s dates come as a calendar that other programs read, with the due date of the round in it', async () => {
  await command(relance.app, office.recommendationId, 'start-follow-up');
  const { body } = await eventually(async () => {
    const answer = await call(`GET /v1/recommendations/${office.recommendationId}`);
    expect(answer.body.round).not.toBeNull();
    return answer;
  });
  const path = await feedOf(office.people['focal-point']);
  const answer = await read(path);
  expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
  expect(faultsIn(answer.body)).toEqual([]);
  const due = eventsIn(answer.body).find(({ uid }) => uid.startsWith(`round-${body.round.number}.`));
  expect(due).toMatchObject({ summary: 'Answer due: Slovenia' });
  expect(due?.startDate.toString()).toBe(body.round.dueOn);
  expect(due?.startDate.isDate).toBe(true);
  expect(due?.description).toContain('Establish an ombudsman; commas, semicolons\nand "quotes" — übergroß 日本語 😀');
});

test('the control: what the format forbids is found', () => {
  const bad =
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:' + 'x'.repeat(80) + '\r\nEND:VEVENT\r\nEND:VCALENDAR';
  expect(faultsIn(bad).join()).toMatch(/does not end.*75 octets.*DTSTAMP not once/s);
  expect(() => ICAL.parse('BEGIN:VCALENDAR\r\nnothing\r\n')).toThrow();
});

test('in the reader’s language, with what was agreed and the meetings that are planned', async () => {
  const wish = { name: 'Léa', address: 'lea@ministry.example', timeZone: 'Europe/Paris', language: 'ar' };
  const { id } = (await call('POST /v1/contacts', wish)).body;
  const meeting = { kind: 'meeting', stateCodes: ['SI'], contactIds: [id] };
  await call('POST /v1/dialogue', {
    ...meeting,
    heldOn: '2026-01-02',
    subject: 'Visit',
    agreed: [{ point: 'Send the bill', contactId: id, dueOn: '2026-02-10' }],
    shareable: '',
  });
  const timed = { heldOn: '2026-03-02', startTime: '10:30', timeZone: 'Europe/Ljubljana', isPlanned: true };
  await call('POST /v1/dialogue', { ...meeting, ...timed, subject: 'Second round' });
  await call('POST /v1/dialogue', {
    ...meeting,
    heldOn: '2026-03-09',
    endsOn: '2026-03-11',
    isPlanned: true,
    subject: 'Mission',
  });
  const { body } = await read(await feedOf(id));
  expect(faultsIn(body)).toEqual([]);
  const events = eventsIn(body).map(({ summary, startDate, endDate }) => [
    summary,
    startDate.toString(),
    endDate.toString(),
  ]);
  expect(events).toEqual([
    ['ما اتُّفق عليه: Send the bill', '2026-02-10', '2026-02-11'],
    ['المقرر: Second round', '2026-03-02T09:30:00Z', '2026-03-02T09:30:00Z'],
    ['المقرر: Mission', '2026-03-09', '2026-03-12'],
  ]);
});

test('the same calendar has the same tag until something changes, and its entries keep their names', async () => {
  const path = await feedOf(office.people.alternate);
  const first = await read(path);
  expect(first.headers['cache-control']).toContain('private');
  const etag = String(first.headers.etag);
  const again = await read(path, { 'if-none-match': etag });
  expect([again.statusCode, again.body]).toEqual([304, '']);
  const uids = eventsIn(first.body).map(({ uid }) => uid);
  expect(new Set(uids).size).toBe(uids.length);
  await command(relance.app, office.recommendationId, 'report-progress', { note: 'The bill is in parliament' });
  const later = await eventually(async () => {
    const changed = await read(path, { 'if-none-match': etag });
    expect(changed.statusCode).toBe(200);
    expect(changed.headers.etag).not.toBe(etag);
    expect(eventsIn(changed.body).length).toBeGreaterThan(0);
    return changed;
  });
  expect(later.body).not.toContain(`UID:round-1.${office.recommendationId}`);
});

test('an address is told once, kept as a hash alone, and stops working when it is renewed or taken away', async () => {
  const contactId = office.people.manager;
  const first = await feedOf(contactId);
  expect((await read(first)).statusCode).toBe(200);
  expect(JSON.stringify(await relance.db.selectFrom('calendar_feeds').selectAll().execute())).not.toContain(
    first.split('.')[1],
  );
  const keys = { 'idempotency-key': 'renewed' };
  const renewed = pathOf((await call(`POST /v1/contacts/${contactId}/calendar-feed`, undefined, keys)).body.url);
  expect(JSON.stringify(await relance.db.selectFrom('idempotency_keys').selectAll().execute())).not.toContain(renewed);
  expect([(await read(first)).statusCode, (await read(renewed)).statusCode]).toEqual([404, 200]);
  expect((await call(`GET /v1/contacts/${contactId}/calendar-feed`)).body).toMatchObject({ isActive: true });
  expect((await call(`DELETE /v1/contacts/${contactId}/calendar-feed`)).status).toBe(204);
  expect((await read(renewed)).statusCode).toBe(404);
  expect((await call(`DELETE /v1/contacts/${contactId}/calendar-feed`)).body.code).toBe('UnknownCalendarFeed');
});

test('a wrong secret, another’s secret and no secret look the same', async () => {
  const [one, other] = [await feedOf(office.people['desk-officer']), await feedOf(office.people['focal-point'])];
  const [id] = one.split('.');
  const answers = [
    await read(`${id}.${'A'.repeat(43)}.ics`),
    await read(`${id}.${other.split('.')[1]}.ics`),
    await read('/calendars/nothing'),
    await read(`${one}x`),
  ];
  expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
  expect(answers[0]?.statusCode).toBe(404);
});

test('whoever guesses is slowed down', async () => {
  const guess = () => read(`/calendars/AAAAAAAAAAAA.${'A'.repeat(43)}.ics`);
  const statuses = [];
  for (let tries = 0; tries < 70; tries += 1) statuses.push((await guess()).statusCode);
  expect(new Set(statuses)).toEqual(new Set([404, 429]));
});
