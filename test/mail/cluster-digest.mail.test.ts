import type { Database } from '../../db/database.ts';
import { createCluster } from '../../db/register/clusters.ts';
import { openPGliteDatabase } from '../support/databases.ts';
import { openMailOffice, type MailOffice } from '../support/mail-office.ts';

let database: Database;
let office: MailOffice;

beforeEach(async () => {
  database = await openPGliteDatabase();
  office = await openMailOffice(database, { sendWithinMs: 2_000 });
  await office.contact('con_ana');
  await office.assign('focal-point', 'con_ana');
});
afterEach(async () => {
  await office.close();
  await database.close();
});

/** Three recommendations that are asked the same morning, and the mail that asks them. */
async function askedTogether(clustered: readonly string[]) {
  for (const id of ['rec_1', 'rec_2', 'rec_3']) {
    const followUp = await office.follow(id);
    const askedAt = followUp.started.pending[0]!.dueAt;
    followUp.waitUntil(askedAt);
    await office.save(id, followUp);
    office.setTime(askedAt);
  }
  const row = { id: 'clu_1', state_code: 'SI', title: 'Conventions', created_at: office.time() };
  await createCluster(office.db, { ...row, recommendationIds: clustered });
  const { sendAt } = await office.planDigest('con_ana');
  office.setTime(sendAt!);
  expect(await office.deliverDigest('con_ana')).toMatchObject({ outcome: 'accepted' });
  const { parsed } = office.smtp.received[0]!;
  const links = parsed.text!.match(/https:\/\/relance\.example\/answer\/\S+/g);
  return { parsed, links };
}

test('a cluster is one item with all its recommendations and one link; each notice keeps its own proof', async () => {
  const { parsed, links } = await askedTogether(['rec_1', 'rec_3']);
  expect(links).toEqual([
    'https://relance.example/answer/con_ana.rec_1.focal-point.clu_1',
    'https://relance.example/answer/con_ana.rec_2.focal-point',
  ]);
  expect(parsed.subject).toContain('2 items');
  for (const part of [parsed.text, parsed.html]) {
    expect(part).toContain('3 recommendations wait for an answer.');
    expect(part).toContain(
      'Answered together under “Conventions”: one answer serves this recommendation and the following.',
    );
    expect(part).toContain('112.4: Ratify the Convention (rec_3)');
  }
  const notices = await office.notices('con_ana');
  expect(notices.map(({ status }) => status)).toEqual(['accepted', 'accepted', 'accepted']);
});

test('a cluster of which one alone is asked is an item as any other', async () => {
  const { parsed, links } = await askedTogether(['rec_2']);
  expect(links).toHaveLength(3);
  expect(parsed.text).not.toContain('one answer serves');
});
