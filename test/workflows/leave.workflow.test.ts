import { addDays } from '../../domain/time.ts';
import { ask, command, eventually, openRelance, register, type Relance } from '../support/relance.ts';

let relance: Relance;
beforeAll(async () => {
  // A month between two routine mails, so that a second reminder waits long enough to be looked at.
  relance = await openRelance({ dayMs: 500, startsAt: '2026-01-05T06:00:00.000Z', routineMailDays: 31 });
});
afterAll(() => relance.close());

const mailsTo = (name: string) => relance.smtp.received.filter(({ to }) => to.startsWith(`${name}@`));
const queuedFor = async (contactId: string): Promise<any[]> =>
  (await ask(relance.app, `GET /v1/notices?contactId=${contactId}&status=queued`)).body.items;

test('a leave that is recorded while mail waits wakes the correspondence, and the alternate gets the mail', async () => {
  const { recommendationId: id, people } = await register(relance.app);
  const ana = people['focal-point'];
  expect((await command(relance.app, id, 'start-follow-up')).status).toBe(200);
  await eventually(() => expect(mailsTo('ana')).toHaveLength(1), 120_000);
  await eventually(async () => expect((await queuedFor(ana)).length).toBeGreaterThan(0), 30_000);

  const today = relance.now().slice(0, 10);
  const leave = { fromOn: today, untilOn: addDays(today, 300) };
  expect((await ask(relance.app, `POST /v1/contacts/${ana}/absences`, leave)).status).toBe(201);
  await eventually(async () => expect(await queuedFor(ana)).toEqual([]), 10_000);
  await eventually(() => expect(mailsTo('bor')).toHaveLength(1), 20_000);
  expect(mailsTo('bor')[0]!.parsed.text).toContain('/answer/');
  expect(mailsTo('ana')).toHaveLength(1);
  const { body } = await ask(relance.app, `GET /v1/notices?contactId=${people.alternate}`);
  expect(body.items.some((notice: any) => notice.readdressedFrom === ana && notice.status === 'accepted')).toBe(true);
  const readdressed = await relance.db
    .selectFrom('events')
    .selectAll()
    .where('type', '=', 'NoticesReaddressed')
    .execute();
  expect(readdressed.map(({ stream_id }) => stream_id)).toEqual([`correspondence:${ana}`]);
}, 200_000);
