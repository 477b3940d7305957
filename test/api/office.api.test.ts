import { addDays } from '../../domain/time.ts';
import { weekOf } from '../../domain/forecast/weeks.ts';
import { openPGliteDatabase, openPostgresDatabase } from '../support/databases.ts';
import { ask, command, eventually, openRelance, register, type Relance } from '../support/relance.ts';

/** A Monday. */
const startsAt = '2026-01-05T06:00:00.000Z';

describe.each([
  ['PGlite', openPGliteDatabase],
  ['Postgres', openPostgresDatabase],
])('what the pages of States, missions and people ask for, on %s', (_, open) => {
  let relance: Relance;
  let office: Awaited<ReturnType<typeof register>>;
  beforeAll(async () => {
    relance = await openRelance({ startsAt, database: await open() });
    office = await register(relance.app, { paragraph: '10' });
    await command(relance.app, office.recommendationId, 'start-follow-up');
    await eventually(async () => {
      const { body } = await call(`GET /v1/recommendations/${office.recommendationId}`);
      expect(body.round).not.toBeNull();
    });
  }, 60_000);
  afterAll(() => relance?.close());
  const call = (request: string, body?: unknown, headers = {}) => ask(relance.app, request, body, headers);

  test('a State’s figures add up, and say from which source each comes', async () => {
    await office.recommend({ paragraph: '9', position: 'noted' });
    const { body } = await call('GET /v1/states/SI/figures');
    expect(body).toMatchObject({
      total: 2,
      status: { open: 1, 'not-started': 1 },
      position: { supported: 1, noted: 1 },
      rung: { '0': 1 },
      sources: [{ id: office.sourceId, total: 2, notStarted: 1, open: 1, late: 0, closed: 0 }],
    });
    expect((await call('GET /v1/states/KE/figures')).body).toMatchObject({ total: 0, sources: [] });
  });

  test('who is who, by name, and who of them is away', async () => {
    const ana = office.people['focal-point'];
    await call(`POST /v1/contacts/${ana}/absences`, { fromOn: '2026-01-04', untilOn: '2026-01-06' });
    const { body } = await call('GET /v1/states/SI/people');
    expect(body).toHaveLength(5);
    expect(body).toContainEqual({
      role: 'focal-point',
      contactId: ana,
      name: 'ana',
      language: 'en',
      timeZone: 'Europe/Ljubljana',
      institution: null,
      isReachable: true,
      isAway: true,
    });
  });

  test('what became of each stands in the order of the report: paragraph 9 before 10', async () => {
    await command(relance.app, office.recommendationId, 'report-progress', {
      note: 'The bill is drafted',
      implementation: 'in-progress',
    });
    const { body } = await call(`GET /v1/outcomes?sourceId=${office.sourceId}`);
    expect(body.items.map(({ paragraph }: any) => paragraph)).toEqual(['9', '10']);
    expect(body.items[1]).toMatchObject({
      implementation: 'in-progress',
      status: 'open',
      lastWords: { note: 'The bill is drafted', at: expect.stringMatching(/^2026-01-05T.*\.\d{3}Z$/) },
      closing: null,
    });
  });

  test('a page of outcomes after the other loses and repeats nothing', async () => {
    const seen: string[] = [];
    for (let cursor = ''; seen.length < 5;) {
      const { body } = await call(`GET /v1/outcomes?sourceId=${office.sourceId}&limit=1${cursor}`);
      seen.push(...body.items.map(({ id }: any) => id));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(new Set(seen).size).toBe(2);
    expect(seen).toHaveLength(2);
    expect((await call(`GET /v1/outcomes?sourceId=${office.sourceId}&cursor=x`)).body.code).toBe('InvalidCursor');
    expect((await call('GET /v1/outcomes')).body.code).toBe('InvalidRequest');
  });

  test('a meeting is about what it is tied to, and else about all that is open for its States', async () => {
    const meeting = { kind: 'meeting', heldOn: '2026-01-02', stateCodes: ['SI'] };
    const general = (await call('POST /v1/dialogue', { ...meeting, subject: 'All' })).body.id;
    const ids = async (query: string): Promise<string[]> =>
      (await call(`GET /v1/outcomes?${query}`)).body.items.map(({ id }: any) => id);
    expect(await ids(`dialogueId=${general}`)).toEqual([office.recommendationId]);
    const other = await office.recommend({ paragraph: '11' });
    const tied = { ...meeting, subject: 'One', recommendationIds: [other] };
    expect(await ids(`dialogueId=${(await call('POST /v1/dialogue', tied)).body.id}`)).toEqual([other]);
    expect(await ids(`id=${office.recommendationId},${other}`)).toEqual([office.recommendationId, other]);
    expect((await call('GET /v1/outcomes?dialogueId=dlg_no')).body.code).toBe('UnknownDialogue');
  });

  test('what a person holds: the State’s roles, unless somebody has it for this one alone', async () => {
    const { 'focal-point': ana, alternate: bor } = office.people;
    const held = async (contactId: string): Promise<any[]> =>
      (await call(`GET /v1/contacts/${contactId}/work`)).body.items.map(({ recommendationId, roles }: any) => [
        recommendationId,
        roles,
      ]);
    expect(await held(ana)).toEqual([[office.recommendationId, ['focal-point']]]);
    await command(relance.app, office.recommendationId, 'assign-role', { role: 'focal-point', contactId: bor });
    expect(await held(ana)).toEqual([]);
    expect(await held(bor)).toEqual([[office.recommendationId, ['alternate', 'focal-point']]]);
    const { body } = await call(`GET /v1/contacts/${ana}/load`);
    expect(body).toMatchObject({ open: 0, late: 0 });
    expect(body.holds).toEqual([
      { contactId: ana, stateCode: 'SI', role: 'focal-point', isOfState: true, open: 0, late: 0 },
    ]);
  });

  test('weeks without gaps: what came, and what the plan brings', async () => {
    const bor = office.people.alternate;
    const meeting = { kind: 'meeting', heldOn: '2026-01-02', stateCodes: ['SI'], subject: 'Talks' };
    const agreed = [{ point: 'Send the bill', contactId: bor, dueOn: '2026-01-20' }];
    await call('POST /v1/dialogue', { ...meeting, agreed });
    const { body } = await call(`GET /v1/contacts/${bor}/load`);
    expect(body.weeks).toHaveLength(26);
    expect(body.weeks.map(({ week }: any) => week)).toEqual(
      Array.from({ length: 26 }, (_each, index) => addDays('2026-01-05', 7 * (index - 13))),
    );
    const at = (week: string) => body.weeks.find((each: any) => each.week === week);
    expect(at('2026-01-05')).toMatchObject({ isComing: true });
    expect(at('2026-01-19')).toMatchObject({ agreed: 1 });
    const whole = (await call(`GET /v1/recommendations/${office.recommendationId}`)).body;
    const due = body.weeks.filter((week: any) => week.due > 0).map(({ week }: any) => week);
    const dueWeek = weekOf(whole.round.dueAt.slice(0, 10));
    expect(due).toEqual(whole.round.answeredAt === null && dueWeek < addDays('2026-01-05', 91) ? [dueWeek] : []);
    const notices = (await call(`GET /v1/notices?contactId=${bor}`)).body.items;
    expect(body.weeks.reduce((sum: number, { notices: count }: any) => sum + count, 0)).toBe(notices.length);
  });

  test('an institution has the work of all its people, each follow-up once', async () => {
    const { id } = (await call('POST /v1/institutions', { name: 'Ministry', kind: 'ministry', stateCode: 'SI' })).body;
    for (const contactId of [office.people.alternate, office.people.manager]) {
      const { headers } = await call(`GET /v1/contacts/${contactId}`);
      await call(`PATCH /v1/contacts/${contactId}`, { institutionId: id }, { 'if-match': String(headers.etag) });
    }
    const { body } = await call(`GET /v1/institutions/${id}/load`);
    expect(body.open).toBe(1);
    expect(body.holds.map(({ role }: any) => role).sort()).toEqual(['alternate', 'focal-point', 'manager']);
    const [line, ...others] = (await call(`GET /v1/institutions/${id}/work`)).body.items;
    expect([line.roles, others]).toEqual([['alternate', 'focal-point', 'manager'], []]);
  });

  test('a timeline of one kind alone holds that kind alone, page by page, and together they are the whole', async () => {
    const kinds = ['source', 'recommendation', 'follow-up', 'mail', 'treaty', 'campaign', 'dialogue'];
    const read = async (query: string): Promise<any[]> => {
      const items: any[] = [];
      for (let cursor = ''; ;) {
        const { body } = await call(`GET /v1/states/SI/timeline?limit=2${query}${cursor}`);
        items.push(...body.items);
        if (body.nextCursor === null) return items;
        cursor = `&cursor=${body.nextCursor}`;
      }
    };
    const whole = await read('');
    const parts = await Promise.all(kinds.map((kind) => read(`&kind=${kind}`)));
    for (const [index, part] of parts.entries())
      expect(part.map(({ kind }) => kind)).toEqual(part.map(() => kinds[index]));
    expect(
      parts
        .flat()
        .map(({ id }) => id)
        .sort(),
    ).toEqual(whole.map(({ id }) => id).sort());
    expect(parts[2]?.length).toBeGreaterThan(0);
    expect(await read('&kind=follow-up,dialogue')).toEqual(
      whole.filter(({ kind }) => kind === 'follow-up' || kind === 'dialogue'),
    );
  });

  test('a contact is found by a part of the name, whatever its letters mean elsewhere', async () => {
    const found = async (q: string): Promise<string[]> =>
      (await call(`GET /v1/contacts?q=${encodeURIComponent(q)}`)).body.map(({ name }: any) => name);
    expect(await found('AN')).toEqual(['ana']);
    expect(await found('%')).toEqual([]);
    expect(await found('bor@')).toEqual(['bor']);
  });
});
