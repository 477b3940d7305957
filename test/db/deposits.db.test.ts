import { appendFollowUpEvents, openStream } from '../../db/event-store.ts';
import { readWhatIsThere } from '../../db/migrations/0010-deposits.ts';
import { checksumProjections, rebuildProjections } from '../../db/projections/rebuild.ts';
import { openAsksFor } from '../../db/queries/open-asks.ts';
import { correctInstruments } from '../../db/register/correct-instruments.ts';
import { instrumentsAskedBy, registerInstruments } from '../../db/register/instruments-asked.ts';
import { listLetters } from '../../db/register/letters.ts';
import { previewConsequences } from '../../db/register/preview-consequences.ts';
import { registerRecommendation } from '../../db/register/recommendations.ts';
import { registerMissedDeposits } from '../../db/register/settle-missed.ts';
import { registerSource } from '../../db/register/sources.ts';
import { readAskedInstruments } from '../../domain/proposals/asked-instruments.ts';
import { describeOnBothDatabases } from '../support/databases.ts';
import { givenRatification } from '../support/deposits.ts';
import { givenStarted, startedAt } from '../support/follow-up.ts';
import { denunciation, deposit, recordEntry } from '../support/treaty-status.ts';

const at = '2026-07-01T09:00:00.000Z';

describeOnBothDatabases('deposits', (database) => {
  const db = () => database().kysely;
  let made = 0;
  beforeAll(() =>
    registerSource(db(), { id: 'src_1', kind: 'mission', title: 'A mission', report_symbol: 'A/1', created_at: at }),
  );

  const recommend = async (stateCode: string, text: string, playbook = 'ratify'): Promise<string> => {
    const id = `rec_${(made += 1)}`;
    const row = { id, source_id: 'src_1', state_code: stateCode, text, playbook_key: playbook, created_at: startedAt };
    const lists = { themes: [], affected_groups: [], sdgs: [] };
    await registerRecommendation(db(), { ...row, ...lists, position: 'supported' });
    return id;
  };
  const append = async (id: string, events: Parameters<typeof appendFollowUpEvents>[1]['events']): Promise<void> => {
    const { version } = await openStream(db(), id);
    const commandId = `c${(made += 1)}`;
    await appendFollowUpEvents(db(), {
      recommendationId: id,
      expectedVersion: version,
      commandId,
      actor: 'api',
      events,
    });
  };
  /** A follow-up that has begun, with what is read from its text. */
  const open = async (stateCode: string, text: string): Promise<string> => {
    const id = await recommend(stateCode, text);
    await registerInstruments(db(), id, readAskedInstruments(text), 'read');
    const { events } = givenRatification();
    await append(
      id,
      events.map((event) => (event.type === 'FollowUpStarted' ? { ...event, stateCode } : event)),
    );
    return id;
  };
  /** Does what a batch does, without a workflow: every command of it, decided and written. */
  const run = async (batchIds: readonly string[]): Promise<void> => {
    const items = await db()
      .selectFrom('batch_items')
      .selectAll()
      .where('batch_id', 'in', [...batchIds])
      .execute();
    for (const { recommendation_id: id, command } of items) {
      const followUp = givenStarted();
      followUp.state = (await openStream(db(), id)).state;
      const before = followUp.events.length;
      expect(followUp.give({ ...command, at })).toHaveProperty('events');
      if (followUp.events.length > before) await append(id, followUp.events.slice(before));
    }
  };
  const closures = async (...ids: string[]) => {
    const rows = await db().selectFrom('follow_ups').select(['recommendation_id', 'status']).execute();
    return ids.map((id) => rows.find(({ recommendation_id }) => recommendation_id === id)?.status);
  };

  test('a deposit registers, with itself, a batch for each who asks: under its own id, and none where nobody asks', async () => {
    const [one, other] = [await open('KE', 'Ratify CEDAW'), await open('KE', 'Ratify CEDAW and its Optional Protocol')];
    await open('TZ', 'Ratify CEDAW');
    const batchIds = await recordEntry(db(), ['KE', 'CEDAW'], at, deposit('2026-05-04'));
    const { event_id: eventId } = await db()
      .selectFrom('events')
      .select('event_id')
      .where('stream_id', '=', 'treaty-status:KE:CEDAW')
      .executeTakeFirstOrThrow();
    expect(batchIds).toEqual([eventId.replace('evt_', 'bat_')]);
    const items = await db().selectFrom('batch_items').selectAll().where('batch_id', '=', batchIds[0]!).execute();
    expect(items.map(({ recommendation_id }) => recommendation_id)).toEqual([one, other].sort());
    expect(await recordEntry(db(), ['KE', 'CAT'], at, deposit('2026-05-04'))).toEqual([]);
    await run(batchIds);
    expect(await closures(one, other)).toEqual(['closed', 'open']);
  });

  test('what was deposited before counts towards a pair, whenever the second comes', async () => {
    await recordEntry(db(), ['UG', 'CEDAW'], at, deposit('1985-07-22'));
    const pair = await open('UG', 'Ratify CEDAW and its Optional Protocol');
    await run(await recordEntry(db(), ['UG', 'OP-CEDAW'], at, deposit('2026-05-04')));
    expect(await closures(pair)).toEqual(['closed']);
    const letters = (
      await listLetters(db(), { recommendationId: pair }, { sort: { by: 'draftedAt', direction: 'asc' }, limit: 9 })
    ).lines;
    expect(letters.map(({ thanks_for }) => thanks_for)).toEqual(['UG:OP-CEDAW:2026-05-04']);
  });

  test('a treaty whose status nobody keeps is never taken for deposited', async () => {
    const id = await open('RW', 'Ratify CEDAW and ILO Convention No. 189');
    expect((await openAsksFor(db(), 'RW', ['CEDAW']))[0]?.asks).toEqual(['CEDAW', 'ILO-189']);
    await run(await recordEntry(db(), ['RW', 'CEDAW'], at, deposit('2026-05-04')));
    expect(await closures(id)).toEqual(['open']);
  });

  test('a preview says what would close, open again and only be told, and writes nothing', async () => {
    const [single, pair] = [await open('ZM', 'Ratify CAT'), await open('ZM', 'Ratify CAT and its Optional Protocol')];
    const sums = await checksumProjections(db());
    const preview = (...changes: [string, 'deposit' | 'denunciation'][]) =>
      previewConsequences(
        db(),
        changes.map(([instrument, what]) => ({ participant: 'ZM', instrument, what })),
        at,
      );
    expect(await preview(['CAT', 'deposit'], ['OPCAT', 'deposit'], ['CRC', 'deposit'])).toEqual([
      { participant: 'ZM', instrument: 'CAT', what: 'deposit', closes: [single], reopens: [], tells: [pair] },
      { participant: 'ZM', instrument: 'OPCAT', what: 'deposit', closes: [pair], reopens: [], tells: [] },
      { participant: 'ZM', instrument: 'CRC', what: 'deposit', closes: [], reopens: [], tells: [] },
    ]);
    expect(await checksumProjections(db())).toEqual(sums);
    expect(await closures(single, pair)).toEqual(['open', 'open']);
    await run(await recordEntry(db(), ['ZM', 'CAT'], at, deposit('2026-05-04')));
    expect(await closures(single, pair)).toEqual(['closed', 'open']);
    expect(await preview(['CAT', 'denunciation'])).toMatchObject([{ closes: [], reopens: [single], tells: [pair] }]);
  });

  test('a denunciation opens again and withdraws what was not sent; another deposit thanks anew', async () => {
    const id = await open('MW', 'Ratify CAT');
    const thanks = async () =>
      (
        await listLetters(db(), { recommendationId: id }, { sort: { by: 'draftedAt', direction: 'asc' }, limit: 9 })
      ).lines.map(({ status, withdrawn_because: because }) => [status, because]);
    await run(await recordEntry(db(), ['MW', 'CAT'], at, deposit('2025-02-03')));
    expect(await thanks()).toEqual([['draft', null]]);
    await run(await recordEntry(db(), ['MW', 'CAT'], at, denunciation('2025-03-03')));
    expect(await closures(id)).toEqual(['open']);
    expect(await thanks()).toEqual([['withdrawn', 'denounced']]);
    await run(await recordEntry(db(), ['MW', 'CAT'], at, { ...deposit('2026-06-01'), how: 'accession' } as never));
    expect(await closures(id)).toEqual(['closed']);
    expect(await thanks()).toEqual([
      ['withdrawn', 'denounced'],
      ['draft', null],
    ]);
  });

  test('who has given notice is asked to come back, although a party until the year is over', async () => {
    const id = await open('MZ', 'Ratify CAT');
    await run(await recordEntry(db(), ['MZ', 'CAT'], at, deposit('2026-02-02')));
    await run(await recordEntry(db(), ['MZ', 'CAT'], at, denunciation('2026-03-02')));
    expect(await closures(id)).toEqual(['open']);
    await registerMissedDeposits(db());
    expect(await db().selectFrom('batches').select('id').where('reason', 'like', 'Deposits that%').execute()).toEqual(
      [],
    );
  });

  test('a correction of what is asked counts at once, and only at the version that was read', async () => {
    const id = await open('LS', 'Join the treaties');
    await recordEntry(db(), ['LS', 'CRC'], at, deposit('2026-05-04'));
    const wish = { id, version: 1, instruments: ['CRC'], at };
    const saved = await correctInstruments(db(), wish);
    expect(saved?.batchId).toEqual(expect.stringContaining(id));
    expect(await correctInstruments(db(), wish)).toBeUndefined();
    expect(await instrumentsAskedBy(db(), id)).toEqual([{ instrument: 'CRC', basis: 'stated' }]);
    await run([saved?.batchId ?? '']);
    expect(await closures(id)).toEqual(['closed']);
  });

  test('recommendations that were there before are read by the migration', async () => {
    const old = await recommend('BW', 'Accede to the ICESCR and the CPED');
    const none = await recommend('BW', 'Train judges on CEDAW', 'general');
    await db().deleteFrom('recommendation_instruments').execute();
    await readWhatIsThere(db() as never);
    expect(await instrumentsAskedBy(db(), old)).toEqual([
      { instrument: 'CPED', basis: 'read' },
      { instrument: 'ICESCR', basis: 'read' },
    ]);
    expect(await instrumentsAskedBy(db(), none)).toEqual([]);
  });

  // The last one: it looks at everything that the others have left.
  test('rebuilding gives the letters of thanks the same ends, and drafts none anew', async () => {
    const before = await db().selectFrom('letters').selectAll().orderBy('id').execute();
    expect(before.length).toBeGreaterThan(3);
    const { letters, follow_ups: followUps } = await checksumProjections(db());
    await rebuildProjections(db());
    expect(await db().selectFrom('letters').selectAll().orderBy('id').execute()).toEqual(before);
    expect(await checksumProjections(db())).toMatchObject({ letters, follow_ups: followUps });
  });
});
