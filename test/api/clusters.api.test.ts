import { ask, command, openRelance, register, type Relance } from '../support/relance.ts';

let relance: Relance;
let people: Record<string, string>;
let recommend: (more?: object) => Promise<string>;
beforeAll(async () => {
  relance = await openRelance();
  ({ people, recommend } = await register(relance.app));
}, 60_000);
afterAll(() => relance.close());

const cluster = (body: object, headers = {}) =>
  ask(relance.app, 'POST /v1/clusters', { stateCode: 'SI', title: 'The ombudsman', ...body }, headers);
const add = (id: string, etag: unknown, recommendationIds: readonly string[]) =>
  ask(
    relance.app,
    `POST /v1/clusters/${id}/members`,
    { recommendationIds },
    etag === undefined ? {} : { 'if-match': etag },
  );

test('a cluster is created once, grows and shrinks by ETag, and says why it refuses', async () => {
  const [one, two, three] = [await recommend(), await recommend(), await recommend()];
  const french = await recommend({ stateCode: 'FR' });
  const key = { 'idempotency-key': 'cluster-once' };
  const created = await cluster({ recommendationIds: [one, two, one] }, key);
  expect(created).toMatchObject({ status: 201, body: { stateCode: 'SI', version: 1 }, headers: { etag: '"1"' } });
  expect(created.body.recommendationIds).toEqual([one, two].sort());
  expect((await cluster({ recommendationIds: [one, two, one] }, key)).body).toEqual(created.body);

  const { id } = created.body;
  expect(await cluster({ recommendationIds: [two] })).toMatchObject({
    status: 409,
    body: { code: 'AlreadyInCluster', fields: [{ path: '/recommendationIds', message: two }] },
  });
  expect(await add(id, '"1"', [french])).toMatchObject({ status: 422, body: { code: 'OtherState' } });
  expect(await add(id, '"1"', ['rec_no'])).toMatchObject({ status: 404, body: { code: 'UnknownRecommendation' } });
  expect(await add('clu_no', '"1"', [three])).toMatchObject({ status: 404, body: { code: 'UnknownCluster' } });
  expect(await add(id, '"7"', [three])).toMatchObject({ status: 412, body: { code: 'ChangedMeanwhile' } });
  expect(await add(id, undefined, [three])).toMatchObject({ status: 428, body: { code: 'PreconditionRequired' } });

  expect(await add(id, '"1"', [three])).toMatchObject({ status: 200, headers: { etag: '"2"' } });
  expect(await add(id, '"1"', [three])).toMatchObject({ status: 200, headers: { etag: '"2"' } }); // It is in already.
  const path = `DELETE /v1/clusters/${id}/members/${three}`;
  expect(await ask(relance.app, path, undefined, { 'if-match': '"1"' })).toMatchObject({ status: 412 });
  expect(await ask(relance.app, path, undefined, { 'if-match': '"2"' })).toMatchObject({ body: { version: 3 } });
  expect(await ask(relance.app, path, undefined, { 'if-match': '"2"' })).toMatchObject({ body: { version: 3 } });
  expect((await ask(relance.app, `GET /v1/clusters/${id}`)).body.recommendationIds).toEqual([one, two].sort());
  const listed = await ask(relance.app, 'GET /v1/clusters?state=SI');
  expect(listed.body.map((each: { id: string }) => each.id)).toContain(id);
  expect((await ask(relance.app, 'GET /v1/clusters?state=FR')).body).toEqual([]);
});

test('of two clusters that want one recommendation at the same moment, one gets it', async () => {
  const wanted = await recommend();
  const answers = await Promise.all([1, 2, 3, 4].map((n) => cluster({ title: `${n}`, recommendationIds: [wanted] })));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
});

test('what could be answered together is suggested, until it is', async () => {
  const rape = [
    await recommend({ text: 'Revise the definition of rape in the Criminal Code', stateCode: 'KE' }),
    await recommend({ text: 'Revise the legal definition of rape in its Criminal Code', stateCode: 'KE' }),
  ];
  const suggested = await ask(relance.app, 'GET /v1/states/KE/cluster-suggestions');
  expect(suggested.body).toMatchObject({ considered: 2, items: [{ recommendationIds: expect.arrayContaining(rape) }] });
  await cluster({ stateCode: 'KE', recommendationIds: rape });
  expect((await ask(relance.app, 'GET /v1/states/KE/cluster-suggestions')).body.items).toEqual([]);
});

describe('one answer for a cluster', () => {
  const form = (fields: Record<string, string | readonly string[]>) => {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields))
      for (const each of [value].flat()) body.append(name, String(each));
    return { payload: body.toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } };
  };
  const reportsOf = async (id: string): Promise<number> => {
    const { body } = await ask(relance.app, `GET /v1/recommendations/${id}/timeline`);
    return body.filter(({ type }: { type: string }) => type === 'ProgressReported').length;
  };

  test('goes to every ticked one, once; a refusal is told by name while the others go through', async () => {
    const ids: string[] = [];
    for (const paragraph of ['1', '2', '3', '4'])
      ids.push(await recommend({ paragraph, text: `Open office ${paragraph}` }));
    const [first = '', second = '', third = '', others = ''] = ids;
    for (const id of ids) expect(await command(relance.app, id, 'start-follow-up')).toMatchObject({ status: 200 });
    const other = await ask(relance.app, 'POST /v1/contacts', {
      name: 'zoe',
      address: 'zoe@ministry.example',
      timeZone: 'UTC',
    });
    await command(relance.app, others, 'assign-role', { role: 'focal-point', contactId: other.body.id });
    const { body } = await cluster({ recommendationIds: ids });
    const claim = { contactId: people['focal-point'] ?? '', recommendationId: first, role: 'focal-point' } as const;
    const token = await relance.links.sign({ ...claim, clusterId: body.id }, relance.now());

    const page = await relance.app.inject(`/answer/${token}`);
    expect(page.body.match(/name="recommendation"[^>]* checked/g)).toHaveLength(3);
    expect(page.body).not.toContain('Open office 4'); // It is asked of somebody else.
    const nonce = /name="nonce" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    await command(relance.app, second, 'close', { reason: 'not-applicable', note: 'Done elsewhere' });

    const send = async (recommendation: readonly string[], more = {}) =>
      relance.app.inject({
        method: 'POST',
        url: `/answer/${token}`,
        ...form({ nonce, choice: 'progress', note: 'A bill is in parliament', recommendation, ...more }),
      });
    expect(await send([])).toMatchObject({ statusCode: 422 });
    const all = [first, second, third, others];
    for (let times = 0; times < 3; times += 1) {
      const sent = await send(all);
      expect(sent.statusCode).toBe(200);
      expect(sent.body).toContain('Not taken for “2: Open office 2”: This follow-up takes no such answer now.');
      expect(sent.body).toContain('Some of those that were ticked');
    }
    expect(await Promise.all(ids.map(reportsOf))).toEqual([1, 0, 1, 0]);

    const closedAlone = await send([second], { nonce: `${nonce}x` });
    expect(closedAlone.statusCode).toBe(409);
    expect(closedAlone.body).toContain('Nothing was sent');
    const again = await relance.app.inject(`/answer/${token}`);
    expect(again.body).toMatch(new RegExp(`value="${second}" disabled`));
    expect(again.body.match(/name="recommendation"[^>]* checked/g)).toHaveLength(2);
  }, 60_000);
});
