import { sql, type Kysely } from 'kysely';
import { submitDialogueCommand } from '../../db/dialogue-store.ts';
import { appendCorrespondenceEvents, appendFollowUpEvents } from '../../db/event-store.ts';
import { backfill } from '../../db/migrations/0005-dialogue.ts';
import { checksumProjections, rebuildProjections } from '../../db/projections/rebuild.ts';
import { listTimelineOf, type TimelineRow } from '../../db/queries/timeline.ts';
import { timelineKinds, type TimelineScope } from '../../db/queries/timeline-branches.ts';
import type { Schema } from '../../db/schema.ts';
import type { FollowUpEvent } from '../../domain/follow-up/events.ts';
import { noTerms } from '../../domain/follow-up/state.ts';
import { describeOnBothDatabases } from '../support/databases.ts';
import { recordWith } from '../support/dialogue.ts';

const at = '2026-03-01T10:00:00.000Z';
const evidence = { url: 'https://gazette.example/1', description: 'The act' };
const events: readonly FollowUpEvent[] = [
  {
    type: 'FollowUpStarted',
    at,
    stateCode: 'SI',
    playbook: { key: 'general', version: 1 },
    position: 'supported',
    targetOn: null,
    terms: noTerms,
    parentId: null,
  },
  { type: 'StepsPlanned', at, purpose: 'rung', steps: [] },
  { type: 'ProgressReported', at, note: 'Begun', implementation: 'in-progress', via: null },
  { type: 'ImplementationClaimed', at: '2026-03-01T11:00:00.000Z', note: 'Done', evidence: [evidence] },
  { type: 'StepFellDue', at, step: { id: 's1', dueAt: at, kind: 'check-in' }, mergedInto: null },
];

/** Two States, a mission to one and a letter to both, three recommendations, mail, and dialogue. */
async function tell(db: Kysely<Schema>): Promise<void> {
  const source = { title: 'A title', created_at: at };
  const recommendation = { text: 'x', playbook_key: 'general', position: 'pending', created_at: at } as const;
  await db
    .insertInto('sources')
    .values([
      { ...source, id: 'src_1', kind: 'mission', state_code: 'SI', starts_on: '2026-01-12' },
      { ...source, id: 'src_2', kind: 'secretary-general-letter', state_code: null },
    ])
    .execute();
  for (const [id, source_id, state_code] of [
    ['rec_1', 'src_1', 'SI'],
    ['rec_2', 'src_2', 'SI'],
    ['rec_3', 'src_2', 'KE'],
  ] as const) {
    const row = { ...recommendation, id, source_id, state_code, themes: [], affected_groups: [], sdgs: [] };
    await db.insertInto('recommendations').values(row).execute();
    const own = events.map((event) => (event.type === 'FollowUpStarted' ? { ...event, stateCode: state_code } : event));
    const wish = { recommendationId: id, expectedVersion: 0, commandId: 'c1', actor: 'api', events: own };
    await appendFollowUpEvents(db, wish);
    const notice = { recommendation_id: id, event_id: 'e', role: 'focal-point', kind: 'check-in', rung: 0 } as const;
    const queued = { contact_id: 'con_1', queued_at: at, updated_at: at, status: 'queued' } as const;
    await db
      .insertInto('notices')
      .values({ notice_id: `n_${id}`, ...notice, ...queued })
      .execute();
  }
  const digest = {
    digestId: 'dig_1',
    messageId: '<1@x>',
    onDate: '2026-03-01',
    noticeIds: ['n_rec_1', 'n_rec_3'],
    carriesRoutine: true,
  };
  const correspond = (commandId: string, ...mailed: Parameters<typeof appendCorrespondenceEvents>[1]['events']) =>
    db
      .transaction()
      .execute((trx) =>
        appendCorrespondenceEvents(trx, { contactId: 'con_1', commandId, actor: 'clock', events: mailed }),
      );
  await correspond('m1', { type: 'DigestComposed', at, ...digest });
  await correspond('m2', {
    type: 'DigestAccepted',
    at: '2026-03-01T10:00:05.000Z',
    digestId: 'dig_1',
    response: '250',
  });
  for (const [dialogueId, links] of [
    ['dlg_1', [{ as: 'relates-to', to: 'source', id: 'src_1' }]],
    ['dlg_2', [{ as: 'relates-to', to: 'recommendation', id: 'rec_3' }]],
  ] as const)
    await submitDialogueCommand(db, { dialogueId, commandId: 'c1', actor: 'api', command: recordWith({}, links) });
}

describeOnBothDatabases('the timeline of a State', (database) => {
  beforeAll(() => tell(database().kysely));
  const page = (scope: TimelineScope, direction: 'asc' | 'desc', limit: number, cursor?: string) =>
    listTimelineOf(database().kysely, scope, { sort: { by: 'at', direction }, limit, ...(cursor ? { cursor } : {}) });
  const ofState = (stateCode: string): TimelineScope => ({ of: 'state', stateCode });
  const told = (rows: readonly TimelineRow[]): readonly string[] =>
    rows.map(({ rank, event, id }) => `${timelineKinds[rank]} ${event?.type ?? id}`);

  test('tells everything about the State once, in order, and nothing about its neighbour', async () => {
    const { lines } = await page(ofState('SI'), 'asc', 50);
    expect(told(lines)).toEqual([
      'source src_1',
      'dialogue dlg_1',
      'dialogue dlg_2',
      'source src_2',
      'recommendation rec_1',
      'recommendation rec_2',
      'event FollowUpStarted',
      'event ProgressReported',
      'event FollowUpStarted',
      'event ProgressReported',
      'event DigestAccepted',
      'event ImplementationClaimed',
      'event ImplementationClaimed',
    ]);
    expect(lines.find(({ event }) => event?.type === 'DigestAccepted')?.event?.notices).toEqual(['check-in']);
    expect(told((await page(ofState('KE'), 'asc', 50)).lines)).toEqual([
      'dialogue dlg_2',
      'source src_2',
      'recommendation rec_3',
      'event FollowUpStarted',
      'event ProgressReported',
      'event DigestAccepted',
      'event ImplementationClaimed',
    ]);
    expect((await page(ofState('FR'), 'asc', 50)).lines).toEqual([]);
  });

  test.each([
    ['asc', 1],
    ['desc', 1],
    ['asc', 3],
    ['desc', 4],
  ] as const)('pages %s by %i lose and repeat nothing', async (direction, limit) => {
    for (const scope of [ofState('SI'), ofState('KE'), { of: 'source', sourceId: 'src_1' } as const]) {
      const whole = (await page(scope, direction, 200)).lines;
      const seen: TimelineRow[] = [];
      for (let cursor: string | undefined; ;) {
        const { lines, nextCursor } = await page(scope, direction, limit, cursor);
        seen.push(...lines);
        if (nextCursor === null) break;
        cursor = nextCursor;
      }
      expect(seen).toEqual(whole);
      expect(direction === 'asc' ? whole : [...whole].reverse()).toEqual((await page(scope, 'asc', 200)).lines);
    }
  });

  test('of a mission: the chain from the visit to what became of its recommendations', async () => {
    const { lines } = await page({ of: 'source', sourceId: 'src_1' }, 'asc', 50);
    expect(told(lines)).toEqual([
      'source src_1',
      'dialogue dlg_1',
      'recommendation rec_1',
      'event FollowUpStarted',
      'event ProgressReported',
      'event ImplementationClaimed',
    ]);
  });

  test('made again from the log, or by the migration from an older database, it is the same', async () => {
    const { kysely } = database();
    const before = await checksumProjections(kysely);
    await kysely.deleteFrom('state_timeline').execute();
    expect((await checksumProjections(kysely)).state_timeline).toBe('empty');
    for (const statement of backfill) await sql.raw(statement).execute(kysely);
    expect(await checksumProjections(kysely)).toEqual(before);
    // The notices of this file were put in by hand, so the log does not know them: those two lines are not in it.
    await rebuildProjections(kysely);
    const { rows } = await sql`select 1 from state_timeline where stream_id like 'follow-up:%'`.execute(kysely);
    expect(rows).toHaveLength(9);
  });
});
