import { appendFollowUpEvents, openStream } from '../../db/event-store.ts';
import { rebuildProjections, checksumProjections } from '../../db/projections/rebuild.ts';
import { verifyLog } from '../../db/verify-log.ts';
import { followUpId } from '../../domain/ids.ts';
import { createGateway } from '../../api/gateway.ts';
import { recover } from '../../worker/recover.ts';
import { ask, command, eventually, openRelance, register, type Relance } from '../support/relance.ts';

let relance: Relance;
beforeAll(async () => {
  relance = await openRelance({ dayMs: 300, startsAt: '2026-01-05T06:00:00.000Z' });
});
afterAll(() => relance.close());

const timelineOf = async (id: string): Promise<any[]> =>
  (await ask(relance.app, `GET /v1/recommendations/${id}/timeline`)).body;
const typesOf = async (id: string): Promise<string[]> => (await timelineOf(id)).map(({ type }) => type);
const lineOf = async (id: string): Promise<any> => (await ask(relance.app, `GET /v1/recommendations/${id}`)).body;
const started = async (): Promise<string> => {
  const { recommendationId } = await register(relance.app);
  expect((await command(relance.app, recommendationId, 'start-follow-up')).status).toBe(200);
  return recommendationId;
};

test('a log that is ahead of the run is folded and the command is decided anew', async () => {
  const id = await started();
  await eventually(async () => expect((await lineOf(id)).process.planning).toBeNull());
  // As a crash leaves it: the append was durable, and the task that made it was lost.
  const { version } = await openStream(relance.db, id);
  const events = [
    { type: 'ProgressReported', at: relance.now(), note: 'lost', implementation: null, via: null },
  ] as const;
  const lost = { recommendationId: id, expectedVersion: version, commandId: 'lost', actor: 'api', events };
  expect((await appendFollowUpEvents(relance.db, lost)).outcome).toBe('appended');

  const receipt = await command(relance.app, id, 'report-progress', { note: 'after' });
  expect(receipt.status).toBe(200);
  const notes = (await timelineOf(id)).filter(({ type }) => type === 'ProgressReported').map(({ data }) => data.note);
  expect(notes).toEqual(['lost', 'after']);
  await eventually(async () => expect((await lineOf(id)).process.isAgreeing).toBe(true));
});

test('a decision that the longer log no longer allows is refused, not written', async () => {
  const id = await started();
  await eventually(async () => expect((await lineOf(id)).process.planning).toBeNull());
  const { version } = await openStream(relance.db, id);
  const events = [{ type: 'FollowUpPaused', at: relance.now(), cause: 'other', reason: 'lost', until: null }] as const;
  await appendFollowUpEvents(relance.db, {
    recommendationId: id,
    expectedVersion: version,
    commandId: 'lost',
    actor: 'api',
    events,
  });
  const refused = await command(relance.app, id, 'pause', { reason: 'again' });
  expect(refused.status).toBe(409);
  expect((await typesOf(id)).filter((type) => type === 'FollowUpPaused')).toHaveLength(1);
});

test('what the database will never take is refused once and holds nothing up', async () => {
  const id = await started();
  const gateway = createGateway({ client: relance.client, taskQueue: relance.taskQueue });
  // Past the API's own refusal, as a fault in it would let it through.
  const unstorable = { type: 'ReportProgress', note: 'a\u0000b', implementation: null } as const;
  const submitted = { commandId: 'unstorable', actor: 'api', command: unstorable };
  await expect(gateway.submit(id, submitted)).rejects.toMatchObject({ code: 'InvalidField' });
  expect((await command(relance.app, id, 'report-progress', { note: 'good' })).status).toBe(200);
  expect((await typesOf(id)).filter((type) => type === 'ProgressReported')).toHaveLength(1);
});

test('fifty commands at once are taken one at a time, and the run renews itself on the way', async () => {
  const id = await started();
  const notes = Array.from({ length: 50 }, (_, each) => `answer ${each}`);
  for (let from = 0; from < notes.length; from += 10) {
    const batch = notes.slice(from, from + 10).map((note) => command(relance.app, id, 'report-progress', { note }));
    for (const { status } of await Promise.all(batch)) expect(status).toBe(200);
  }
  const timeline = await timelineOf(id);
  expect(
    timeline
      .filter(({ type }) => type === 'ProgressReported')
      .map(({ data }) => data.note)
      .sort(),
  ).toEqual(notes.sort());
  expect(timeline.map(({ version }) => version)).toEqual(timeline.map((_, index) => index + 1));
  const handle = relance.client.workflow.getHandle(followUpId(id));
  const first = await eventually(async () => {
    const description = await handle.describe();
    expect(description.raw.workflowExecutionInfo?.firstRunId).not.toBe(description.runId);
    return description;
  });
  expect(first.historyLength).toBeLessThan(200);
}, 60_000);

test('silence climbs the ladder one rung at a time, and rung three waits for approval', async () => {
  const id = await started();
  const line = await eventually(async () => {
    const found = await lineOf(id);
    expect(found.draft).not.toBeNull();
    return found;
  }, 170_000);
  expect(line).toMatchObject({ rung: 2, waitsFor: 'approval', draft: { rung: 3 }, reading: 'escalated' });
  const raised = (await timelineOf(id)).filter(({ type }) => type === 'EscalationRaised');
  expect(raised.map(({ data }) => data.rung)).toEqual([1, 2]);
  const steps = (await timelineOf(id)).filter(({ type }) => type === 'StepFellDue').map(({ data }) => data.step.id);
  expect(new Set(steps).size).toBe(steps.length);
  expect((await command(relance.app, id, 'approve-escalation', { rung: 4 })).status).toBe(409);
  expect((await command(relance.app, id, 'approve-escalation', { rung: 3 })).status).toBe(200);
  expect((await lineOf(id)).rung).toBe(3);
}, 180_000);

test('the whole cluster is lost: every open follow-up gets its workflow back, and nothing is said twice', async () => {
  const id = await started();
  const closed = await started();
  await command(relance.app, closed, 'close', { reason: 'not-applicable', note: 'Not a matter of the State' });
  await eventually(async () => expect((await lineOf(id)).process?.planning).toBeNull());
  const before = await typesOf(id);
  await relance.client.workflow.getHandle(followUpId(id)).terminate('the cluster is gone');
  const deps = { db: relance.db, client: relance.client, taskQueue: relance.taskQueue };
  expect((await recover(deps)).started).toBe(1);
  expect((await recover(deps)).started).toBe(0);
  await eventually(async () => expect((await lineOf(id)).process?.isAgreeing).toBe(true));
  expect((await typesOf(id)).slice(0, before.length)).toEqual(before);
  expect((await typesOf(id)).filter((type) => type === 'RoundOpened' || type === 'FollowUpStarted').length).toBe(
    before.filter((type) => type === 'RoundOpened' || type === 'FollowUpStarted').length,
  );
});

test('the worker is away: reads work, commands are told to come back, and an answer waits for nobody’s memory', async () => {
  const id = await started();
  await relance.stopWorker();
  expect((await lineOf(id)).status).toBe('open');
  const headers = { 'idempotency-key': 'while-away' };
  const away = await command(relance.app, id, 'report-progress', { note: 'x' }, headers);
  expect(away).toMatchObject({ status: 503, body: { code: 'TemporalUnavailable' } });
  expect(Number(away.headers['retry-after'])).toBeGreaterThan(0);
  await relance.startWorker();
  expect((await command(relance.app, id, 'report-progress', { note: 'x' }, headers)).status).toBe(200);
  expect((await typesOf(id)).filter((type) => type === 'ProgressReported')).toHaveLength(1);
}, 60_000);

test('projections rebuilt from the log equal the kept ones, and the log proves itself', async () => {
  await relance.stopWorker();
  const kept = await checksumProjections(relance.db);
  await rebuildProjections(relance.db);
  expect(await checksumProjections(relance.db)).toEqual(kept);
  expect(await verifyLog(relance.db)).toMatchObject({ isWhole: true });
});
