import { ask, eventually, openRelance, type Relance } from '../support/relance.ts';

let relance: Relance;
beforeAll(async () => {
  relance = await openRelance({ startsAt: '2026-01-05T06:00:00.000Z' });
}, 60_000);
afterAll(() => relance.close());

const call = (request: string, body?: unknown, headers = {}) => ask(relance.app, request, body, headers);
const keyed = (key: string) => ({ 'idempotency-key': key });
const body = (over: object = {}) => ({
  title: 'Universal ratification of CEDAW',
  instruments: ['CEDAW'],
  states: { kind: 'list', stateCodes: ['SI', 'KE', 'FJ'] },
  targetOn: '2030-12-31',
  ...over,
});
const begun = (id: string, count: number) =>
  eventually(async () => expect((await call(`GET /v1/campaigns/${id}`)).body.counts).toMatchObject({ begun: count }));

describe('a campaign is started', () => {
  test.each([
    [{ title: '' }, '/title'],
    [{ instruments: ['CEDAW', 'NOTHING'] }, '/instruments/1'],
    [{ instruments: [] }, '/instruments'],
    [{ states: { kind: 'list', stateCodes: ['SI', 'XX'] } }, '/states'],
    [{ targetOn: '2026-13-01' }, '/targetOn'],
    [{ wave: { size: 501 } }, '/wave/size'],
    [{ wave: { startsPerSecond: 21 } }, '/wave/startsPerSecond'],
    [{ treatyEvents: { soon: '2026-09-22' } }, '/treatyEvents/soon'],
    [{ more: 1 }, '/'],
  ])('not with %j, and the answer names the field', async (over, path) => {
    const refused = await call('POST /v1/campaigns', body(over));
    expect(refused).toMatchObject({ status: 422, body: { code: 'InvalidField' } });
    expect(refused.body.fields.map((field: any) => field.path).join(' ')).toContain(path);
  });

  test.each([
    [{ targetOn: '2025-12-31' }, 'CampaignTargetInThePast', '/targetOn'],
    [{ letterOn: '2025-12-31' }, 'LetterInThePast', '/letterOn'],
    [{ treatyEvents: { 2027: '2026-09-22' } }, 'TreatyEventInOtherYear', '/treatyEvents'],
    [{ remindBeforeDays: [14, 14] }, 'RemindersOutOfBounds', '/remindBeforeDays'],
    [{ playbook: 'no-such-one' }, 'UnprocessableReference', '/playbook'],
  ])('not with %j: %s', async (over, code, path) => {
    const refused = await call('POST /v1/campaigns', body(over));
    expect(refused).toMatchObject({ status: 422, body: { code, fields: [{ path }] } });
    expect((await call('GET /v1/campaigns')).body.items).toEqual([]);
  });

  test('and its preview says who would be appealed to, who is left out and when; nothing is written', async () => {
    const deposit = { on: '1992-07-06', how: 'succession' };
    await call('POST /v1/treaty-status/SI/CEDAW/commands/record-deposit', deposit);
    const preview = await call(
      'POST /v1/campaigns/preview',
      body({ instruments: ['IV-8', 'CRC'], letterOn: '2026-02-02' }),
    );
    expect(preview).toMatchObject({
      status: 200,
      body: {
        total: 6,
        appealsCount: 5,
        waves: 1,
        leftOut: { parties: 1, elsewhere: [] },
        appeals: [
          { instrument: 'CEDAW', count: 2, stateCodes: ['KE', 'FJ'] },
          { instrument: 'CRC', count: 3 },
        ],
        parties: [{ instrument: 'CEDAW', count: 1, stateCodes: ['SI'] }, { count: 0 }],
      },
    });
    expect(preview.body.rounds.slice(0, 5).map(({ kind, onDate }: any) => [kind, onDate])).toEqual([
      ['letter', '2026-02-02'],
      ['delivery', '2026-02-16'],
      ['treaty-event', '2026-06-24'],
      ['treaty-event', '2026-08-08'],
      ['treaty-event', '2026-09-08'],
    ]);
    expect((await call('GET /v1/campaigns')).body.items).toEqual([]);
    const everybody = await call('POST /v1/campaigns/preview', body({ states: { kind: 'all' } }));
    expect(everybody.body.total).toBe(195);
    const group = { kind: 'regional-group', regionalGroup: 'asia-pacific' };
    expect((await call('POST /v1/campaigns/preview', body({ states: group }))).body.total).toBe(54);
  });

  test('once for each key, and tells where it stands', async () => {
    const wish = body({ playbook: 'appeal', letterOn: '2026-02-02' });
    const made = await call('POST /v1/campaigns', wish, keyed('start'));
    expect(made).toMatchObject({
      status: 201,
      headers: { etag: '"1"' },
      body: { status: 'running', playbook: 'appeal', letterOn: '2026-02-02', remindBeforeDays: [90, 45, 14] },
    });
    expect(await call('POST /v1/campaigns', wish, keyed('start'))).toMatchObject({
      status: 201,
      body: { id: made.body.id },
    });
    await begun(made.body.id, 2);
    const list = await call('GET /v1/campaigns?instrument=CEDAW&status=running');
    expect(list.body.items.map(({ id }: any) => id)).toEqual([made.body.id]);
    const source = await call(`GET /v1/sources/${made.body.sourceId}`);
    expect(source.body).toMatchObject({ kind: 'secretary-general-letter', title: wish.title, stateCode: null });
  });
});

describe('a campaign that runs', () => {
  let id = '';
  const command = (name: string, given: object = {}, headers = {}) =>
    call(`POST /v1/campaigns/${id}/commands/${name}`, given, headers);
  beforeAll(async () => {
    const over = { title: 'The torture convention', instruments: ['CAT', 'OPCAT'], wave: { size: 500, everyDays: 0 } };
    id = (await call('POST /v1/campaigns', body({ ...over, letterOn: '2026-01-05' }))).body.id;
    await begun(id, 6);
  }, 30_000);

  test('lists its targets page by page, filtered, and refuses a cursor of another list', async () => {
    const first = await call(`GET /v1/campaigns/${id}/targets?limit=4`);
    const second = await call(`GET /v1/campaigns/${id}/targets?limit=4&cursor=${first.body.nextCursor}`);
    const keys = [...first.body.items, ...second.body.items].map((line: any) => `${line.stateCode} ${line.instrument}`);
    expect(keys).toEqual(['FJ CAT', 'FJ OPCAT', 'KE CAT', 'KE OPCAT', 'SI CAT', 'SI OPCAT']);
    expect(second.body.nextCursor).toBeNull();
    const some = await call(`GET /v1/campaigns/${id}/targets?state=KE&instrument=OPCAT&status=begun&wave=1`);
    expect(some.body.items).toMatchObject([{ stateCode: 'KE', instrument: 'OPCAT', followUp: { status: 'open' } }]);
    const rounds = `GET /v1/campaigns/${id}/rounds?cursor=${first.body.nextCursor}`;
    expect(await call(rounds)).toMatchObject({ status: 400, body: { code: 'InvalidCursor' } });
    expect(await call(`GET /v1/campaigns/${id}/targets?status=gone`)).toMatchObject({ status: 400 });
  });

  test('another campaign leaves out whom it appeals to, by name', async () => {
    const over = { title: 'Another', instruments: ['CAT'], states: { kind: 'list', stateCodes: ['KE', 'TO'] } };
    const preview = await call('POST /v1/campaigns/preview', body(over));
    const note = `Under appeal of the campaign ${id}, The torture convention`;
    expect(preview.body.leftOut.elsewhere).toEqual([{ stateCode: 'KE', instrument: 'CAT', note }]);
    const other = await call('POST /v1/campaigns', body(over));
    await begun(other.body.id, 1);
    const out = await call(`GET /v1/campaigns/${other.body.id}/targets?status=left-out`);
    expect(out.body.items).toMatchObject([
      { stateCode: 'KE', because: 'other-campaign', note, recommendationId: null },
    ]);
  });

  test('the letter that is due is drafted for all, and approved many at once', async () => {
    await eventually(async () => {
      const drafts = await call(`GET /v1/letters?campaignId=${id}&status=draft`);
      expect(drafts.body.items).toHaveLength(6);
    });
    const [one] = (await call(`GET /v1/letters?campaignId=${id}`)).body.items;
    const approve = (given: object, headers = {}) => call(`POST /v1/campaigns/${id}/letters/approval`, given, headers);
    expect(await approve({ letterIds: ['ltr_none'] })).toMatchObject({
      status: 422,
      body: { code: 'UnprocessableReference' },
    });
    expect(await approve({ letterIds: [one.id] })).toMatchObject({
      status: 202,
      body: { kind: 'campaign-letters', total: 1 },
    });
    await eventually(async () => expect((await call(`GET /v1/letters/${one.id}`)).body.status).toBe('approved'));
    const all = await approve({}, keyed('all'));
    expect(all.body.total).toBe(5);
    await eventually(async () => expect((await call(`GET /v1/batches/${all.body.id}`)).body.counts.done).toBe(5));
    expect((await approve({}, keyed('all'))).body.id).toBe(all.body.id);
    expect(await approve({})).toMatchObject({ status: 409, body: { code: 'NoLetterWaiting' } });
  }, 40_000);

  test('tells what stands in the way of each State, and who helps', async () => {
    const [target] = (await call(`GET /v1/campaigns/${id}/targets?state=FJ&instrument=CAT`)).body.items;
    const say = (name: string, given: object) =>
      call(`POST /v1/recommendations/${target.recommendationId}/commands/${name}`, given);
    expect((await say('record-obstacle', { obstacle: 'translation' })).status).toBe(200);
    expect((await say('offer-help', { kind: 'translation', by: 'The UN country team' })).status).toBe(200);
    const all = await call(`GET /v1/campaigns/${id}/obstacles`);
    expect(all.body.items).toHaveLength(6);
    const some = await call(`GET /v1/campaigns/${id}/obstacles?obstacle=translation,capacity`);
    expect(some.body.items).toMatchObject([
      {
        stateCode: 'FJ',
        instrument: 'CAT',
        obstacles: [{ obstacle: 'translation' }],
        help: [{ kind: 'translation', by: 'The UN country team' }],
        twinnings: [],
      },
    ]);
  });

  test('is changed by whoever has read it last, and by nobody else', async () => {
    const patch = (given: object, etag?: string) =>
      call(`PATCH /v1/campaigns/${id}`, given, etag === undefined ? {} : { 'if-match': etag });
    expect(await patch({ title: 'x' })).toMatchObject({ status: 428 });
    expect(await patch({ title: 'x' }, '"9"')).toMatchObject({ status: 412, body: { code: 'ChangedMeanwhile' } });
    const changed = await patch({ targetOn: '2031-12-31', wave: { everyDays: 7 } }, '"1"');
    expect(changed).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      body: { targetOn: '2031-12-31', wave: { size: 500, everyDays: 7, startsPerSecond: 10 } },
    });
    expect(await patch({ letterOn: '2027-01-05' }, '"2"')).toMatchObject({
      status: 409,
      body: { code: 'LetterAlreadyHeld', fields: [{ path: '/letterOn' }] },
    });
    expect(await call('PATCH /v1/campaigns/cam_none', { title: 'x' }, { 'if-match': '"1"' })).toMatchObject({
      status: 404,
      body: { code: 'UnknownCampaign' },
    });
  });

  test('follows the Treaty Event when its day is announced', async () => {
    const next = async () =>
      (await call(`GET /v1/campaigns/${id}/schedule`)).body.next.map((on: string) => on.slice(0, 10));
    await eventually(async () => expect(await next()).toEqual(expect.arrayContaining(['2026-06-24', '2026-08-08'])));
    const event = { event: 'treaty-event', onDate: '2026-09-29', title: 'Treaty Event 2026' };
    const kept = await call('POST /v1/world-events', event);
    expect(kept.status).toBe(201);
    await eventually(async () => expect(await next()).toEqual(expect.arrayContaining(['2026-07-01', '2026-08-15'])));
    expect(await next()).not.toContain('2026-06-24');
    await call(`DELETE /v1/world-events/${kept.body.id}`, undefined, { 'if-match': '"1"' });
    await eventually(async () => expect(await next()).toContain('2026-06-24'));
  });

  test('leaves out a State with a note, pauses, goes on and ends; a repeat of each changes nothing', async () => {
    expect(await command('leave-out', { stateCode: 'FJ', note: ' ' })).toMatchObject({ status: 422 });
    const out = await command('leave-out', { stateCode: 'FJ', instrument: 'OPCAT', note: 'On hold' }, keyed('out'));
    expect(out.body.counts).toMatchObject({ begun: 5, leftOut: 1 });
    expect(
      (await command('leave-out', { stateCode: 'FJ', instrument: 'OPCAT', note: 'On hold' }, keyed('out'))).status,
    ).toBe(200);
    expect(await command('leave-out', { stateCode: 'TO', note: 'x' })).toMatchObject({
      status: 422,
      body: { code: 'NotInCampaign', fields: [{ path: '/stateCode' }] },
    });
    expect((await command('pause', { reason: 'Elections' }, keyed('pause'))).body.status).toBe('paused');
    expect(await command('pause', { reason: 'Again' })).toMatchObject({
      status: 409,
      body: { code: 'CampaignAlreadyPaused' },
    });
    await eventually(async () => expect((await call(`GET /v1/campaigns/${id}/schedule`)).body.isPaused).toBe(true));
    expect((await command('resume')).body.status).toBe('running');
    expect((await command('end', { reason: 'Universal' })).body).toMatchObject({
      status: 'ended',
      endReason: 'Universal',
    });
    expect(await command('take-in-states', { stateCodes: ['TO'] })).toMatchObject({
      status: 409,
      body: { code: 'CampaignHasEnded' },
    });
    expect(await command('take-in-states', { stateCodes: ['XX'] })).toMatchObject({
      status: 422,
      body: { fields: [{ path: '/stateCodes/0' }] },
    });
    await eventually(async () => expect((await call(`GET /v1/campaigns/${id}/schedule`)).body.isThere).toBe(false));
  });

  test('tells its whole life in lines, page by page', async () => {
    const lines = (await call(`GET /v1/campaigns/${id}/timeline?limit=3`)).body;
    expect(lines.map(({ type }: any) => type)).toEqual(['CampaignStarted', 'WaveStarted', 'AppealsBegun']);
    const rest = (await call(`GET /v1/campaigns/${id}/timeline?afterVersion=3`)).body.map(
      ({ summary }: any) => summary,
    );
    expect(rest).toEqual(expect.arrayContaining(['Paused', 'Resumed', 'Ended', 'Left out (note): FJ OPCAT']));
    for (const line of rest) expect(line.length).toBeLessThan(200);
  });

  test('of a campaign that does not exist nothing is told', async () => {
    for (const path of ['', '/targets', '/rounds', '/schedule', '/obstacles', '/timeline'])
      expect(await call(`GET /v1/campaigns/cam_none${path}`)).toMatchObject({
        status: 404,
        body: { code: 'UnknownCampaign' },
      });
    expect((await call('POST /v1/campaigns/cam_none/commands/resume', {})).status).toBe(404);
    expect((await call('POST /v1/campaigns/cam_none/letters/approval', {})).status).toBe(404);
  });
});
