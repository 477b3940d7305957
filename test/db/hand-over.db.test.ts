import { appendFollowUpEvents } from '../../db/event-store.ts';
import { checksumProjections, rebuildProjections } from '../../db/projections/rebuild.ts';
import { waitingFor } from '../../db/queries/correspondence.ts';
import { queuedNoticesOf } from '../../db/queries/notices.ts';
import { nextBatchItems, recordBatchItem } from '../../db/register/batches.ts';
import { assignStateRole, registerContact } from '../../db/register/contacts.ts';
import { findHeld, registerHandOver } from '../../db/register/hand-over.ts';
import { registerSource } from '../../db/register/sources.ts';
import { registerRecommendation } from '../../db/register/recommendations.ts';
import type { FollowUpEvent } from '../../domain/follow-up/events.ts';
import { noTerms } from '../../domain/follow-up/state.ts';
import { describeOnBothDatabases } from '../support/databases.ts';

const at = '2026-01-05T10:00:00.000Z';
const checkIn = { id: '1.1', kind: 'check-in', dueAt: at } as const;
const asked: readonly FollowUpEvent[] = [
  {
    type: 'FollowUpStarted',
    at,
    stateCode: 'SI',
    playbook: { key: 'general', version: 2 },
    position: 'supported',
    targetOn: null,
    terms: noTerms,
    parentId: null,
  },
  {
    type: 'RoundOpened',
    at,
    number: 1,
    asks: 'check-in',
    dueOn: '2026-01-05',
    dueAt: at,
    steps: [checkIn],
    watches: [],
  },
  { type: 'StepFellDue', at, step: checkIn, mergedInto: null },
];

describeOnBothDatabases('a hand-over', (database) => {
  const db = () => database().kysely;
  const append = (id: string, expectedVersion: number, commandId: string, ...events: readonly FollowUpEvent[]) =>
    appendFollowUpEvents(db(), { recommendationId: id, expectedVersion, commandId, actor: 'api', events });
  const queued = async (contactId: string) =>
    (await queuedNoticesOf(db(), contactId)).map(({ recommendation_id, kind }) => `${recommendation_id} ${kind}`);
  const handOver = (id: string) =>
    registerHandOver(db(), { from: ['con_old'], to: 'con_new' }, { id, reason: 'A new government', at });

  beforeAll(async () => {
    for (const id of ['con_old', 'con_new'])
      await registerContact(db(), {
        id,
        name: id,
        address: `${id}@ministry.example`,
        language: 'en',
        time_zone: 'UTC',
        created_at: at,
      });
    await assignStateRole(db(), 'SI', 'focal-point', 'con_old');
    await registerSource(db(), { id: 'src_a', kind: 'mission', title: 'A mission', created_at: at });
    for (const id of ['rec_a', 'rec_b']) {
      await registerRecommendation(db(), {
        id,
        source_id: 'src_a',
        state_code: 'SI',
        text: 'Establish an ombudsman',
        playbook_key: 'general',
        position: 'supported',
        themes: [],
        affected_groups: [],
        sdgs: [],
        created_at: at,
      });
      await append(id, 0, 'start', ...asked);
    }
  });

  test('what was queued for the old holder waits for the hand-over, and then reaches the new one', async () => {
    expect(await queued('con_old')).toEqual(['rec_a check-in', 'rec_b check-in']);
    await handOver('bat_a');
    // Between the two nobody's digest may send it, nor put it away as no longer theirs.
    expect(await queued('con_old')).toEqual([]);
    expect(await waitingFor(db(), 'con_old')).toBeUndefined();
    expect(await queued('con_new')).toEqual([]);

    const [item] = await nextBatchItems(db(), 'bat_a', 1);
    expect(item?.command).toEqual({
      type: 'HandOver',
      from: 'con_old',
      to: 'con_new',
      roles: ['focal-point'],
      reason: 'A new government',
    });
    const over = { from: 'con_old', to: 'con_new', roles: ['focal-point'], reason: 'A new government' } as const;
    const appended = await append('rec_a', 3, 'hand-over', { type: 'WorkHandedOver', at, ...over });
    expect(appended.notify).toContain('con_new');
    await recordBatchItem(db(), 'bat_a', 1, { status: 'done', detail: null });
    expect(await queued('con_new')).toEqual(['rec_a check-in', 'rec_a role-moved']);
    expect(await queued('con_old')).toEqual([]);
  });

  test('what a follow-up refused to hand over stays with whoever had it', async () => {
    await recordBatchItem(db(), 'bat_a', 2, { status: 'refused', detail: 'NotOpen' });
    expect(await queued('con_old')).toEqual(['rec_b check-in']);
    expect(await waitingFor(db(), 'con_old')).toBeDefined();
  });

  test('is registered once, and leaves the old holder no role', async () => {
    await handOver('bat_a');
    const items = await db().selectFrom('batch_items').select('number').where('batch_id', '=', 'bat_a').execute();
    expect(items).toHaveLength(2);
    expect(await findHeld(db(), { from: ['con_old'] })).toEqual({ stateRoles: [], followUps: [] });
  });

  test('projections rebuilt from the log have the moved notices too', async () => {
    const kept = await checksumProjections(db());
    await rebuildProjections(db());
    expect(await checksumProjections(db())).toEqual(kept);
  });
});
