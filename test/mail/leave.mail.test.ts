import type { Database } from '../../db/database.ts';
import { checksumProjections, rebuildProjections } from '../../db/projections/rebuild.ts';
import { contactsAway, removeAbsence } from '../../db/register/absences.ts';
import { verifyLog } from '../../db/verify-log.ts';
import { morningMomentOf } from '../../domain/correspondence/morning.ts';
import { addDays } from '../../domain/time.ts';
import { utcCalendar } from '../support/calendar.ts';
import { openPGliteDatabase } from '../support/databases.ts';
import { openMailOffice, type MailOffice } from '../support/mail-office.ts';

let database: Database;
let office: MailOffice;

beforeEach(async () => {
  database = await openPGliteDatabase();
  office = await openMailOffice(database, { sendWithinMs: 2_000 });
  for (const id of ['con_ana', 'con_bor', 'con_cene']) await office.contact(id);
  await office.assign('focal-point', 'con_ana');
  await office.assign('alternate', 'con_bor');
});
afterEach(async () => {
  // Whatever happened, what is kept is what the log says, and the log is whole.
  const kept = await checksumProjections(office.db);
  await rebuildProjections(office.db);
  expect(await checksumProjections(office.db)).toEqual(kept);
  expect(await verifyLog(office.db)).toMatchObject({ isWhole: true });
  await office.close();
  await database.close();
});

const onDay = (date: string, time = '12:00') => `${date}T${time}:00.000Z`;
const recipients = () => office.smtp.received.map(({ to }) => to.split('@')[0]);
const morningOf = (contactId: string, date: string) => morningMomentOf(contactId, date, utcCalendar());

/** A follow-up that will ask its focal point on a date, a Friday. */
async function follow(recommendationId = 'rec_1') {
  const followUp = await office.follow(recommendationId);
  const askedAt = followUp.started.pending[0]!.dueAt;
  const ask = async (): Promise<void> => {
    followUp.waitUntil(askedAt);
    await office.save(recommendationId, followUp);
    if (askedAt > office.time()) office.setTime(askedAt);
  };
  return { followUp, askedOn: askedAt.slice(0, 10), ask };
}

async function asked(recommendationId = 'rec_1') {
  const { ask, ...rest } = await follow(recommendationId);
  await ask();
  return rest;
}

/** Plans and delivers for these contacts, day after day, as their correspondences do; nobody is woken by luck. */
async function liveThrough(fromOn: string, days: number, contactIds = ['con_ana', 'con_bor']) {
  for (let day = 0; day < days; day += 1) {
    for (const contactId of contactIds) {
      office.setTime(onDay(addDays(fromOn, day), '00:05'));
      const { sendAt } = await office.planDigest(contactId);
      if (sendAt === null || sendAt.slice(0, 10) !== addDays(fromOn, day)) continue;
      if (sendAt > office.time()) office.setTime(sendAt);
      await office.deliverDigest(contactId);
    }
  }
}

const events = async (type: string) =>
  (await office.db.selectFrom('events').selectAll().where('type', '=', type).orderBy('position').execute()).map(
    ({ stream_id: stream, data }) => ({ stream, data: data as any }),
  );

test('what is asked while the focal point is away is asked of the alternate, and afterwards of the focal point again', async () => {
  const { askedOn, ask, followUp: first } = await follow('rec_1');
  await office.away('con_ana', addDays(askedOn, -2), addDays(askedOn, 5));
  await ask();
  await liveThrough(askedOn, 3);
  expect(recipients()).toEqual(['con_bor']);
  expect(office.smtp.received[0]!.parsed.text).toContain('/answer/con_bor.rec_1.focal-point');
  expect(await office.notices('con_ana')).toEqual([]);

  // The next reminder falls after the leave.
  const next = first.started.pending.find(({ dueAt }) => dueAt > onDay(addDays(askedOn, 5)))!;
  first.waitUntil(next.dueAt);
  await office.save('rec_1', first);
  office.setTime(next.dueAt);
  await liveThrough(next.dueAt.slice(0, 10), 3);
  expect(recipients()).toEqual(['con_bor', 'con_ana']);
});

test('what was queued before the leave and is unsent when it begins moves to the alternate, on record', async () => {
  const { askedOn } = await asked('rec_1');
  await liveThrough(askedOn, 1);
  expect(recipients()).toEqual(['con_ana']);
  // Within the week of that mail another one is asked about, and then three weeks of leave begin.
  await asked('rec_2');
  const leaveOn = addDays(askedOn, 2);
  await office.away('con_ana', leaveOn, addDays(leaveOn, 20));
  office.setTime(onDay(addDays(askedOn, 1)));
  const { sendAt } = await office.planDigest('con_ana');
  expect(sendAt).toBe(onDay(leaveOn, '00:00'));
  office.setTime(sendAt!);
  expect(await office.deliverDigest('con_ana')).toEqual({ outcome: 'nothing-to-send' });
  const plan = await office.planDigest('con_ana');
  expect(plan).toMatchObject({ sendAt: null, handedOver: [{ to: 'con_bor' }] });
  expect(await office.planDigest('con_ana')).toEqual(plan); // Asked again after a crash, the alternate is still told.
  const [readdressed] = await events('NoticesReaddressed');
  expect(readdressed!.stream).toBe('correspondence:con_ana');
  expect(readdressed!.data.notices).toEqual([
    { noticeId: expect.stringMatching(/:focal-point$/), to: 'con_bor', actingAs: 'alternate' },
  ]);
  expect(await office.notices('con_bor')).toMatchObject([
    { status: 'queued', contact_id: 'con_bor', acting_as: 'alternate', readdressed_from: 'con_ana' },
  ]);
  await liveThrough(leaveOn, 21);
  expect(recipients()).toEqual(['con_ana', 'con_bor']);
  expect((await office.planDigest('con_ana')).handedOver).toEqual([]);
  await liveThrough(addDays(leaveOn, 21), 10);
  expect(recipients()).toEqual(['con_ana', 'con_bor']); // And not once more when the focal point is back.
});

test('what still waits with the alternate when the focal point is back goes back, and is told once', async () => {
  const { followUp, askedOn } = await asked('rec_1');
  await office.assign('focal-point', 'con_cene');
  await office.assign('alternate', 'con_ana');
  // The alternate has had the mail of the week: what comes to them waits.
  office.setTime(onDay(askedOn, '09:05'));
  await office.assign('focal-point', 'con_ana');
  await liveThrough(askedOn, 1);
  await office.assign('focal-point', 'con_cene');
  await office.away('con_cene', askedOn, addDays(askedOn, 3));
  await asked('rec_2');
  expect((await office.notices('con_ana')).filter(({ status }) => status === 'queued')).toMatchObject([
    { acting_as: 'alternate', readdressed_from: null },
  ]);
  expect(followUp.started.status).toBe('open');
  await liveThrough(addDays(askedOn, 1), 20, ['con_ana', 'con_cene']);
  expect(recipients()).toEqual(['con_ana', 'con_cene']);
  expect((await events('NoticesReaddressed')).map(({ stream, data }) => [stream, data.notices[0].to])).toEqual([
    ['correspondence:con_ana', 'con_cene'],
  ]);
});

test('when nobody stands in, the notice waits for the return instead of going to nobody', async () => {
  await office.assign('alternate', 'con_ana');
  const { askedOn, ask } = await follow('rec_1');
  await office.away('con_ana', askedOn, addDays(askedOn, 6));
  await ask();
  expect(await office.notices('con_ana')).toMatchObject([{ status: 'queued' }]);
  const { sendAt, mayComeForward } = await office.planDigest('con_ana');
  expect(mayComeForward).toBe(true); // Should the leave be struck out.
  expect(sendAt).toBe(onDay(addDays(askedOn, 1), '09:00')); // Somebody may stand in by then.
  office.setTime(sendAt!);
  expect(await office.deliverDigest('con_ana')).toEqual({ outcome: 'too-early' });
  await liveThrough(addDays(askedOn, 1), 12);
  expect(recipients()).toEqual(['con_ana']);
  expect((await office.digests('con_ana'))[0]!.composed_at).toBe(morningOf('con_ana', addDays(askedOn, 7)));
  expect(await events('NoticesReaddressed')).toEqual([]);
});

test('when everybody is on leave, the first of them to take the role is waited for, also beyond two months', async () => {
  const { askedOn, ask } = await follow('rec_1');
  await office.away('con_ana', askedOn, addDays(askedOn, 90));
  await office.away('con_bor', askedOn, addDays(askedOn, 4));
  await ask();
  expect((await office.notices('con_ana')).map(({ status }) => status)).toEqual(['queued']);
  await liveThrough(askedOn, 5);
  expect(recipients()).toEqual([]);
  // The alternate is back, and the queue of the focal point is looked at each day.
  await liveThrough(addDays(askedOn, 5), 10);
  expect(recipients()).toEqual(['con_bor']);
});

test('a leave that is struck out brings the notice back to the focal point', async () => {
  const { askedOn, ask } = await follow('rec_1');
  await office.away('con_ana', askedOn, addDays(askedOn, 30));
  await ask();
  expect((await office.notices('con_bor')).map(({ status }) => status)).toEqual(['queued']);
  expect(await removeAbsence(office.db, 'con_bor', `abs_con_ana_${askedOn}`)).toBe(false); // Not theirs to strike out.
  expect(await removeAbsence(office.db, 'con_ana', `abs_con_ana_${askedOn}`)).toBe(true);
  await liveThrough(askedOn, 5);
  expect(recipients()).toEqual(['con_ana']);
});

test('what was answered meanwhile is not handed over', async () => {
  const { followUp, askedOn } = await asked('rec_1');
  await office.away('con_ana', addDays(askedOn, 0), addDays(askedOn, 20));
  followUp.give({ type: 'ReportProgress', note: 'Done', implementation: null, at: onDay(askedOn, '09:01') });
  await office.save('rec_1', followUp);
  office.setTime(onDay(askedOn));
  expect(await office.planDigest('con_ana')).toMatchObject({ sendAt: null, handedOver: [] });
  expect(await office.notices('con_ana')).toMatchObject([{ status: 'superseded', superseded_reason: 'round-over' }]);
  expect(await office.notices('con_bor')).toEqual([]);
});

test('the days of leave are those of the contact’s own zone', async () => {
  await office.contact('con_far', 'con_far', { timeZone: 'Pacific/Kiritimati' }); // Fourteen hours ahead.
  await office.away('con_far', '2026-03-10', '2026-03-10');
  const isAway = async (at: string) => (await contactsAway(office.db, ['con_far', 'con_ana'], at)).has('con_far');
  expect(await isAway('2026-03-09T09:59:59.999Z')).toBe(false);
  expect(await isAway('2026-03-09T10:00:00.000Z')).toBe(true);
  expect(await isAway('2026-03-10T09:59:59.999Z')).toBe(true);
  expect(await isAway('2026-03-10T10:00:00.000Z')).toBe(false);
});
