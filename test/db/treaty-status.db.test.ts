import { lockLog, readStream } from '../../db/log.ts';
import { checksumProjections, rebuildProjections } from '../../db/projections/rebuild.ts';
import { listTimelineOf } from '../../db/queries/timeline.ts';
import { countParties, isPartyNow, listParties, listStandings, standingsOf } from '../../db/queries/treaty-status.ts';
import { registerBatch } from '../../db/register/batches.ts';
import { batchIdOfEvent } from '../../db/register/pending-consequences.ts';
import {
  findTreatyState,
  submitTreatyCommand,
  submitTreatyCommandIn,
  type TreatySubmission,
} from '../../db/treaty-status-store.ts';
import { verifyLog } from '../../db/verify-log.ts';
import { treatyStatusId } from '../../domain/ids.ts';
import { addDays } from '../../domain/time.ts';
import type { NewTreatyEntry } from '../../domain/treaty-status/commands.ts';
import { standingOn } from '../../domain/treaty-status/standing.ts';
import { describeOnBothDatabases } from '../support/databases.ts';
import { command, correction, recordedAt, said } from '../support/treaties.ts';

const today = '2026-03-02';
const deposit = (on: string) => said('RecordInstrumentDeposit', on);

describeOnBothDatabases('treaty status in the store', (database) => {
  const db = () => database().kysely;
  let commands = 0;
  const submit = (participant: string, instrument: string, wish: Partial<TreatySubmission>) =>
    submitTreatyCommand(db(), {
      participant,
      instrument,
      commandId: `c${(commands += 1)}`,
      actor: 'api',
      command: command(deposit('1990-01-01')),
      ...wish,
    });
  const record = (participant: string, instrument: string, ...entries: readonly NewTreatyEntry[]) =>
    entries.reduce<Promise<unknown>>(async (before, entry) => {
      await before;
      expect(await submit(participant, instrument, { command: command(entry) })).toMatchObject({ outcome: 'written' });
    }, Promise.resolve());

  test('an entry is written once, however often and from wherever it is sent', async () => {
    const same = { commandId: 'once' };
    const results = await Promise.all(Array.from({ length: 10 }, () => submit('FR', 'CRC', same)));
    expect(results.filter(({ outcome }) => outcome === 'written')).toHaveLength(1);
    expect(results.filter(({ outcome }) => outcome === 'repeated')).toHaveLength(9);
    expect(await readStream(db(), treatyStatusId('FR', 'CRC'))).toHaveLength(1);
    expect(await submit('FR', 'CRC', {})).toMatchObject({ outcome: 'unchanged', version: 1, batchIds: [] });
  });

  test('who read an older version is told, and a refusal leaves nothing behind', async () => {
    const signature = command(said('RecordSignature', '1989-12-01'));
    expect(await submit('FR', 'CRC', { expectedVersion: 0, command: signature })).toMatchObject({
      outcome: 'conflict',
      version: 1,
    });
    const early = command(deposit('1970-01-01'));
    expect(await submit('DE', 'CRC', { command: early })).toEqual({ outcome: 'rejected', rejected: 'BeforeAdoption' });
    expect((await findTreatyState(db(), 'DE', 'CRC')).version).toBe(0);
    expect(await listParties(db(), 'CRC', today)).toMatchObject([{ participant: 'FR', is_in_force: true }]);
  });

  test('several are written in the transaction of a caller, or none of them', async () => {
    const wish = { actor: 'import', command: command(deposit('1995-05-05')), instrument: 'ICERD' };
    const failing = db()
      .transaction()
      .execute(async (trx) => {
        await lockLog(trx);
        for (const participant of ['PL', 'PT'])
          await submitTreatyCommandIn(trx, { ...wish, participant, commandId: 'import-1' });
        throw new Error('the file ends in the middle of a row');
      });
    await expect(failing).rejects.toThrow('middle of a row');
    expect(await countParties(db(), 'ICERD', today)).toBe(0);
  });

  test('who is a party is known for any day, exactly', async () => {
    await record('CH', 'CEDAW', said('RecordSignature', '1987-01-23'), deposit('1997-03-27'));
    await record('SI', 'CEDAW', said('RecordInstrumentDeposit', '1992-07-06', { how: 'succession' }));
    await record('US', 'CEDAW', said('RecordSignature', '1980-07-17'));
    await record('CK', 'CEDAW', said('RecordInstrumentDeposit', '2006', { how: 'accession' }));
    const on = async (day: string) => (await listParties(db(), 'CEDAW', day)).map(({ participant }) => participant);
    expect(await on('1992-07-05')).toEqual([]);
    expect(await on('1992-07-06')).toEqual(['SI']);
    expect(await on('1997-03-26')).toEqual(['SI']);
    expect(await on('1997-03-27')).toEqual(['CH', 'SI']);
    expect(await on('2006-12-30')).toEqual(['CH', 'SI']);
    expect(await on('2006-12-31')).toEqual(['CH', 'CK', 'SI']);
    expect(await countParties(db(), 'CEDAW', '2006-12-31')).toBe(3);
    const [swiss] = await listParties(db(), 'CEDAW', '1997-03-27');
    expect(swiss).toMatchObject({ is_in_force: false, in_force_on: '1997-04-26', signed_on: '1987-01-23' });
  });

  test('standings of a set are listed page by page, and every page follows the one before', async () => {
    const wish = { instruments: ['CEDAW', 'CRC'], on: today };
    const whole = (await standingsOf(db(), wish)).map(({ instrument, participant }) => `${instrument} ${participant}`);
    expect(whole).toEqual(['CEDAW CH', 'CEDAW CK', 'CEDAW SI', 'CEDAW US', 'CRC FR']);
    const sort = { by: 'instrument', direction: 'asc' } as const;
    const paged: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await listStandings(db(), wish, { sort, limit: 2, ...(cursor ? { cursor } : {}) });
      paged.push(...page.lines.map(({ instrument, participant }) => `${instrument} ${participant}`));
      cursor = page.nextCursor;
    } while (cursor);
    expect(paged).toEqual(whole);
    const notYet = await standingsOf(db(), { participants: ['US', 'CH'], isParty: false, on: today });
    expect(notYet).toMatchObject([{ participant: 'US', is_signatory: true }]);
  });

  test('nobody is asked to join who has, and whose notice has not taken effect is still a party', async () => {
    await record('BR', 'CAT', deposit('1990-01-01'), said('DenounceTreaty', '2026-01-01'));
    await record('AR', 'CAT', deposit('1990-01-01'), said('DenounceTreaty', '2020-01-01'));
    await record('PE', 'CAT', deposit('2026'));
    const isParty = (participant: string) => isPartyNow(db(), { participant, instrument: 'CAT' }, today);
    expect(await Promise.all(['BR', 'AR', 'PE', 'UY'].map(isParty))).toEqual([true, false, true, false]);
    expect(await isPartyNow(db(), { participant: 'BR', instrument: 'CAT' }, '2027-01-01')).toBe(false);
  });

  test('a repeat names again the consequences that a crash has left undone', async () => {
    await submit('KE', 'CRC', { commandId: 'left' });
    const [written] = await readStream(db(), treatyStatusId('KE', 'CRC'));
    const id = batchIdOfEvent(written?.eventId ?? '');
    const item = { recommendationId: 'rec_1', command: { type: 'Resume' } } as const;
    await db()
      .transaction()
      .execute((trx) => registerBatch(trx, { id, kind: 'replan', reason: 'x', at: recordedAt, commands: [item] }));
    expect(await submit('KE', 'CRC', { commandId: 'left' })).toMatchObject({ outcome: 'repeated', batchIds: [id] });
    await db().updateTable('batch_items').set({ status: 'done' }).where('batch_id', '=', id).execute();
    expect(await submit('KE', 'CRC', { commandId: 'left' })).toMatchObject({ outcome: 'repeated', batchIds: [] });
  });

  test('every event is told in the timeline of its State, an objection in that of the other as well', async () => {
    await record('PT', 'CEDAW', deposit('1990-01-01'), said('RecordReservation', '1990-01-01'));
    await record('PT', 'CEDAW', said('RecordObjection', '1991-01-01', { to: 2, by: 'SE' }));
    const page = { sort: { by: 'at', direction: 'asc' }, limit: 50 } as const;
    const types = async (stateCode: string) =>
      (await listTimelineOf(db(), { of: 'state', stateCode }, page)).lines.map(({ event }) => event?.type);
    expect(await types('PT')).toEqual(['InstrumentDeposited', 'ReservationMade', 'ObjectionMade']);
    expect(await types('SE')).toEqual(['ObjectionMade']);
  });

  test('a correction is a new event, and every day then reads as it should', async () => {
    await record('NO', 'CAT', deposit('1990-01-01'));
    await submit('NO', 'CAT', { command: correction(1, deposit('1991-01-01')) });
    expect(await readStream(db(), treatyStatusId('NO', 'CAT'))).toHaveLength(2);
    const isPartyOn = async (day: string) =>
      (await listParties(db(), 'CAT', day)).some(({ participant }) => participant === 'NO');
    expect(await isPartyOn('1990-12-31')).toBe(false);
    expect(await isPartyOn('1991-01-01')).toBe(true);
    await submit('NO', 'CAT', { command: correction(1, null) });
    expect(await isPartyOn('1991-01-01')).toBe(false);
  });

  test('the table says of every day what the log says', async () => {
    const rows = await db().selectFrom('treaty_standings').select(['participant', 'instrument', 'from_on']).execute();
    expect(rows.length).toBeGreaterThan(12);
    for (const { participant, instrument, from_on } of rows)
      for (const on of [addDays(from_on, -1), from_on, addDays(from_on, 1)]) {
        const { state } = await findTreatyState(db(), participant, instrument);
        const { isParty, isInForce, isSignatory, depositedOn } = standingOn(state, on);
        const [row] = await standingsOf(db(), { participants: [participant], instruments: [instrument], on });
        const shown = { isParty: row?.is_party ?? false, isInForce: row?.is_in_force ?? false };
        expect({ ...shown, isSignatory: row?.is_signatory ?? false, depositedOn: row?.deposited_on ?? null }).toEqual({
          isParty,
          isInForce,
          isSignatory,
          depositedOn,
        });
      }
  });

  test('projections made again from the log are the ones that were kept', async () => {
    const before = await checksumProjections(db());
    for (const table of ['treaty_actions', 'treaty_standings', 'state_timeline'])
      expect(before[table]).not.toBe('empty');
    await db().updateTable('treaty_standings').set({ is_party: false }).where('participant', '=', 'CH').execute();
    expect(await checksumProjections(db())).not.toEqual(before); // The control: a bent row is seen.
    await rebuildProjections(db());
    expect(await checksumProjections(db())).toEqual(before);
    expect(await verifyLog(db())).toMatchObject({ isWhole: true });
  });
});
