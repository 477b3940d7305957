import { decideCampaign } from '../../domain/campaign/decide.ts';
import { momentsAhead, roundsDue, roundsUntil, treatyEventOn } from '../../domain/campaign/rounds.ts';
import { targetsOf } from '../../domain/campaign/state.ts';
import { nextWave, nextWaveAt } from '../../domain/campaign/waves.ts';
import {
  after,
  at,
  campaignId,
  grown,
  holdDue,
  keysOf,
  nobody,
  started,
  startCampaign,
  waveOf,
} from '../support/campaigns.ts';

const rejectedOf = (decision: ReturnType<typeof decideCampaign>) => ('rejected' in decision ? decision.rejected : null);

describe('a campaign', () => {
  test.each([
    ['EmptyTitle', { title: ' ' }],
    ['NoInstruments', { instruments: [] }],
    ['NoStates', { stateCodes: [] }],
    ['CampaignTargetInThePast', { targetOn: '2026-01-04' }],
    ['LetterInThePast', { dates: { ...startCampaign().dates, letterOn: '2026-01-04' } }],
    ['WaveOutOfBounds', { wave: { size: 501, everyDays: 0, startsPerSecond: 20 } }],
    ['WaveOutOfBounds', { wave: { size: 500, everyDays: 0, startsPerSecond: 21 } }],
    ['RemindersOutOfBounds', { dates: { ...startCampaign().dates, remindBeforeDays: [14, 14] } }],
    ['TreatyEventInOtherYear', { dates: { ...startCampaign().dates, treatyEvents: { 2026: '2027-09-21' } } }],
  ] as const)('is refused with %s', (code, over) => {
    expect(rejectedOf(decideCampaign(startCampaign(over), null))).toBe(code);
  });

  test('turns to each State about each treaty once, however often they are named', () => {
    const state = started({ stateCodes: ['SI', 'SI', 'KE'], instruments: ['CRC', 'CEDAW', 'CRC'] });
    expect(Object.keys(state.targets)).toEqual(['CRC', 'CEDAW'].flatMap((key) => [`SI:${key}`, `KE:${key}`]));
  });

  test('of a pause, an end and a change says what contradicts them', () => {
    const paused = after(started(), { type: 'PauseCampaign', at, reason: 'Elections at headquarters' });
    expect(rejectedOf(decideCampaign({ type: 'PauseCampaign', at, reason: 'Again' }, paused))).toBe(
      'CampaignAlreadyPaused',
    );
    expect(rejectedOf(decideCampaign({ type: 'EndCampaign', at, reason: '' }, paused))).toBe('EmptyReason');
    const running = after(paused, { type: 'ResumeCampaign', at });
    expect(rejectedOf(decideCampaign({ type: 'ResumeCampaign', at }, running))).toBe('CampaignNotPaused');
    const ended = after(running, { type: 'EndCampaign', at, reason: 'Universal' });
    expect(rejectedOf(decideCampaign({ type: 'TakeInStates', at, stateCodes: ['TO'] }, ended))).toBe(
      'CampaignHasEnded',
    );
  });

  test('a change that changes nothing leaves nothing, and one that does counts as an edition', () => {
    const state = started();
    const { title, targetOn, wave, dates } = state;
    const same = { type: 'ChangeCampaign', at, title, targetOn, wave, dates } as const;
    expect(decideCampaign(same, state)).toEqual({ events: [] });
    const moved = after(state, { ...same, targetOn: '2031-12-31' });
    expect([moved.edition, moved.targetOn]).toEqual([2, '2031-12-31']);
  });
});

describe('the waves of a campaign', () => {
  test('take the next States at the set distance, and none while one is under way', () => {
    const state = started({ wave: { size: 2, everyDays: 7, startsPerSecond: 20 } });
    const due = nextWave(state, nobody, { campaignId, at });
    const begun = grown(state, due.kind === 'due' ? due.events : []);
    expect(nextWave(begun, nobody, { campaignId, at })).toMatchObject({ kind: 'under-way', beginning: [{}, {}] });
    const first = waveOf(state, at);
    expect(first.taken.map(({ stateCode }) => stateCode)).toEqual(['SI', 'KE']);
    expect(nextWave(first.state, nobody, { campaignId, at })).toEqual({
      kind: 'later',
      at: '2026-01-12T08:00:00.000Z',
    });
    const second = waveOf(first.state, '2026-01-12T08:00:00.000Z');
    expect(second.taken.map(({ stateCode, wave }) => [stateCode, wave])).toEqual([['FJ', 2]]);
    expect(nextWave(second.state, nobody, { campaignId, at })).toEqual({ kind: 'none' });
  });

  test('leave out who is a party, and who is under appeal of another campaign, each with a note', () => {
    const facts = {
      parties: new Map([['SI:CEDAW', '1992-07-06']]),
      elsewhere: new Map([['KE:CEDAW', { campaignId: 'cam_0', title: 'CEDAW by 2000' }]]),
    };
    const { state, taken } = waveOf(started(), at, facts);
    expect(taken.map(({ stateCode }) => stateCode)).toEqual(['FJ']);
    expect(state.targets['SI:CEDAW']).toMatchObject({
      status: 'left-out',
      because: 'party',
      note: 'Is a party since 1992-07-06',
    });
    expect(state.targets['KE:CEDAW']).toMatchObject({
      because: 'other-campaign',
      note: 'Under appeal of the campaign cam_0, CEDAW by 2000',
    });
  });

  test('a State that deposits between its wave and its turn is left out after all', () => {
    const due = nextWave(started(), nobody, { campaignId, at });
    const begun = grown(started(), due.kind === 'due' ? due.events : []);
    const [one, ...others] = targetsOf(begun, 'beginning').map(({ stateCode, instrument }) => ({
      stateCode,
      instrument,
    }));
    const record = {
      type: 'RecordAppeals',
      at,
      begun: others,
      parties: [{ ...one!, note: 'Is a party since 2026-01-05' }],
      elsewhere: [],
      failed: [],
    } as const;
    const state = after(begun, record);
    expect(targetsOf(state, 'begun')).toHaveLength(2);
    expect(state.targets['SI:CEDAW']).toMatchObject({ status: 'left-out', because: 'party' });
    expect(decideCampaign(record, state)).toEqual({ events: [] });
  });

  test('whoever is taken in waits for a wave of its own; whoever runs is left alone', () => {
    const { state } = waveOf(started(), at);
    const more = after(state, { type: 'TakeInStates', at, stateCodes: ['SI', 'TO'] });
    expect(targetsOf(more, 'waiting').map(({ stateCode }) => stateCode)).toEqual(['TO']);
    expect(decideCampaign({ type: 'TakeInStates', at, stateCodes: ['SI', 'TO'] }, more)).toEqual({ events: [] });
  });

  test('a State that somebody left out comes in again when it is taken in', () => {
    const out = after(started(), {
      type: 'LeaveOut',
      at,
      stateCode: 'SI',
      instrument: null,
      note: 'Asked by the desk',
    });
    expect(waveOf(out, at).taken.map(({ stateCode }) => stateCode)).toEqual(['KE', 'FJ']);
    const again = after(out, { type: 'TakeInStates', at, stateCodes: ['SI'] });
    expect(waveOf(again, at).taken.map(({ stateCode }) => stateCode)).toEqual(['SI', 'KE', 'FJ']);
    expect(
      rejectedOf(decideCampaign({ type: 'LeaveOut', at, stateCode: 'XX', instrument: null, note: 'x' }, out)),
    ).toBe('NotInCampaign');
  });

  test('wait while the campaign is paused, and for nothing when there are no days between them', () => {
    const paused = after(started(), { type: 'PauseCampaign', at, reason: 'Elections' });
    expect(nextWave(paused, nobody, { campaignId, at })).toEqual({ kind: 'none' });
    const quick = waveOf(started({ wave: { size: 1, everyDays: 0, startsPerSecond: 20 } }), at).state;
    expect(nextWaveAt(quick)).toBeNull();
    expect(nextWave(quick, nobody, { campaignId, at }).kind).toBe('due');
  });
});

describe('the rounds of a campaign', () => {
  const first = () => waveOf(started(), at).state;

  test('are the letter, the delivery two weeks later, three reminders before the Treaty Event and the yearly review', () => {
    let state = holdDue(first(), '2026-02-02T06:00:00.000Z').state;
    expect(roundsUntil(state, {}, '2027-03-01').map(({ key, onDate }) => [onDate, key])).toEqual([
      ['2026-02-16', 'delivery:1'],
      ['2026-06-24', 'treaty-event:2026:90'],
      ['2026-08-08', 'treaty-event:2026:45'],
      ['2026-09-08', 'treaty-event:2026:14'],
      ['2027-02-02', 'yearly-review:1'],
    ]);
    state = holdDue(state, '2026-02-16T06:00:00.000Z').state;
    expect(roundsDue(state, {}, '2026-06-24T05:59:59.999Z').held).toEqual([]);
    expect(keysOf(roundsDue(state, {}, '2026-06-24T06:00:00.000Z').held)).toEqual(['treaty-event:2026:90']);
  });

  test('a known date of the Treaty Event beats the rule, and the campaign’s own word beats both', () => {
    const state = started();
    expect(treatyEventOn(2026, state, {})).toBe('2026-09-22');
    expect(treatyEventOn(2026, state, { 2026: '2026-09-21' })).toBe('2026-09-21');
    const dates = { ...state.dates, treatyEvents: { 2026: '2026-09-29' } };
    expect(treatyEventOn(2026, { dates }, { 2026: '2026-09-21' })).toBe('2026-09-29');
  });

  test('before 2000 there was no Treaty Event to be reminded of', () => {
    const from = '1994-09-01T06:00:00.000Z';
    const { wave, dates } = started();
    const old = { at: from, targetOn: '1995-12-31', wave, dates: { ...dates, letterOn: '1994-10-03' } };
    const { state } = waveOf(started(old), from);
    expect(keysOf(roundsUntil(state, {}, '1996-12-31'))).toEqual(['letter:1', 'yearly-review:1', 'yearly-review:2']);
  });

  test('after an outage each missed round is on record, and the newest stands for the older ones of its kind', () => {
    const { state, due } = holdDue(holdDue(first(), '2026-02-02T06:00:00.000Z').state, '2026-09-10T06:00:00.000Z');
    expect(keysOf(due.held)).toEqual(['delivery:1', 'treaty-event:2026:14']);
    expect(due.passedBy).toMatchObject([
      { key: 'treaty-event:2026:90', because: 'newer-round', by: 'treaty-event:2026:14' },
      { key: 'treaty-event:2026:45', because: 'newer-round', by: 'treaty-event:2026:14' },
    ]);
    expect(state.rounds).toHaveLength(5);
    expect(roundsDue(state, {}, '2026-09-10T06:00:00.000Z').held).toEqual([]);
  });

  test('nobody is reminded of a Treaty Event that is over', () => {
    const { due } = holdDue(first(), '2026-09-23T06:00:00.000Z');
    expect(due.passedBy.map(({ because }) => because)).toEqual(['date-past', 'date-past', 'date-past']);
  });

  test('the letter waits for the wave that is under way, and a later wave has a letter of its own', () => {
    const small = started({ wave: { size: 2, everyDays: 7, startsPerSecond: 20 } });
    const next = nextWave(small, nobody, { campaignId, at });
    const underWay = grown(small, next.kind === 'due' ? next.events : []);
    expect(roundsDue(underWay, {}, '2026-02-02T06:00:00.000Z').held).toEqual([]);
    let { state } = waveOf(small, at);
    state = holdDue(state, '2026-02-02T06:00:00.000Z').state;
    ({ state } = waveOf(state, '2026-02-03T09:00:00.000Z'));
    const { held } = roundsDue(state, {}, '2026-02-03T09:00:00.000Z');
    expect(held).toMatchObject([{ key: 'letter:2', onDate: '2026-02-03', waves: [2] }]);
  });

  test('a letter that was given out late is delivered two weeks after that', () => {
    const { state } = holdDue(first(), '2026-03-10T06:00:00.000Z');
    expect(roundsUntil(state, {}, '2026-04-01')).toMatchObject([{ key: 'delivery:1', onDate: '2026-03-24' }]);
  });

  test('pause holds them all, resuming finds them due, the end leaves none', () => {
    const paused = after(first(), { type: 'PauseCampaign', at, reason: 'Elections' });
    expect(roundsDue(paused, {}, '2026-02-02T06:00:00.000Z').held).toEqual([]);
    const resumed = after(paused, { type: 'ResumeCampaign', at: '2026-02-10T06:00:00.000Z' });
    expect(keysOf(roundsDue(resumed, {}, '2026-02-10T06:00:00.000Z').held)).toEqual(['letter:1']);
    const ended = after(resumed, { type: 'EndCampaign', at, reason: 'Universal' });
    expect(momentsAhead(ended, {}, { after: at, until: '2030-01-01' })).toEqual([]);
  });

  test('a date that was changed moves the round, until it was held', () => {
    const state = first();
    const { title, targetOn, wave, dates } = state;
    const change = {
      type: 'ChangeCampaign',
      at,
      title,
      targetOn,
      wave,
      dates: { ...dates, letterOn: '2026-03-02' },
    } as const;
    expect(roundsUntil(after(state, change), {}, '2026-03-10')).toMatchObject([
      { key: 'letter:1', onDate: '2026-03-02' },
    ]);
    const { state: held } = holdDue(state, '2026-02-02T06:00:00.000Z');
    expect(rejectedOf(decideCampaign(change, held))).toBe('LetterAlreadyHeld');
  });

  test('the day of the letter is looked at although no wave has begun', () => {
    expect(momentsAhead(started(), {}, { after: at, until: '2026-06-01' })).toEqual(['2026-02-02T06:00:00.000Z']);
  });
});
