import { createDeliverDigest } from '../../activities/deliver-digest.ts';
import type { Database } from '../../db/database.ts';
import { createMailer } from '../../activities/mail/transport.ts';
import { changeContact, findContact } from '../../db/register/contacts.ts';
import { morningMomentOf } from '../../domain/correspondence/morning.ts';
import { utcCalendar } from '../support/calendar.ts';
import { openPGliteDatabase } from '../support/databases.ts';
import { openMailOffice, type MailOffice } from '../support/mail-office.ts';
import { startSmtp } from '../support/smtp.ts';

let database: Database;
let office: MailOffice;

beforeEach(async () => {
  database = await openPGliteDatabase();
  office = await openMailOffice(database, { sendWithinMs: 2_000 });
  for (const id of ['con_ana', 'con_bor', 'con_desk', 'con_chief']) await office.contact(id);
  await office.assign('focal-point', 'con_ana');
  await office.assign('alternate', 'con_bor');
  await office.assign('desk-officer', 'con_desk');
  await office.assign('manager', 'con_chief');
});
afterEach(async () => {
  await office.close();
  await database.close();
});

const later = (instant: string, hours: number) => new Date(Date.parse(instant) + hours * 3_600_000).toISOString();
/** The moment at which a contact's digest of that date goes. */
const morningOf = (contactId: string, instant: string) =>
  morningMomentOf(contactId, instant.slice(0, 10), utcCalendar());
const statusesOf = async (contactId: string) => (await office.notices(contactId)).map(({ status }) => status);

/** A recommendation of which the focal point is asked from this instant on, which is a Friday. */
async function asked(recommendationId = 'rec_1') {
  const followUp = await office.follow(recommendationId);
  const askedAt = followUp.started.pending[0]!.dueAt;
  followUp.waitUntil(askedAt);
  await office.save(recommendationId, followUp);
  office.setTime(askedAt);
  return { followUp, askedAt };
}

/** As the correspondence does it: waits for the planned instant, then delivers. */
async function deliverWhenPlanned(contactId = 'con_ana') {
  const { sendAt } = await office.planDigest(contactId);
  if (sendAt === null) return { outcome: 'nothing-planned', digestId: undefined } as const;
  if (sendAt > office.time()) office.setTime(sendAt);
  return office.deliverDigest(contactId);
}

describe('one digest', () => {
  test('gathers what one morning brings, and is accepted with its proof on record', async () => {
    await asked('rec_1');
    const { askedAt } = await asked('rec_2');
    expect((await office.planDigest('con_ana')).sendAt).toBe(morningOf('con_ana', askedAt));
    const { outcome, digestId } = await deliverWhenPlanned();
    expect(outcome).toBe('accepted');
    expect(office.smtp.received).toHaveLength(1);
    const [{ parsed, to }] = office.smtp.received as [(typeof office.smtp.received)[0]];
    expect(to).toBe('con_ana@ministry.example');
    expect(parsed.subject).toMatch(/2 items, oldest due \d+ \w+ 2026$/);
    for (const id of ['rec_1', 'rec_2']) {
      expect(parsed.text).toContain(`Ratify the Convention (${id})`);
      expect(parsed.html).toContain(`https://relance.example/answer/con_ana.${id}.focal-point`);
    }
    const [digest] = await office.digests('con_ana');
    expect(digest).toMatchObject({ digest_id: digestId, status: 'accepted', on_date: askedAt.slice(0, 10) });
    expect(parsed.messageId).toBe(digest!.message_id);
    for (const notice of await office.notices('con_ana'))
      expect(notice).toMatchObject({ status: 'accepted', digest_id: digestId, message_id: parsed.messageId });
    expect((await office.planDigest('con_ana')).sendAt).toBeNull();
  });

  test('is answered by a reply to a letter as by any other answer', async () => {
    const { followUp } = await asked();
    await deliverWhenPlanned();
    expect(await statusesOf('con_ana')).toEqual(['accepted']);
    const at = later(office.time(), 1);
    const on = at.slice(0, 10);
    const letter = { letterId: 'let_1', kind: 'note-verbale', rung: 3, reference: 'NV 1', scan: null } as const;
    followUp.give({ type: 'RecordLetterSent', ...letter, sentOn: on, at });
    const reply = { letterId: 'let_1', receivedOn: on, note: 'In hand', implementation: null } as const;
    followUp.give({ type: 'RecordLetterReply', ...reply, at });
    await office.save('rec_1', followUp);
    expect(await statusesOf('con_ana')).toEqual(['answered']);
  });

  test('is the only routine one of its week: what comes later waits for the next, and is not lost', async () => {
    const { askedAt } = await asked('rec_1');
    await deliverWhenPlanned();
    await asked('rec_2');
    for (const hours of [3, 27, 51]) {
      office.setTime(later(askedAt, hours));
      expect(await office.deliverDigest('con_ana')).toEqual({ outcome: 'too-early' });
    }
    const { sendAt, mayComeForward } = await office.planDigest('con_ana');
    expect(mayComeForward).toBe(true);
    expect(sendAt).toBe(morningOf('con_ana', later(askedAt, 7 * 24)));
    expect((await deliverWhenPlanned()).outcome).toBe('accepted');
    expect((await office.digests('con_ana')).map(({ status }) => status)).toEqual(['accepted', 'accepted']);
    expect(office.smtp.received.map(({ parsed }) => /\(rec_\d\)/.exec(parsed.text!)![0])).toEqual([
      '(rec_1)',
      '(rec_2)',
    ]);
  });

  test('what presses goes on the next working day and takes the waiting along, and nothing goes twice on one date', async () => {
    const { followUp, askedAt } = await asked('rec_1');
    await deliverWhenPlanned();
    await asked('rec_2');
    const evidence = [{ url: 'https://gazette.example/1', description: 'Gazette' }];
    followUp.give({ type: 'ClaimImplementation', note: 'Done', evidence, at: later(askedAt, 26) });
    followUp.give({ type: 'RejectVerification', reason: 'Another law', at: later(askedAt, 28) });
    await office.save('rec_1', followUp);
    office.setTime(later(askedAt, 28));
    const { sendAt } = await office.planDigest('con_ana');
    expect(sendAt).toBe(morningOf('con_ana', later(askedAt, 72)));
    expect((await deliverWhenPlanned()).outcome).toBe('accepted');
    const { text } = office.smtp.received.at(-1)!.parsed;
    for (const id of ['rec_1', 'rec_2']) expect(text).toContain(`answer/con_ana.${id}.focal-point`);
    // It carried something routine: the week begins anew.
    await asked('rec_3');
    office.setTime(later(sendAt!, 2));
    expect((await office.planDigest('con_ana')).sendAt).toBe(morningOf('con_ana', later(sendAt!, 7 * 24)));
    expect((await office.digests('con_ana')).map((digest) => digest.carries_routine)).toEqual([true, true]);
  });

  test('a mail that was refused or came back was no mail: it does not count for the week', async () => {
    const { askedAt } = await asked('rec_1');
    const { digestId } = await deliverWhenPlanned();
    await office.recordBounce('con_ana', { digestId: digestId!, status: '5.1.1', isPermanent: true });
    const row = (await findContact(office.db, 'con_ana'))!;
    await changeContact(office.db, 'con_ana', row.version, { address: 'ana@new.example' });
    await asked('rec_2');
    office.setTime(later(askedAt, 5));
    expect((await office.planDigest('con_ana')).sendAt).toBe(morningOf('con_ana', later(askedAt, 72)));
  });

  test('waits for its turn when as many have gone as may go in a second', async () => {
    const slow = createMailer({
      smtpUrl: office.smtp.url,
      from: 'Relance <relance@relance.example>',
      bounceAddress: 'bounces@relance.example',
      maxPerSecond: 1,
    });
    const { askedAt } = await asked();
    office.setTime(later(askedAt, 3));
    expect(slow.takeTurn()).toBe(0);
    const deliver = createDeliverDigest({ ...office.deps, mailer: slow });
    await expect(deliver('con_ana')).rejects.toMatchObject({ type: 'MailRateReached', nonRetryable: false });
    expect(await statusesOf('con_ana')).toEqual(['queued']);
    await new Promise((resolve) => setTimeout(resolve, 1_050));
    expect(await deliver('con_ana')).toMatchObject({ outcome: 'accepted' });
    slow.close();
  });

  test('two workers at once send it once', async () => {
    const { askedAt } = await asked();
    office.setTime(later(askedAt, 3));
    const both = await Promise.allSettled([office.deliverDigest('con_ana'), office.deliverDigest('con_ana')]);
    expect(both.filter((each) => each.status === 'fulfilled' && each.value.outcome === 'accepted')).toHaveLength(1);
    expect(office.smtp.received).toHaveLength(1);
  });

  test('says nothing that was answered before it could go', async () => {
    const { followUp, askedAt } = await asked();
    followUp.give({ type: 'ReportProgress', note: 'Bill tabled', implementation: null, at: later(askedAt, 0.2) });
    await office.save('rec_1', followUp);
    expect(await deliverWhenPlanned()).toEqual({ outcome: 'nothing-to-send' });
    expect(office.smtp.received).toEqual([]);
    expect(await office.notices('con_ana')).toMatchObject([{ status: 'superseded', superseded_reason: 'round-over' }]);
    expect(await deliverWhenPlanned()).toMatchObject({ outcome: 'nothing-planned' });
  });

  test('does not reach the person whose role was given to another: that one has been told', async () => {
    const { followUp, askedAt } = await asked();
    followUp.give({ type: 'AssignRole', role: 'focal-point', contactId: 'con_bor', at: later(askedAt, 0.1) });
    await office.save('rec_1', followUp);
    expect(await deliverWhenPlanned()).toEqual({ outcome: 'nothing-to-send' });
    expect(await office.notices('con_ana')).toMatchObject([{ status: 'superseded', superseded_reason: 'reassigned' }]);
    expect((await office.notices('con_bor')).map(({ kind }) => kind)).toEqual(['role-moved']);
    expect(office.smtp.received).toEqual([]);
  });

  test('goes to whoever holds the role for the State now, of which no event tells them', async () => {
    await asked();
    await office.assign('focal-point', 'con_bor');
    expect(await deliverWhenPlanned()).toEqual({ outcome: 'nothing-to-send' });
    expect(await office.notices('con_ana')).toEqual([]);
    expect(await office.planDigest('con_ana')).toMatchObject({ sendAt: null, handedOver: [{ to: 'con_bor' }] });
    expect(await deliverWhenPlanned('con_bor')).toMatchObject({ outcome: 'accepted' });
    expect(office.smtp.received.map(({ to }) => to)).toEqual(['con_bor@ministry.example']);
  });

  test('takes our own side to Relance itself', async () => {
    const { followUp } = await asked();
    const longAfter = later(followUp.started.round!.dueAt, 24 * 200);
    followUp.waitUntil(longAfter);
    expect(followUp.started.draft).not.toBeNull();
    await office.save('rec_1', followUp);
    office.setTime(longAfter);
    const told = await office.notices('con_chief');
    expect(told.length).toBeGreaterThan(1); // Asked, and reminded to decide.
    for (const notice of told) expect(notice).toMatchObject({ kind: 'approval-wanted', rung: 3 });
    expect(await deliverWhenPlanned('con_chief')).toMatchObject({ outcome: 'accepted' });
    const { text } = office.smtp.received.at(-1)!.parsed;
    expect(text).toContain('Your approval is wanted: escalation to rung 3');
    expect(text).toContain('https://relance.example/api/v1/recommendations/rec_1');
    expect(text).not.toContain('/answer/');
  });
});

describe('when the mail server is away', () => {
  test('nothing is composed; after two days one mail goes out, with nothing stale, and says that it is late', async () => {
    const [first, second, third] = [await asked('rec_1'), await asked('rec_2'), await asked('rec_3')];
    const { url } = office.smtp;
    await office.smtp.stop();
    for (let hour = 1; hour <= 96; hour += 12) {
      office.setTime(later(first.askedAt, hour));
      await expect(office.deliverDigest('con_ana')).rejects.toThrow('The mail server cannot be reached');
    }
    expect(await office.digests('con_ana')).toEqual([]);
    expect(await statusesOf('con_ana')).toEqual(['queued', 'queued', 'queued']);

    // Meanwhile one State answers, one follow-up is paused, and the third falls due again.
    first.followUp.give({ type: 'ReportProgress', note: 'Done', implementation: null, at: later(first.askedAt, 30) });
    second.followUp.give({ type: 'Pause', reason: 'Elections', until: null, at: later(first.askedAt, 31) });
    third.followUp.waitUntil(later(third.askedAt, 24 * 17));
    await Promise.all([
      office.save('rec_1', first.followUp),
      office.save('rec_2', second.followUp),
      office.save('rec_3', third.followUp),
    ]);
    office.setTime(later(third.followUp.events.at(-1)!.at, 24 * 4));
    office.smtp = await startSmtp('accept', Number(new URL(url).port));
    await new Promise((resolve) => setTimeout(resolve, 2_100)); // The last "away" is believed for two seconds.
    expect(await deliverWhenPlanned()).toMatchObject({ outcome: 'accepted' });
    expect(office.smtp.received).toHaveLength(1);
    const { text, subject } = office.smtp.received[0]!.parsed;
    expect(subject).toMatch(/: 1 item,/);
    expect(text).toContain('(rec_3)');
    expect(text).toContain('Delayed: this was ready on');
    const notices = await office.notices('con_ana');
    const reasons = notices.filter(({ status }) => status === 'superseded').map((each) => each.superseded_reason);
    expect(reasons.sort()).toEqual(['newer-notice', 'not-open', 'round-over']);
    expect(notices.filter(({ status }) => status === 'accepted')).toHaveLength(1);
    expect((await office.digests('con_ana')).length).toBe(1);
  });

  test('a server that says "later" gets the mail later, and the person gets it once', async () => {
    const { askedAt } = await asked();
    office.setTime(later(askedAt, 3));
    office.smtp.behave = { at: 'rcpt', code: 450, says: 'greylisted' };
    await expect(office.deliverDigest('con_ana')).rejects.toMatchObject({ type: 'MailDeferred', nonRetryable: false });
    expect(await statusesOf('con_ana')).toEqual(['queued']);
    office.smtp.behave = 'accept';
    expect(await office.deliverDigest('con_ana')).toMatchObject({ outcome: 'accepted' });
    expect((await office.digests('con_ana')).map(({ status }) => status)).toEqual(['deferred', 'accepted']);
    expect(office.smtp.received).toHaveLength(1);
  });
});

describe('when nobody can say whether the mail went', () => {
  test.each(['reset-after-data', 'hang-after-data'] as const)(
    '%s: a person decides, nothing is repeated',
    async (behave) => {
      const { askedAt } = await asked();
      office.setTime(later(askedAt, 3));
      office.smtp.behave = behave;
      expect(await office.deliverDigest('con_ana')).toMatchObject({ outcome: 'uncertain' });
      expect(await statusesOf('con_ana')).toEqual(['uncertain']);
      office.smtp.behave = 'accept';
      office.setTime(later(askedAt, 30));
      expect(await office.deliverDigest('con_ana')).toEqual({ outcome: 'nothing-to-send' });
      expect(office.smtp.received.length).toBeLessThanOrEqual(1);
    },
  );

  test('a worker that dies between the server’s yes and the record leaves an uncertain digest, not a second mail', async () => {
    const { askedAt } = await asked();
    office.setTime(later(askedAt, 3));
    // The log takes no outcome any more: for the record it is as if the worker had died here.
    office.smtp.beforeAccepting = async () => {
      await office.db.schema.alterTable('events').renameTo('events_gone').execute();
    };
    const dying = createDeliverDigest(office.deps)('con_ana');
    await dying.catch(() => undefined);
    await office.db.schema.alterTable('events_gone').renameTo('events').execute();
    expect(office.smtp.received).toHaveLength(1);
    expect(await statusesOf('con_ana')).toEqual(['sending']);

    await expect(office.deliverDigest('con_ana')).rejects.toMatchObject({ type: 'DeliveryUnderWay' });
    const { sendAt } = await office.planDigest('con_ana');
    expect(sendAt).toBe(new Date(Date.parse(office.time()) + 50_000).toISOString());
    office.setTime(sendAt!);
    expect(await office.planDigest('con_ana')).toMatchObject({ sendAt: null });
    expect(await statusesOf('con_ana')).toEqual(['uncertain']);
    expect(office.smtp.received).toHaveLength(1);
  }, 30_000);

  test('a database that is away for a moment does not make the outcome uncertain', async () => {
    const { askedAt } = await asked();
    office.setTime(later(askedAt, 3));
    office.smtp.beforeAccepting = async () => {
      await office.db.schema.alterTable('events').renameTo('events_gone').execute();
      setTimeout(() => void office.db.schema.alterTable('events_gone').renameTo('events').execute(), 700);
    };
    expect(await office.deliverDigest('con_ana')).toMatchObject({ outcome: 'accepted' });
    expect(await statusesOf('con_ana')).toEqual(['accepted']);
  });

  test('a worker that could not record an outcome for long records it when it can', async () => {
    const { askedAt } = await asked();
    office.setTime(later(askedAt, 3));
    office.smtp.beforeAccepting = async () => {
      await office.db.schema.alterTable('events').renameTo('events_gone').execute();
    };
    const deliver = createDeliverDigest(office.deps);
    await expect(deliver('con_ana')).rejects.toThrow();
    await office.db.schema.alterTable('events_gone').renameTo('events').execute();
    expect(await deliver('con_ana')).toMatchObject({ outcome: 'accepted' });
    expect(await statusesOf('con_ana')).toEqual(['accepted']);
    expect(office.smtp.received).toHaveLength(1);
  }, 30_000);
});

describe('when mail no longer reaches somebody', () => {
  test('a refusal for good puts the contact away and finds who takes the role', async () => {
    const { askedAt } = await asked();
    office.setTime(later(askedAt, 3));
    office.smtp.behave = { at: 'rcpt', code: 550, says: '5.1.1 <con_ana@ministry.example>: user unknown' };
    const { outcome, digestId } = await office.deliverDigest('con_ana');
    expect(outcome).toBe('refused');
    expect(await statusesOf('con_ana')).toEqual(['refused']);
    expect(await findContact(office.db, 'con_ana')).toMatchObject({ unreachable_because: 'refused-by-server' });
    expect(await office.findRoleMoves('con_ana', 'refused-by-server', digestId!)).toEqual([
      {
        recommendationId: 'rec_1',
        role: 'focal-point',
        because: 'refused-by-server',
        movedTo: 'con_bor',
        commandId: `move:${digestId}:rec_1:focal-point`,
      },
    ]);
    const { rows } = { rows: await office.db.selectFrom('events').select(['data']).execute() };
    expect(JSON.stringify(rows)).not.toContain('ministry.example');
  });

  test('a bounce is on record once, and what was moved is not found again', async () => {
    const { followUp, askedAt } = await asked();
    const { digestId } = await deliverWhenPlanned();
    const bounce = { digestId: digestId!, status: '5.1.1', isPermanent: true };
    office.setTime(later(askedAt, 24));
    await office.recordBounce('con_ana', bounce);
    await office.recordBounce('con_ana', bounce);
    expect(await statusesOf('con_ana')).toEqual(['bounced']);
    expect((await office.digests('con_ana')).map(({ status }) => status)).toEqual(['bounced']);
    const [move, ...more] = await office.findRoleMoves('con_ana', 'bounced', digestId!);
    expect(more).toEqual([]);
    const { movedTo, role, because } = move!;
    followUp.give({
      type: 'RecordContactUnreachable',
      contactId: 'con_ana',
      role,
      because,
      movedTo,
      at: office.time(),
    });
    await office.save('rec_1', followUp);
    expect(await office.findRoleMoves('con_ana', 'bounced', digestId!)).toEqual([]);

    expect(await deliverWhenPlanned('con_bor')).toMatchObject({ outcome: 'accepted' });
    expect(office.smtp.received.at(-1)!.parsed.text).toContain('Now yours to answer');
    expect(await deliverWhenPlanned('con_chief')).toMatchObject({ outcome: 'accepted' });
    expect(office.smtp.received.at(-1)!.parsed.text).toContain('Mail no longer reaches the focal point');
  });

  test('a delay changes nobody’s role', async () => {
    await asked();
    const { digestId } = await deliverWhenPlanned();
    await office.recordBounce('con_ana', { digestId: digestId!, status: '4.4.1', isPermanent: false });
    expect(await statusesOf('con_ana')).toEqual(['accepted']);
    expect(await findContact(office.db, 'con_ana')).toMatchObject({ unreachable_since: null });
  });

  test('a report about mail to somebody else, or that never was, changes nothing', async () => {
    await asked();
    const { digestId } = await deliverWhenPlanned();
    await office.recordBounce('con_bor', { digestId: digestId!, status: '5.1.1', isPermanent: true });
    await office.recordBounce('con_bor', {
      digestId: 'dig_01J8ZQ4W3V5XKJ2M9R7T6N0ABC',
      status: '5.1.1',
      isPermanent: true,
    });
    expect(await findContact(office.db, 'con_bor')).toMatchObject({ unreachable_since: null });
    expect(await statusesOf('con_ana')).toEqual(['accepted']);
  });

  test('nothing more is sent to somebody who is unreachable', async () => {
    await asked('rec_1');
    const { digestId } = await deliverWhenPlanned();
    const { askedAt } = await asked('rec_2');
    await office.recordBounce('con_ana', { digestId: digestId!, status: '5.1.1', isPermanent: true });
    office.setTime(later(askedAt, 3));
    expect(await deliverWhenPlanned()).toEqual({ outcome: 'nothing-to-send' });
    expect(await statusesOf('con_ana')).toEqual(['bounced', 'superseded']);
    expect(office.smtp.received).toHaveLength(1);
  });
});
