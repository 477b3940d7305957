import { openStream } from '../../db/event-store.ts';
import { isStarted } from '../../domain/follow-up/state.ts';
import { ask, command, eventually, openRelance, register, type Relance } from '../support/relance.ts';

let relance: Relance;
let recommend: (more?: object) => Promise<string>;
beforeAll(async () => {
  relance = await openRelance();
  ({ recommend } = await register(relance.app));
}, 120_000);
afterAll(() => relance.close());

const whole = async (id: string) => (await ask(relance.app, `GET /v1/recommendations/${id}`)).body;
const typesOf = async (id: string): Promise<string[]> =>
  (await ask(relance.app, `GET /v1/recommendations/${id}/timeline`)).body.map(({ type }: { type: string }) => type);
const started = async (more: object = {}): Promise<string> => {
  const id = await recommend(more);
  expect((await command(relance.app, id, 'start-follow-up')).status).toBe(200);
  return id;
};
const close = (id: string) => command(relance.app, id, 'close', { reason: 'refused', note: 'Said no' });

test('the parts of a split recommendation are followed up, and the whole closes with the last one', async () => {
  const id = await started();
  const parts = [
    { text: 'Draft a law' },
    { text: 'Train judges', playbook: 'human-rights-education', stateCode: 'HR' },
  ];
  expect((await command(relance.app, id, 'split', { parts })).status).toBe(200);
  await eventually(async () => {
    const { waitsFor, parts: seen } = await whole(id);
    expect(waitsFor).toBe('parts');
    expect(seen.map(({ status }: { status: string }) => status)).toEqual(['open', 'open']);
  });
  const [law, training] = (await whole(id)).parts.map((part: any) => part.recommendationId);
  expect(await whole(training)).toMatchObject({
    stateCode: 'HR',
    playbook: 'human-rights-education',
    parentId: id,
    openedBy: id,
    openedAs: 'part',
    position: 'supported',
  });
  await command(relance.app, law, 'report-progress', { note: 'Drafted', implementation: 'in-progress' });
  await eventually(async () => expect((await whole(id)).implementation).toBe('in-progress'));
  await close(law);
  await close(training);
  await eventually(async () => expect(await whole(id)).toMatchObject({ status: 'closed', closureReason: 'refused' }));
  await command(relance.app, law, 'reopen', { reason: 'A new government' });
  await eventually(async () => expect((await whole(id)).status).toBe('open'));
  const { state } = await openStream(relance.db, id);
  expect(isStarted(state) && state.pending).toEqual([]);
});

test('a newer recommendation carries on the older one, which closes as superseded, however often it is said', async () => {
  const [older, newer] = [await started(), await started({ text: 'Establish an ombudsman by law' })];
  const body = { successorId: newer, note: 'Asked again' };
  const key = { 'idempotency-key': 'supersede-1' };
  expect((await command(relance.app, older, 'supersede', { ...body, successorId: older })).body.code).toBe(
    'CarriesItself',
  );
  expect((await command(relance.app, older, 'close', { reason: 'superseded', note: 'x' })).body.code).toBe(
    'SuccessorMissing',
  );
  expect((await command(relance.app, older, 'supersede', body, key)).status).toBe(200);
  expect((await command(relance.app, older, 'supersede', body, key)).status).toBe(200);
  expect(await whole(older)).toMatchObject({ status: 'closed', closureReason: 'superseded' });
  expect((await whole(newer)).carries).toEqual([older]);
  expect((await typesOf(newer)).filter((type) => type === 'CarriedOn')).toHaveLength(1);
  const again = await command(relance.app, older, 'supersede', body);
  expect(again.body.code).toBe('AlreadyClosed');
});

test('a deposit closes a ratification once it is verified, and opens the next files', async () => {
  const id = await started({ playbook: 'ratify', text: 'Ratify the CRPD' });
  const evidence = [{ url: 'https://treaties.un.org/cn', description: 'C.N.1.2026' }];
  const today = relance.now().slice(0, 10);
  const complete = (milestone: string) =>
    command(relance.app, id, 'complete-milestone', { milestone, on: today, evidence });
  expect((await complete('moon')).body.code).toBe('UnknownMilestone');
  expect((await complete('deposit')).status).toBe(200);
  expect(await whole(id)).toMatchObject({ status: 'under-verification' });
  expect((await command(relance.app, id, 'verify', { evidence: evidence[0] })).status).toBe(200);
  expect((await whole(id)).milestones.find(({ key }: any) => key === 'deposit')).toMatchObject({
    completedOn: today,
    isLate: false,
  });
  const opened = (await ask(relance.app, 'GET /v1/recommendations?state=SI&limit=200')).body.items.filter(
    ({ status }: any) => status === 'not-started',
  );
  const texts = opened.map(({ text }: any) => text);
  expect(texts).toEqual(expect.arrayContaining([expect.stringContaining('initial report')]));
  expect(opened.map(({ playbook }: any) => playbook)).toContain('ratify');
  expect((await typesOf(id)).at(-1)).toBe('NextStepsOpened');
});
