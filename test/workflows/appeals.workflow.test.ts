import { openStream } from '../../db/event-store.ts';
import { registerBatch } from '../../db/register/batches.ts';
import { isStarted } from '../../domain/follow-up/state.ts';
import { addDays } from '../../domain/time.ts';
import { takeStep } from '../support/appeals.ts';
import { ask, command, eventually, openRelance, register, type Relance } from '../support/relance.ts';
import { sendForm, timelineOf } from '../support/voices.ts';

let relance: Relance;
let given: Awaited<ReturnType<typeof register>>;
let coordinatorId: string;
beforeAll(async () => {
  relance = await openRelance({ dayMs: 250, startsAt: '2026-01-05T06:00:00.000Z' });
  given = await register(relance.app);
  const contact = { name: 'Ines', address: 'rc@un.example', timeZone: 'Europe/Ljubljana' };
  coordinatorId = (await ask(relance.app, 'POST /v1/contacts', contact)).body.id;
  await ask(relance.app, 'PUT /v1/states/SI/roles/resident-coordinator', { contactId: coordinatorId });
}, 120_000);
afterAll(() => relance.close());

const today = (): string => relance.now().slice(0, 10);
const read = async (id: string) => (await ask(relance.app, `GET /v1/recommendations/${id}`)).body;
const started = async (): Promise<string> => {
  const id = await given.recommend({ text: 'Ratify CEDAW', playbook: 'appeal' });
  expect((await command(relance.app, id, 'start-follow-up')).status).toBe(200);
  return id;
};
const remindersIn = async (id: string): Promise<any[]> =>
  (await timelineOf(relance.app, id)).filter(
    ({ type, data }) => type === 'StepFellDue' && data.step.kind === 'task-reminder',
  );

test('an errand is mailed, reminded of, told to the manager when nobody reports, and ends with the report', async () => {
  const id = await started();
  await takeStep(relance, id, { step: 'delivery', dueOn: addDays(today(), 7) });
  await eventually(async () => expect(await remindersIn(id)).toHaveLength(3), 60_000);
  const kinds = (await remindersIn(id)).flatMap(({ notices }) => notices.map(({ kind, role }: any) => [kind, role]));
  expect(kinds).toEqual([
    ['delivery-reminder', 'resident-coordinator'],
    ['delivery-reminder', 'resident-coordinator'],
    ['appeal-task-overdue', 'manager'],
  ]);
  const toCoordinator = () =>
    relance.smtp.received.filter(({ parsed }) => JSON.stringify(parsed.to).includes('rc@un.example'));
  await eventually(() => expect(toCoordinator().length).toBeGreaterThan(0), 60_000);
  const link = /https?:\/\/relance\.example(\/answer\/[\w.-]+)/.exec(toCoordinator()[0]?.parsed.text ?? '')?.[1] ?? '';
  expect((await relance.app.inject(link)).body).toContain('The Secretary-General’s letter in the capital');
  const fields = { choice: 'delivered', office: 'parliament', deliveredOn: today(), note: 'Spoke with the committee' };
  expect((await sendForm(relance.app, link, fields)).statusCode).toBe(200);
  const whole = await read(id);
  expect(whole.appeal).toMatchObject({ tasks: [], lastDelivery: { office: 'parliament' } });
  expect(whole.process.isAgreeing).toBe(true);
}, 180_000);

test('many appeals of a campaign take a step as a batch, and a second batch of the same round changes nothing', async () => {
  const ids = [await started(), await started(), await started()];
  await command(relance.app, ids[1]!, 'pause', { reason: 'Elections' });
  await command(relance.app, ids[2]!, 'close', { reason: 'refused', note: 'No' });
  const round = async (batchId: string) => {
    const commands = ids.map((recommendationId) => ({
      recommendationId,
      command: { type: 'TakeAppealStep', step: 'letter', campaignId: 'cam_1', key: 'round-1', dueOn: null } as const,
    }));
    const batch = { id: batchId, kind: 'replan', reason: 'A round', at: relance.now(), commands } as const;
    await relance.db.transaction().execute((trx) => registerBatch(trx, batch));
    await relance.client.workflow.start('runBatch', {
      workflowId: `batch:${batchId}`,
      taskQueue: relance.taskQueue,
      args: [{ batchId }],
    });
    return eventually(async () => {
      const { body } = await ask(relance.app, `GET /v1/batches/${batchId}`);
      expect(body.isFinished).toBe(true);
      return body;
    }, 60_000);
  };
  expect((await round('bat_1')).counts).toMatchObject({ done: 2, refused: 1 });
  const events = async () => (await Promise.all(ids.map((id) => timelineOf(relance.app, id)))).map(appealEvents);
  const first = await events();
  expect(first).toEqual([['AppealStepTaken'], ['AppealStepSkipped'], []]);
  expect((await round('bat_2')).undone).toMatchObject([{ code: 'NotOpen', recommendationIds: [ids[2]] }]);
  expect(await events()).toEqual(first);
  expect((await ask(relance.app, 'GET /v1/letters?campaignId=cam_1')).body.items).toHaveLength(1);
}, 120_000);

const appealEvents = (timeline: readonly { type: string }[]): string[] =>
  timeline.map(({ type }) => type).filter((type) => type.startsWith('AppealStep'));

test('what a task waits for survives the worker', async () => {
  const id = await started();
  await takeStep(relance, id, { step: 'yearly-review', dueOn: addDays(today(), 200) });
  await relance.stopWorker();
  await relance.startWorker();
  await eventually(async () => expect((await read(id)).process?.isAgreeing).toBe(true));
  const { state } = await openStream(relance.db, id);
  expect(isStarted(state) && state.appeal?.tasks[0]?.steps).toHaveLength(3);
}, 60_000);
