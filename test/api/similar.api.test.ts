import { ask, openRelance, register, type Relance } from '../support/relance.ts';

let relance: Relance;
beforeAll(async () => {
  relance = await openRelance({ hasWorker: false });
}, 60_000);
afterAll(() => relance.close());

const source = async (title: string, startsOn: string): Promise<string> =>
  (await ask(relance.app, 'POST /v1/sources', { kind: 'upr-review', stateCode: 'SI', title, startsOn })).body.id;
const recommend = (body: object) =>
  ask(relance.app, 'POST /v1/recommendations', { stateCode: 'SI', position: 'noted', ...body });

test('a desk officer is told what was asked before, when, and what became of it', async () => {
  const first = await source('Second cycle', '2014-11-04');
  const second = await source('Third cycle', '2019-11-12');
  const third = await source('Fourth cycle', '2025-01-28');
  const old = (
    await recommend({ sourceId: first, text: 'Ratify the Optional Protocol to the Convention against Torture' })
  ).body.id;
  await recommend({ sourceId: second, text: 'Consider ratifying OPCAT (Denmark);' });
  await recommend({ sourceId: second, text: 'Ratify the Convention on the Rights of the Child' });
  const later = await recommend({ sourceId: third, text: 'Accede to OPCAT without delay', playbook: 'general' });
  expect(later.body.similarUrl).toBe(`/api/v1/recommendations/${later.body.id}/similar`);

  const similar = await ask(relance.app, `GET ${later.body.similarUrl.replace('/api', '')}`);
  expect(similar.body).toMatchObject({ says: 'Asked in 2014 and 2019, noted both times.', timesAsked: 2 });
  expect(similar.body.chain[0]).toBe(old);
  expect(similar.body.items).toHaveLength(2);
  expect(similar.body.items[0]).toMatchObject({ likeness: 'same', status: 'not-started', offersSuperseding: false });

  const before = (await ask(relance.app, 'GET /v1/recommendations/counts')).body.total;
  const asked = { stateCode: 'SI', text: 'Ratify OPCAT', sourceId: second };
  const unregistered = await ask(relance.app, 'POST /v1/recommendations/similar', asked);
  expect(unregistered.body).toMatchObject({ says: 'Asked in 2014, noted.', timesAsked: 1 });
  expect((await ask(relance.app, 'GET /v1/recommendations/counts')).body.total).toBe(before);
  const kenya = await ask(relance.app, 'POST /v1/recommendations/similar', { stateCode: 'KE', text: 'Ratify OPCAT' });
  expect(kenya.body).toMatchObject({ says: 'Nothing like it was asked before.', items: [] });
});

test('nonsense is refused, never a fault', async () => {
  const post = (body: object) => ask(relance.app, 'POST /v1/recommendations/similar', body);
  expect(await post({ stateCode: 'SI', text: ' ' })).toMatchObject({ status: 422, body: { code: 'InvalidField' } });
  expect(await post({ stateCode: 'XX', text: 'Ratify' })).toMatchObject({ status: 422 });
  expect(await post({ stateCode: 'SI', text: 'NUL \u0000 inside' })).toMatchObject({ body: { code: 'InvalidField' } });
  expect(await post({ stateCode: 'SI', text: 'a', sourceId: 'src_no' })).toMatchObject({
    body: { code: 'UnprocessableReference', fields: [{ path: '/sourceId' }] },
  });
  expect(await ask(relance.app, 'GET /v1/recommendations/rec_no/similar')).toMatchObject({ status: 404 });
});

test('a playbook is proposed with its reason, and used without asking only where it is sure', async () => {
  const { sourceId } = await register(relance.app);
  const proposed = await ask(relance.app, 'POST /v1/playbook-proposals', { text: 'Consider ratifying CRPD' });
  expect(proposed).toMatchObject({
    status: 200,
    body: { playbook: 'ratify', category: 3, instruments: ['CRPD'], confidence: 'sure' },
  });
  const sure = await recommend({ sourceId, text: 'Ratify the Convention against Torture' });
  expect(sure.body).toMatchObject({
    playbook: 'ratify',
    playbookProposal: {
      playbook: 'ratify',
      confidence: 'sure',
      isUsed: true,
      because: expect.stringContaining('ratify'),
    },
  });
  const unsure = await recommend({ sourceId, text: 'Do what was agreed' });
  expect(unsure.body).toMatchObject({ playbook: 'general', playbookProposal: { confidence: 'ask', isUsed: false } });
  const chosen = await recommend({ sourceId, text: 'Ratify the Convention against Torture', playbook: 'general' });
  expect(chosen.body).toMatchObject({ playbook: 'general', playbookProposal: null });
});
