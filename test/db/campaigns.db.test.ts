import { beginAppeal } from '../../activities/begin-appeal.ts';
import { inCampaign, openCampaign, submitCampaignCommand, writeCampaignEvents } from '../../db/campaign-store.ts';
import { checksumProjections, rebuildProjections } from '../../db/projections/rebuild.ts';
import { findKnownTreatyEvents, findTargetFacts } from '../../db/queries/campaign-facts.ts';
import { countTargets, listLivingCampaigns, listTargets } from '../../db/queries/campaigns.ts';
import { submitTreatyCommand } from '../../db/treaty-status-store.ts';
import { verifyLog } from '../../db/verify-log.ts';
import type { CampaignCommand } from '../../domain/campaign/commands.ts';
import { roundsDue } from '../../domain/campaign/rounds.ts';
import { targetsOf, type RunningCampaign } from '../../domain/campaign/state.ts';
import { nextWave } from '../../domain/campaign/waves.ts';
import { wallClock } from '../../domain/clock.ts';
import { at, startCampaign } from '../support/campaigns.ts';
import { describeOnBothDatabases } from '../support/databases.ts';

describeOnBothDatabases('the store of campaigns', (database) => {
  const db = () => database().kysely;
  const give = (
    campaignId: string,
    command: CampaignCommand,
    more: { commandId?: string; expectedEdition?: number } = {},
  ) => submitCampaignCommand(db(), { campaignId, commandId: `c${Math.random()}`, actor: 'api', command, ...more });
  const stateOf = async (id: string) => (await openCampaign(db(), id)).state as RunningCampaign;

  /** What the activities do, without a server behind them. */
  async function wave(campaignId: string): Promise<void> {
    await inCampaign(db(), campaignId, async (trx, before) => {
      const state = before.state as RunningCampaign;
      const facts = await findTargetFacts(trx, targetsOf(state, 'waiting'), { campaignId, today: at.slice(0, 10) });
      const next = nextWave(state, facts, { campaignId, at });
      if (next.kind !== 'due') return;
      await writeCampaignEvents(
        trx,
        { campaignId, commandId: `wave:${before.version}`, actor: 'clock', before },
        next.events,
      );
    });
    const begun = targetsOf(await stateOf(campaignId), 'beginning');
    await give(campaignId, { type: 'RecordAppeals', at, begun, parties: [], elsewhere: [], failed: [] });
  }

  test('a command is written once, refused at another edition, and a repeat changes nothing', async () => {
    const first = await give('cam_a', startCampaign(), { commandId: 'start' });
    expect(first).toEqual({ outcome: 'written', version: 1 });
    expect(await give('cam_a', startCampaign(), { commandId: 'start' })).toEqual({ outcome: 'repeated', version: 1 });
    expect(await give('cam_a', startCampaign())).toEqual({ outcome: 'rejected', rejected: 'CampaignAlreadyStarted' });
    const pause: CampaignCommand = { type: 'PauseCampaign', at, reason: 'Elections' };
    expect(await give('cam_a', pause, { expectedEdition: 2 })).toEqual({ outcome: 'conflict', version: 1 });
    expect(await give('cam_a', pause, { expectedEdition: 1 })).toEqual({ outcome: 'written', version: 2 });
  });

  test('who is a party is left out, and so is who is under appeal elsewhere', async () => {
    const on = '1992-07-06';
    const deposit = {
      type: 'RecordInstrumentDeposit',
      inForceOn: null,
      at,
      on,
      precision: 'day',
      how: 'succession',
      notification: null,
      evidence: [],
    };
    const given = { participant: 'SI', instrument: 'CRC', commandId: 'd1', actor: 'api', command: deposit as never };
    expect(await submitTreatyCommand(db(), given)).toMatchObject({ outcome: 'written' });
    await give('cam_b', startCampaign({ instruments: ['CRC'], stateCodes: ['SI', 'KE'], title: 'CRC first' }));
    await wave('cam_b');
    expect((await stateOf('cam_b')).targets).toMatchObject({
      'SI:CRC': { status: 'left-out', because: 'party', note: 'Is a party since 1992-07-06' },
      'KE:CRC': { status: 'begun', wave: 1, recommendationId: 'rec_b.KE.CRC' },
    });
    await give('cam_c', startCampaign({ instruments: ['CRC'], stateCodes: ['KE', 'FJ'] }));
    await wave('cam_c');
    expect((await stateOf('cam_c')).targets).toMatchObject({
      'KE:CRC': {
        status: 'left-out',
        because: 'other-campaign',
        note: 'Under appeal of the campaign cam_b, CRC first',
      },
      'FJ:CRC': { status: 'begun' },
    });
  });

  test('the tables say what the stream says, and are made again from the log', async () => {
    await give('cam_d', startCampaign({ stateCodes: ['SI', 'KE', 'FJ', 'TO'] }));
    await give('cam_d', { type: 'LeaveOut', at, stateCode: 'TO', instrument: null, note: 'Asked by the desk' });
    await wave('cam_d');
    const state = await stateOf('cam_d');
    const round = roundsDue(state, {}, '2026-02-02T06:00:00.000Z').held[0];
    if (round === undefined) throw new Error('The letter is due');
    await inCampaign(db(), 'cam_d', (trx, before) =>
      writeCampaignEvents(trx, { campaignId: 'cam_d', commandId: 'r', actor: 'clock', before }, [
        { type: 'CampaignRoundHeld', at, batchId: null, appeals: 3, ...round },
      ]),
    );
    const sort = { by: 'stateCode', direction: 'asc' } as const;
    const { lines } = await listTargets(db(), 'cam_d', {}, { sort, limit: 10 });
    for (const line of lines)
      expect(line).toMatchObject({
        status: state.targets[`${line.state_code}:CEDAW`]?.status,
        wave: state.targets[`${line.state_code}:CEDAW`]?.wave,
        note: state.targets[`${line.state_code}:CEDAW`]?.note,
      });
    expect(await countTargets(db(), 'cam_d')).toMatchObject({ total: 4, begun: 3, leftOut: 1, waiting: 0 });
    const kept = await checksumProjections(db());
    await rebuildProjections(db());
    expect(await checksumProjections(db())).toEqual(kept);
    expect(Object.keys(kept)).toEqual(expect.arrayContaining(['campaigns', 'campaign_targets', 'campaign_rounds']));
    expect(await verifyLog(db())).toMatchObject({ isWhole: true });
  });

  test('a State’s timeline tells of its appeal, and of nobody else’s', async () => {
    const rows = await db()
      .selectFrom('state_timeline')
      .select(['state_code', 'version'])
      .where('stream_id', '=', 'campaign:cam_d')
      .orderBy('state_code')
      .execute();
    expect(rows.map(({ state_code }) => state_code)).toEqual(['FJ', 'KE', 'SI', 'TO']);
  });

  test('an announced Treaty Event beats an estimate of the same year', async () => {
    const event = { event: 'treaty-event' as const, state_code: null, title: 'Treaty Event', created_at: at };
    const row = (id: string, on_date: string, is_estimate: boolean) => ({ ...event, id, on_date, is_estimate });
    await db()
      .insertInto('world_events')
      .values([row('w1', '2026-09-21', false), row('w2', '2026-09-22', true), row('w3', '2027-09-28', true)])
      .execute();
    expect(await findKnownTreatyEvents(db())).toEqual({ 2026: '2026-09-21', 2027: '2027-09-28' });
  });

  test('an appeal that cannot be begun says why, and none is given up because Temporal is away', async () => {
    await give('cam_f', startCampaign({ stateCodes: ['PW'] }));
    const campaign = await stateOf('cam_f');
    const target = { ...campaign.targets['PW:CEDAW']!, status: 'beginning' as const };
    const begin = (over: object, fault?: object) =>
      beginAppeal(
        { db: db(), clock: wallClock, commands: { submit: () => Promise.reject(Object.assign(new Error(), fault)) } },
        { campaignId: 'cam_f', campaign: { ...campaign, ...over } },
        target,
      );
    const bare = { stateCode: 'PW', instrument: 'CEDAW' };
    expect(await begin({ playbook: 'gone' })).toEqual({ kind: 'refused', target: bare, code: 'UnknownPlaybook' });
    await db()
      .updateTable('recommendations')
      .set({ playbook_key: 'ratify' })
      .where('id', '=', 'rec_f.PW.CEDAW')
      .execute();
    expect(await begin({}, { code: 'ECONNRESET' })).toEqual({ kind: 'no-answer', target: bare, code: 'ECONNRESET' });
    await expect(begin({}, { code: 'TemporalUnavailable' })).rejects.toMatchObject({ code: 'TemporalUnavailable' });
    const given = await db()
      .selectFrom('recommendation_instruments')
      .selectAll()
      .where('recommendation_id', '=', 'rec_f.PW.CEDAW')
      .execute();
    expect(given).toEqual([{ recommendation_id: 'rec_f.PW.CEDAW', instrument: 'CEDAW', basis: 'stated' }]);
  });

  test('what is living and what is pending is known without reading a stream', async () => {
    await give('cam_e', startCampaign({ stateCodes: ['NR'] }));
    await give('cam_c', { type: 'EndCampaign', at, reason: 'Universal' });
    const living = await listLivingCampaigns(db());
    expect(living).toContainEqual({ id: 'cam_e', isPending: true });
    expect(living).toContainEqual({ id: 'cam_d', isPending: false });
    expect(living.map(({ id }) => id)).not.toContain('cam_c');
  });
});
