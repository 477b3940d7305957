import { ask, command, eventually, openRelance, register, type Relance } from '../support/relance.ts';

let relance: Relance;
beforeAll(async () => {
  relance = await openRelance();
});
afterAll(() => relance.close());
const to = () => relance.app;

describe('one recommendation over HTTP', () => {
  test('is registered, started, answered, claimed, verified, closed and reopened, each step in its timeline', async () => {
    const { recommendationId: id } = await register(to());
    expect((await ask(to(), `GET /v1/recommendations/${id}`)).body).toMatchObject({
      status: 'not-started',
      process: null,
    });
    expect((await command(to(), id, 'start-follow-up')).status).toBe(200);
    await eventually(async () => {
      const { body } = await ask(to(), `GET /v1/recommendations/${id}`);
      expect(body).toMatchObject({ status: 'open', waitsFor: 'next-check-in', process: { isAgreeing: true } });
      expect(body.process.nextStepAt).toBe(body.nextStepAt);
    });
    expect((await command(to(), id, 'report-progress', { note: 'Begun', implementation: 'in-progress' })).status).toBe(
      200,
    );
    const evidence = { url: 'https://gazette.example/1', description: 'The act' };
    expect((await command(to(), id, 'claim-implementation', { evidence: [evidence] })).status).toBe(200);
    expect((await ask(to(), `GET /v1/recommendations/${id}`)).body.status).toBe('under-verification');
    expect((await command(to(), id, 'verify', { evidence })).status).toBe(200);
    expect((await ask(to(), `GET /v1/recommendations/${id}`)).body).toMatchObject({
      status: 'closed',
      closureReason: 'implemented-and-verified',
      nextStepAt: null,
    });
    expect((await command(to(), id, 'reopen', { reason: 'The act was repealed' })).status).toBe(200);
    expect((await ask(to(), `GET /v1/recommendations/${id}`)).body.status).toBe('open');
    const { body } = await ask(to(), `GET /v1/recommendations/${id}/timeline`);
    const types = body.map(({ type }: { type: string }) => type);
    expect(types[0]).toBe('FollowUpStarted');
    for (const type of ['ProgressReported', 'ImplementationClaimed', 'FollowUpClosed', 'FollowUpReopened'])
      expect(types).toContain(type);
  });

  test('the same key twice is one event, the same key with another body is refused', async () => {
    const { recommendationId: id } = await register(to());
    await command(to(), id, 'start-follow-up');
    const headers = { 'idempotency-key': 'once-only-1' };
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => command(to(), id, 'report-progress', { note: 'Once' }, headers)),
    );
    for (const answer of answers) expect(answer.status).toBe(200);
    const { body } = await ask(to(), `GET /v1/recommendations/${id}/timeline`);
    expect(body.filter(({ type }: { type: string }) => type === 'ProgressReported')).toHaveLength(1);
    const other = await command(to(), id, 'report-progress', { note: 'Twice' }, headers);
    expect(other).toMatchObject({ status: 422, body: { code: 'IdempotencyKeyReused' } });
  });

  test('the forecast names dates and people until the last rung', async () => {
    const { recommendationId: id } = await register(to());
    await command(to(), id, 'start-follow-up');
    const { body } = await ask(to(), `GET /v1/recommendations/${id}/forecast`);
    const kinds = new Set(body.entries.flatMap(({ notices }: any) => notices.map(({ kind }: any) => kind)));
    for (const kind of ['check-in', 'reminder-after', 'escalation']) expect(kinds).toContain(kind);
    const instants = body.entries.map(({ at }: { at: string }) => at);
    expect(instants).toEqual([...instants].sort());
  });

  test('lists are filtered, sorted and paged without a gap', async () => {
    const { recommend, people } = await register(to(), { themes: ['Paging'] });
    const ids = [];
    for (let each = 0; each < 6; each += 1) ids.push(await recommend({ text: `Paged number ${each} quokka` }));
    for (const id of ids.slice(0, 3))
      await command(to(), id, 'start-follow-up', { assign: { 'focal-point': people.alternate } });
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await ask(to(), `GET /v1/recommendations?q=quokka&sort=createdAt&limit=2${cursor}`);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${encodeURIComponent(body.nextCursor)}`;
    }
    expect(seen).toEqual(ids);
    const count = async (query: string): Promise<number> =>
      (await ask(to(), `GET /v1/recommendations?q=quokka&${query}`)).body.items.length;
    expect(await count('status=open')).toBe(3);
    expect(await count('status=not-started')).toBe(3);
    expect(await count('state=KE')).toBe(0);
    expect(await count('theme=Paging&playbook=general')).toBe(6);
    expect(await count('overdue=true')).toBe(0);
    expect(await count('rung=1')).toBe(0);
    await eventually(async () => expect(await count('nextStepBefore=2100-01-01')).toBe(3));
    expect((await ask(to(), 'GET /v1/recommendations/counts?q=quokka')).body).toMatchObject({
      total: 6,
      status: { open: 3 },
    });
  });
});

describe('what is wrong gets a clear answer and leaves nothing behind', () => {
  const counts = async (): Promise<unknown> => {
    const tables = ['events', 'recommendations', 'contacts', 'sources', 'follow_ups', 'notices'] as const;
    return Promise.all(
      tables.map(
        async (table) =>
          (
            await relance.db
              .selectFrom(table)
              .select((e) => e.fn.countAll().as('n'))
              .execute()
          )[0],
      ),
    );
  };

  test.each([
    [
      'an unknown State',
      'POST /v1/sources',
      { kind: 'mission', stateCode: 'XX', title: 'x' },
      422,
      'InvalidField',
      '/stateCode',
    ],
    [
      'an unknown source',
      'POST /v1/recommendations',
      { sourceId: 'src_no', stateCode: 'SI', text: 'x' },
      422,
      'UnprocessableReference',
      undefined,
    ],
    [
      'an address that is none',
      'POST /v1/contacts',
      { name: 'x', address: 'nobody', timeZone: 'UTC' },
      422,
      'InvalidField',
      '/address',
    ],
    [
      'a time zone that is none',
      'POST /v1/contacts',
      { name: 'x', address: 'a@b.example', timeZone: 'Mars/One' },
      422,
      'InvalidField',
      '/timeZone',
    ],
    [
      'a field too many',
      'POST /v1/contacts',
      { name: 'x', address: 'a@b.example', timeZone: 'UTC', admin: true },
      422,
      'InvalidField',
      undefined,
    ],
    [
      'a recommendation that is not there',
      'POST /v1/recommendations/rec_no/commands/start-follow-up',
      {},
      404,
      'UnknownRecommendation',
      undefined,
    ],
    [
      'a date that is none',
      'GET /v1/recommendations?nextStepBefore=tomorrow',
      undefined,
      400,
      'InvalidRequest',
      '/nextStepBefore',
    ],
    ['a cursor of somebody’s own making', 'GET /v1/recommendations?cursor=abc', undefined, 400, undefined, undefined],
    ['a path that is none', 'GET /v1/nothing', undefined, 404, 'NotFound', undefined],
  ])('%s', async (_, request, body, status, code, path) => {
    const before = await counts();
    const answer = await ask(to(), request, body);
    expect(answer).toMatchObject({ status, body: { status, ...(code ? { code } : {}) } });
    expect(String(answer.headers['content-type'])).toContain('application/problem+json');
    if (path !== undefined) expect(answer.body.fields.map((field: { path: string }) => field.path)).toContain(path);
    expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|\bat .*\.ts/);
    expect(await counts()).toEqual(before);
  });

  test('a text of 1 MB, wrong JSON and a wrong content type', async () => {
    const before = await counts();
    const post = (payload: string, type: string) =>
      to().inject({ method: 'POST', url: '/api/v1/contacts', payload, headers: { 'content-type': type } });
    expect((await post(JSON.stringify({ name: 'x'.repeat(1_100_000) }), 'application/json')).statusCode).toBe(413);
    expect((await post('{"name": ', 'application/json')).statusCode).toBe(400);
    expect((await post('<a/>', 'text/xml')).statusCode).toBe(415);
    expect(await counts()).toEqual(before);
  });

  test('a due date in the past, a playbook and a contact that nobody knows', async () => {
    const { sourceId, recommendationId: id } = await register(to());
    const before = await counts();
    const recommendation = { sourceId, stateCode: 'SI', text: 'x' };
    const late = await ask(to(), 'POST /v1/recommendations', { ...recommendation, targetOn: '2001-01-01' });
    expect(late.status).toBe(422);
    expect(late.body.fields[0].path).toBe('/targetOn');
    const unknown = await ask(to(), 'POST /v1/recommendations', { ...recommendation, playbook: 'nobody-knows' });
    expect(unknown).toMatchObject({ status: 422, body: { code: 'UnprocessableReference' } });
    const stranger = await command(to(), id, 'start-follow-up', { assign: { 'focal-point': 'con_no' } });
    expect(stranger).toMatchObject({ status: 422, body: { code: 'UnprocessableReference' } });
    expect(await counts()).toEqual(before);
  });

  test('a command that the status does not allow is refused with the rule’s own code', async () => {
    const { recommendationId: id } = await register(to());
    expect(await command(to(), id, 'report-progress', { note: 'x' })).toMatchObject({
      status: 409,
      body: { code: 'NotStarted' },
    });
    await command(to(), id, 'start-follow-up');
    expect(await command(to(), id, 'start-follow-up')).toMatchObject({ status: 409, body: { code: 'AlreadyStarted' } });
    expect((await command(to(), id, 'resume')).status).toBe(409);
    expect((await command(to(), id, 'approve-escalation', { rung: 3 })).status).toBe(409);
    expect((await command(to(), id, 'reopen', { reason: 'x' })).status).toBe(409);
  });
});
