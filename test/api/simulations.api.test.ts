import { ask, command, openRelance, register, type Relance } from '../support/relance.ts';

let relance: Relance;
let id: string;
let sourceId: string;
let people: Readonly<Record<string, string>>;
beforeAll(async () => {
  relance = await openRelance();
  ({ recommendationId: id, sourceId, people } = await register(relance.app));
  await command(relance.app, id, 'start-follow-up');
});
afterAll(() => relance.close());

const simulate = (body: object) => ask(relance.app, 'POST /v1/simulations', body);
const nobody = { assumption: 'nobody-answers', years: 3 };

describe('a simulation over HTTP', () => {
  test('tells mails by week and by person, and who is busiest when', async () => {
    const { status, body } = await simulate({ scope: { recommendationId: id }, ...nobody });
    expect(status).toBe(200);
    expect(body.totals).toMatchObject({
      followUps: 1,
      unassigned: 0,
      escalations: { 1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1 },
    });
    expect(body.people.map(({ contactId }: any) => contactId)).toContain(people['focal-point']);
    const mails = (rows: any[]): number => rows.reduce((sum, row) => sum + row.mails, 0);
    expect(mails(body.weeks)).toBe(body.totals.mails);
    expect(mails(body.people)).toBe(body.totals.mails);
    expect(body.busiestWeeks[0].says).toMatch(/^1 check-in (falls on one desk|is asked of one person) in the week of/);
    expect(body).toMatchObject({ gaps: [], days: null, mailList: null, spreading: { suggestions: [] } });
  });

  test('agrees with the forecast of the same follow-up, notice by notice', async () => {
    const { body } = await simulate({ scope: { recommendationId: id }, ...nobody });
    const forecast = await ask(relance.app, `GET /v1/recommendations/${id}/forecast`);
    const notices = forecast.body.entries.flatMap(
      (entry: any) => new Set(entry.notices.map((each: any) => each.contactId)).size,
    );
    expect(notices.reduce((sum: number, each: number) => sum + each, 0)).toBe(body.totals.notices);
  });

  test('changes nothing', async () => {
    const count = () =>
      relance.db
        .selectFrom('events')
        .select((select) => select.fn.countAll().as('n'))
        .executeTakeFirst();
    const before = await count();
    await simulate({ scope: { all: true }, ...nobody });
    expect(await count()).toEqual(before);
  });

  test('reads a source, a State and everything, running and not yet started; closed ones are counted apart', async () => {
    const recommend = async (): Promise<string> =>
      (
        await ask(relance.app, 'POST /v1/recommendations', {
          sourceId,
          stateCode: 'SI',
          text: 'Ratify the convention',
          playbook: 'ratify',
          position: 'supported',
        })
      ).body.id;
    await recommend();
    const closed = await recommend();
    await command(relance.app, closed, 'start-follow-up');
    expect((await command(relance.app, closed, 'close', { reason: 'lapsed', note: 'The cycle is over' })).status).toBe(
      200,
    );
    for (const scope of [{ sourceId }, { stateCode: 'SI' }, { all: true }])
      expect((await simulate({ scope, ...nobody })).body).toMatchObject({ totals: { followUps: 2 }, alreadyClosed: 1 });
    expect((await simulate({ scope: { stateCode: 'KE' }, ...nobody })).body.totals.followUps).toBe(0);
  });

  test('needs nothing registered: a list of what is planned will do, and 40 on one desk are spread', async () => {
    const row = { stateCode: 'SI', playbook: 'national-action-plan', position: 'supported' };
    const recommendations = Array.from({ length: 40 }, () => row);
    const wish = { scope: { recommendations }, assumption: 'everybody-answers-on-time', years: 5 };
    const { body } = await simulate(wish);
    expect(body.totals.followUps).toBe(40);
    expect(body.busiestWeeks.map(({ says }: any) => says).join()).toMatch(
      /40 check-ins fall on one desk in the week of/,
    );
    expect(body.spreading.suggestions.length).toBeGreaterThan(0);
    expect(body.spreading.suggestions[0]).toMatchObject({ by: 'later-start', deskId: people['desk-officer'] });
  });

  test('by day it lists every mail with its notices', async () => {
    const { body } = await simulate({ scope: { recommendationId: id }, ...nobody, byDay: true });
    expect(body.mailList).toHaveLength(body.totals.mails);
    expect(body.days.reduce((sum: number, { mails }: any) => sum + mails, 0)).toBe(body.totals.mails);
    expect(body.mailList[0].notices[0]).toMatchObject({
      recommendationId: id,
      kind: 'reminder-before',
      role: 'focal-point',
    });
  });

  test('the same seed gives the same answer, and base rates say what they are', async () => {
    const wish = {
      scope: { recommendations: [{ stateCode: 'SI', playbook: 'ratify', position: 'supported' }] },
      years: 5,
    };
    const of = async (seed: string) => (await simulate({ ...wish, assumption: 'base-rates', seed })).body;
    const [one, same] = [await of('7'), await of('7')];
    expect(one.totals).toEqual(same.totals);
    expect(one.says.toLowerCase()).toContain('base rate, not a prediction about one state');
  });

  test('lets others have their turn while it runs', async () => {
    const recommendations = Array.from({ length: 150 }, () => ({
      stateCode: 'SI',
      playbook: 'general',
      position: 'supported',
    }));
    let isDone = false;
    const simulated = simulate({ scope: { recommendations }, ...nobody }).finally(() => (isDone = true));
    let turns = 0;
    for (; !isDone; turns += 1) await new Promise((resolve) => setImmediate(resolve));
    expect((await simulated).body.totals.followUps).toBe(150);
    expect(turns).toBeGreaterThan(150); // Run at a stretch, all of it would be one turn of the event loop.
  });

  test('follows a playbook that nobody has saved, says by place what is wrong with it, and leaves the saved one alone', async () => {
    const [stored] = (await ask(relance.app, 'GET /v1/playbooks/general')).body;
    const beside = ['version', 'origin', 'shippedVersion', 'isCurrent', 'note', 'createdAt', 'basedOn'];
    const general = Object.fromEntries(Object.entries<any>(stored).filter(([name]) => !beside.includes(name))) as any;
    const scope = { recommendations: [{ stateCode: 'SI', playbook: 'general', position: 'supported' }] };
    const wish = { scope, assumption: 'everybody-answers-on-time', years: 2 };
    const often = { ...general, cadence: { ...general.cadence, everyDays: 45 } };
    const [saved, same, drafted] = [
      await simulate(wish),
      await simulate({ ...wish, draft: general }),
      await simulate({ ...wish, draft: often }),
    ];
    expect(same.body.totals).toEqual(saved.body.totals);
    expect(drafted.body.totals.checkIns).toBeGreaterThan(saved.body.totals.checkIns);
    expect((await simulate(wish)).body.totals).toEqual(saved.body.totals);
    const wrong = await simulate({ ...wish, draft: { ...general, cadence: { ...general.cadence, everyDays: 3 } } });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'PlaybookFaulty' } });
    expect(wrong.body.fields).toContainEqual({
      path: '/draft/cadence/everyDays',
      message: expect.stringMatching(/^TooOften/),
    });
    const unknown = { recommendations: [{ stateCode: 'SI', playbook: 'not-saved-yet', position: 'supported' }] };
    expect((await simulate({ ...wish, scope: unknown, draft: { ...general, key: 'not-saved-yet' } })).status).toBe(200);
  });

  test('ends when its caller has gone', async () => {
    const recommendations = Array.from({ length: 400 }, () => ({
      stateCode: 'SI',
      playbook: 'general',
      position: 'supported',
    }));
    await relance.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = relance.app.server.address() as { port: number };
    const gone = new AbortController();
    const asked = fetch(`http://127.0.0.1:${port}/api/v1/simulations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${relance.token}` },
      body: JSON.stringify({ scope: { recommendations }, ...nobody, years: 10 }),
      signal: gone.signal,
    });
    setTimeout(() => gone.abort(), 300);
    await expect(asked).rejects.toThrow(/abort/);
    const fromMs = performance.now();
    expect((await simulate({ scope: { recommendationId: id }, ...nobody })).status).toBe(200);
    expect(performance.now() - fromMs).toBeLessThan(2_000); // The 4,000 years before it would take far longer.
  });

  test('is refused when it is too large, or names what is not there, with the field', async () => {
    const row = { stateCode: 'SI', playbook: 'general', position: 'supported' };
    const recommendations = Array.from({ length: 1_100 }, () => row);
    const tooLarge = await simulate({ scope: { recommendations }, assumption: 'nobody-answers', years: 10 });
    expect(tooLarge).toMatchObject({ status: 422, body: { code: 'SimulationTooLarge', fields: [{ path: '/scope' }] } });
    const byDay = { scope: { recommendations: recommendations.slice(0, 300) }, ...nobody, years: 5, byDay: true };
    expect((await simulate(byDay)).body.code).toBe('SimulationTooLarge');
    const unknown = await simulate({ scope: { recommendations: [row, { ...row, playbook: 'none' }] }, ...nobody });
    expect(unknown.body).toMatchObject({
      code: 'UnprocessableReference',
      fields: [{ path: '/scope/recommendations/1/playbook' }],
    });
    expect((await simulate({ scope: { sourceId: 'src_none' }, ...nobody })).body.fields[0].path).toBe(
      '/scope/sourceId',
    );
    expect((await simulate({ scope: { all: true }, assumption: 'luck', years: 11 })).body.code).toBe('InvalidField');
  });
});

describe('a forecast over HTTP', () => {
  test('of what is not started is what would happen if it were started now', async () => {
    const { recommendationId } = await register(relance.app);
    const { status, body } = await ask(relance.app, `GET /v1/recommendations/${recommendationId}/forecast`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ isStarted: false, assumption: 'nobody-answers' });
    expect(body.entries[0].event).toBe('FollowUpStarted');
    expect((await ask(relance.app, `GET /v1/recommendations/${recommendationId}`)).body.status).toBe('not-started');
  });

  test('takes an assumption and a length', async () => {
    const of = async (query: string) => (await ask(relance.app, `GET /v1/recommendations/${id}/forecast${query}`)).body;
    const onTime = await of('?assumption=everybody-answers-on-time&years=5');
    expect(onTime.entries.map(({ event }: any) => event)).toContain('FollowUpClosed');
    const silent = await of('?years=10');
    expect(Number(silent.until.slice(0, 4)) - Number(onTime.until.slice(0, 4))).toBeGreaterThanOrEqual(4);
    expect((await of('?years=11')).code).toBe('InvalidRequest');
  });
});

test('the base rates are shown with their source, their basis and what they are not', async () => {
  const { status, body } = await ask(relance.app, 'GET /v1/base-rates');
  expect(status).toBe(200);
  expect(body.notice).toBe('base rate, not a prediction about one State');
  expect(body.rates[0].points.map(({ accepted, noted }: any) => [accepted, noted])).toEqual([
    [0.08, 0.02],
    [0.15, 0.04],
    [0.22, 0.05],
    [0.29, 0.06],
    [0.36, 0.08],
  ]);
  for (const { source, basis } of [...body.rates, body.september]) expect(source + basis).toMatch(/\w+/);
});
