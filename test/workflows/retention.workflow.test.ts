import { ensureRetentionSchedule, retentionScheduleId } from '../../activities/retention-schedule.ts';
import { ask, eventually, openRelance, type Relance } from '../support/relance.ts';

let relance: Relance;
beforeAll(async () => {
  relance = await openRelance();
}, 60_000);
afterAll(() => relance.close());

test('the daily Schedule deletes by itself, is made once, and comes again when it was lost', async () => {
  const schedule = relance.client.schedule.getHandle(retentionScheduleId(relance.taskQueue));
  await ensureRetentionSchedule(relance);
  await ensureRetentionSchedule(relance);
  await schedule.trigger();
  await eventually(async () => {
    const { body } = await ask(relance.app, 'GET /v1/retention');
    expect(body.days).toMatchObject({ requestAnswers: 30, mailbox: 90 });
    expect(body.runs).toMatchObject([{ counts: { idempotency_keys: 0 } }]);
  });
  await schedule.delete();
  await ensureRetentionSchedule(relance);
  expect(await schedule.describe()).toMatchObject({ scheduleId: retentionScheduleId(relance.taskQueue) });
  await schedule.delete();
});
