import { ask, openRelance, register, type Relance } from '../support/relance.ts';

let relance: Relance;
let ana: string;
beforeAll(async () => {
  relance = await openRelance();
  ana = (await register(relance.app)).people['focal-point'];
}, 60_000);
afterAll(() => relance.close());
const to = (request: string, body?: unknown, headers = {}) => ask(relance.app, request, body, headers);

describe('the calendar of a State', () => {
  test('says where its holidays are known from, in words for a page', async () => {
    const slovenia = await to('GET /v1/states/SI');
    expect(slovenia.body).toMatchObject({ weekend: [6, 7], weekendSource: 'default', holidays: { source: 'library' } });
    expect(slovenia.body.holidays.says).toContain('CC BY-SA 3.0');
    const nepal = await to('GET /v1/states/NP');
    expect(nepal.body.holidays).toMatchObject({ source: 'unknown', ownDays: 0 });
    expect(nepal.body.holidays.says).toContain('only weekends count');
  });

  test('lists the days that are not worked, each with its reason and source', async () => {
    const { status, body } = await to('GET /v1/states/SI/calendar?from=2026-12-24&to=2026-12-27');
    expect(status).toBe(200);
    expect(body).toMatchObject({ code: 'SI', timeZone: 'Europe/Ljubljana', from: '2026-12-24', to: '2026-12-27' });
    expect(body.daysOff).toEqual([
      { on: '2026-12-25', isWeekend: false, holiday: { name: 'Christmas Day', source: 'library' } },
      { on: '2026-12-26', isWeekend: true, holiday: { name: expect.any(String), source: 'library' } },
      { on: '2026-12-27', isWeekend: true, holiday: null },
    ]);
  });

  test('shows a year unless asked otherwise, and refuses what goes backwards or on for ever', async () => {
    const { body } = await to('GET /v1/states/EG/calendar?from=2026-01-01');
    expect(body.to).toBe('2026-12-31');
    for (const query of ['from=2026-02-01&to=2026-01-01', 'from=2026-01-01&to=2029-01-01', 'from=2026-02-30']) {
      const refused = await to(`GET /v1/states/EG/calendar?${query}`);
      expect(refused).toMatchObject({ status: 400, body: { code: 'InvalidRequest' } });
      expect(refused.body.fields[0].path).toMatch(/^\/(to|from)$/);
    }
  });

  test('takes days and a weekend of our own, and goes back to what was', async () => {
    const on = async (date: string) =>
      (await to(`GET /v1/states/NP/calendar?from=${date}&to=${date}`)).body.daysOff[0]?.holiday ?? null;
    expect((await to('PUT /v1/states/NP/holidays/2026-10-20', { name: 'Dashain' })).status).toBe(204);
    expect(await on('2026-10-20')).toEqual({ name: 'Dashain', source: 'own' });
    expect((await to('GET /v1/states/NP')).body.holidays).toMatchObject({ source: 'own', ownDays: 1 });
    expect((await to('DELETE /v1/states/NP/holidays/2026-10-20')).status).toBe(204);
    expect(await to('DELETE /v1/states/NP/holidays/2026-10-20')).toMatchObject({
      status: 404,
      body: { code: 'UnknownHoliday' },
    });
    expect(await on('2026-10-20')).toBeNull();
    const before = (await to('GET /v1/states/NP')).body.weekend;
    await to('PUT /v1/states/NP/weekend', { weekend: [6] });
    expect((await to('GET /v1/states/NP')).body).toMatchObject({ weekend: [6], weekendSource: 'own' });
    expect((await to('DELETE /v1/states/NP/weekend')).status).toBe(204);
    expect((await to('GET /v1/states/NP')).body).toMatchObject({ weekend: before, weekendSource: 'default' });
  });
});

describe('the leave of a contact', () => {
  const may = { fromOn: '2026-05-04', untilOn: '2026-05-15' };

  test('is added once for a key, listed, and struck out', async () => {
    const headers = { 'idempotency-key': 'leave-in-may' };
    const added = await to(`POST /v1/contacts/${ana}/absences`, may, headers);
    expect(added).toMatchObject({ status: 201, body: { contactId: ana, ...may } });
    expect(Object.keys(added.body).sort()).toEqual(['contactId', 'createdAt', 'fromOn', 'id', 'untilOn']);
    expect((await to(`POST /v1/contacts/${ana}/absences`, may, headers)).body).toEqual(added.body);
    expect((await to(`GET /v1/contacts/${ana}/absences`)).body).toEqual([added.body]);
    expect((await to(`DELETE /v1/contacts/${ana}/absences/${added.body.id}`)).status).toBe(204);
    expect(await to(`DELETE /v1/contacts/${ana}/absences/${added.body.id}`)).toMatchObject({
      status: 404,
      body: { code: 'UnknownAbsence' },
    });
    expect((await to(`GET /v1/contacts/${ana}/absences`)).body).toEqual([]);
  });

  test('is refused when it ends before it begins, lasts too long or overlaps, and leaves nothing behind', async () => {
    await to(`POST /v1/contacts/${ana}/absences`, may);
    const post = (fromOn: unknown, untilOn: unknown, more = {}) =>
      to(`POST /v1/contacts/${ana}/absences`, { fromOn, untilOn, ...more });
    for (const [answer, status, code, path] of [
      [await post('2026-06-02', '2026-06-01'), 422, 'AbsenceEndsBeforeStart', '/untilOn'],
      [await post('2026-06-01', '2027-06-02'), 422, 'AbsenceTooLong', '/untilOn'],
      [await post('2026-05-15', '2026-05-20'), 409, 'AbsenceOverlaps', '/fromOn'],
      [await post('2026-02-30', '2026-05-20'), 422, 'InvalidField', '/fromOn'],
      [await post('2026-08-01', '2026-08-02', { reason: 'ill' }), 422, 'InvalidField', undefined],
    ] as const) {
      expect(answer).toMatchObject({ status, body: { code } });
      if (path !== undefined) expect(answer.body.fields[0].path).toBe(path);
    }
    expect((await to(`GET /v1/contacts/${ana}/absences`)).body).toHaveLength(1);
    expect(await to('POST /v1/contacts/con_no/absences', may)).toMatchObject({
      status: 404,
      body: { code: 'UnknownContact' },
    });
    expect((await to('GET /v1/contacts/con_no/absences')).status).toBe(404);
  });

  test('of which two are asked for at once is recorded once', async () => {
    const june = { fromOn: '2026-06-01', untilOn: '2026-06-05' };
    const both = await Promise.all([1, 2].map(() => to(`POST /v1/contacts/${ana}/absences`, june)));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  test('shows on the recommendations that the contact is the focal point of', async () => {
    const { recommendationId: id, people } = await register(relance.app);
    // Where the contact is: between 23:00 and midnight in UTC it is tomorrow there.
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Ljubljana' }).format(new Date(relance.now()));
    const contactId = people['focal-point'];
    const isAway = async () =>
      (await to(`GET /v1/recommendations/${id}`)).body.roles.find((holder: any) => holder.role === 'focal-point')
        .isAway;
    expect(await isAway()).toBe(false);
    await to(`POST /v1/contacts/${contactId}/absences`, { fromOn: today, untilOn: today });
    expect(await isAway()).toBe(true);
  });
});
