import fc from 'fast-check';
import { describeFollowUpEvent } from '../../domain/timeline/describe-follow-up.ts';
import { deservesThanks, isRatification, isWholeDemand } from '../../domain/follow-up/deposits.ts';
import { noticesFor } from '../../domain/follow-up/notices.ts';
import { summaryOf } from '../../domain/follow-up/reading.ts';
import { noTerms } from '../../domain/follow-up/state.ts';
import { nextTimer } from '../../domain/follow-up/timers.ts';
import { readDemand } from '../../domain/proposals/propose.ts';
import {
  cedaw,
  givenRatification,
  opCedaw,
  recordDenunciation,
  recordDeposit,
  reportDue,
} from '../support/deposits.ts';
import { givenStarted, type FollowUp } from '../support/follow-up.ts';
import { happenings, live, playbookKey } from '../support/arbitraries.ts';

const at = '2026-07-01T09:00:00.000Z';
const later = '2027-07-01T09:00:00.000Z';
const both = { asks: ['CEDAW', 'OP-CEDAW'] };
const since = (followUp: FollowUp, act: () => void): readonly string[] => {
  const before = followUp.events.length;
  act();
  return followUp.typesSince(before);
};
const kindsTold = (followUp: FollowUp): readonly string[] =>
  followUp.events.flatMap((event) => noticesFor(event, followUp.state)).map(({ kind }) => kind);

describe('a deposit', () => {
  test('closes what asks for it and nothing else, by the word of the depositary, and opens the next files', () => {
    const followUp = givenRatification();
    const told = since(followUp, () => followUp.give({ ...recordDeposit(cedaw, { opens: [reportDue] }), at }));
    expect(told).toEqual([
      'DepositRecorded',
      'MilestoneCompleted',
      'ImplementationVerified',
      'FollowUpClosed',
      'NextStepsOpened',
    ]);
    expect(followUp.started).toMatchObject({
      status: 'closed',
      closure: { reason: 'implemented-and-verified', at },
      implementation: 'implemented',
      milestones: { deposit: '2026-05-04' },
    });
    expect(followUp.events.find(({ type }) => type === 'FollowUpClosed')).toMatchObject({
      evidence: { url: cedaw.url, description: expect.stringContaining('C.N.193.2026.TREATIES-IV.8') },
    });
    expect(nextTimer(followUp.state)).toBeUndefined();
    expect(kindsTold(followUp)).toEqual(expect.arrayContaining(['deposit-closed', 'next-steps-opened', 'closed']));
  });

  test('settles a claim that waited for verification, and a letter that waited for approval', () => {
    const claimed = givenRatification();
    claimed.give({
      type: 'ClaimImplementation',
      note: '',
      evidence: [{ url: 'https://x.example', description: '' }],
      at,
    });
    expect(since(claimed, () => claimed.give({ ...recordDeposit(cedaw), at }))).toContain('ImplementationVerified');
    expect(claimed.started.status).toBe('closed');

    const escalated = givenRatification().waitUntil('2027-12-31T00:00:00.000Z');
    expect(escalated.started.draft).not.toBeNull();
    const told = since(escalated, () => escalated.give({ ...recordDeposit(cedaw), at: '2027-12-31T00:00:00.000Z' }));
    expect(told[0]).toBe('EscalationWithdrawn');
    expect(escalated.events.find(({ type }) => type === 'EscalationWithdrawn')).toMatchObject({ because: 'deposited' });
    expect(escalated.started).toMatchObject({ draft: null, rung: 0, status: 'closed' });
  });

  test('closes what rests, too', () => {
    const followUp = givenRatification();
    followUp.give({ type: 'Pause', reason: 'Elections', until: later, at });
    followUp.give({ ...recordDeposit(cedaw), at });
    expect(followUp.started.status).toBe('closed');
    expect(nextTimer(followUp.state)).toBeUndefined();
  });

  test('of one of two treaties is a part: it answers the round, and nothing closes until both are there', () => {
    const followUp = givenRatification().waitUntil('2026-07-20T00:00:00.000Z');
    expect(followUp.started.round?.askedAt).not.toBeNull();
    const answeredAt = '2026-07-20T09:00:00.000Z';
    followUp.give({ ...recordDeposit(cedaw, { ...both, opens: [reportDue] }), at: answeredAt });
    expect(followUp.started).toMatchObject({
      status: 'open',
      implementation: 'partly-implemented',
      lastAnswerAt: answeredAt,
      milestones: {},
    });
    expect(followUp.events.find(({ type }) => type === 'DepositRecorded')).toMatchObject({ remaining: ['OP-CEDAW'] });
    expect(kindsTold(followUp)).toContain('deposit-recorded');
    expect(kindsTold(followUp)).not.toContain('next-steps-opened');
    followUp.give({ ...recordDeposit(opCedaw, both), at: later });
    expect(followUp.started).toMatchObject({ status: 'closed', milestones: { deposit: '2026-06-10' } });
    const { evidence } = followUp.events.find(({ type }) => type === 'FollowUpClosed') as any;
    expect(evidence.description).toMatch(/C\.N\.193.*C\.N\.210/);
  });

  test('of a treaty that is only named beside other demands is told and closes nothing', () => {
    const followUp = givenStarted({ playbook: { key: 'legislation', version: 1 } });
    const before = summaryOf(followUp.started);
    followUp.give({ ...recordDeposit(cedaw, { isWholeDemand: false, opens: [reportDue] }), at });
    expect(followUp.events.at(-1)?.type).toBe('DepositRecorded');
    expect(followUp.started).toMatchObject({ status: 'open', implementation: 'not-started', lastAnswerAt: null });
    expect(summaryOf(followUp.started)).toEqual(before);
    expect(kindsTold(followUp)).toContain('deposit-recorded');
  });

  test('that was told already changes nothing; a corrected date is put on record and thanks nobody twice', () => {
    const followUp = givenRatification();
    followUp.give({ ...recordDeposit(cedaw), at });
    const { state } = followUp;
    expect(followUp.give({ ...recordDeposit({ ...cedaw, asOf: 3 }), at: later })).toEqual({ events: [] });
    expect(followUp.state).toBe(state);
    followUp.give({ ...recordDeposit({ ...cedaw, on: '2026-05-05', asOf: 2 }, { opens: [reportDue] }), at: later });
    expect(followUp.events.at(-1)).toMatchObject({ type: 'DepositRecorded', isCorrection: true });
    expect(followUp.started.status).toBe('closed');
  });

  test('is refused where it is not asked for, where the parts are asked, and after another ending', () => {
    const other = givenRatification();
    expect(other.give({ ...recordDeposit(cedaw, { asks: ['CRC'] }), at })).toEqual({ rejected: 'NotAsked' });
    const parts = ['a', 'b'].map((id) => ({ ...reportDue, recommendationId: id }));
    other.give({ type: 'Split', parts, at });
    expect(other.give({ ...recordDeposit(cedaw), at })).toEqual({ rejected: 'IsSplit' });
    const lapsed = givenRatification();
    lapsed.give({ type: 'Close', reason: 'lapsed', note: 'x', evidence: null, at });
    expect(lapsed.give({ ...recordDeposit(cedaw), at })).toEqual({ rejected: 'NotOpen' });
  });

  test('tells in the timeline what is missing', () => {
    const followUp = givenRatification();
    followUp.give({ ...recordDeposit(cedaw, both), at });
    const event = followUp.events.find(({ type }) => type === 'DepositRecorded')!;
    expect(describeFollowUpEvent(event)).toBe('CEDAW: accession deposited on 2026-05-04; not deposited: OP-CEDAW');
  });
});

describe('a denunciation', () => {
  const closed = (): FollowUp => {
    const followUp = givenRatification();
    followUp.give({ ...recordDeposit(cedaw), at });
    return followUp;
  };

  test('opens again what the deposit had closed, with the reason, and plans anew', () => {
    const followUp = closed();
    const told = since(followUp, () => followUp.give({ ...recordDenunciation(), at: later }));
    expect(told).toEqual(['DenunciationRecorded', 'FollowUpReopened', 'RoundOpened']);
    expect(followUp.events.find(({ type }) => type === 'FollowUpReopened')).toMatchObject({
      reason: 'CEDAW was denounced, with effect from 2028-05-04',
    });
    expect(followUp.started).toMatchObject({
      status: 'open',
      closure: null,
      implementation: 'not-started',
      milestones: {},
      deposits: [],
    });
    expect(nextTimer(followUp.state)).toBeDefined();
    expect(kindsTold(followUp)).toContain('deposit-undone');
  });

  test('opens again what a person had verified, and not what ended otherwise', () => {
    const verified = givenRatification();
    const evidence = { url: 'https://treaties.un.org', description: '' };
    verified.give({
      type: 'CompleteMilestone',
      milestone: 'deposit',
      on: '2026-05-04',
      note: '',
      evidence: [evidence],
      at,
    });
    verified.give({ type: 'Verify', evidence, note: null, at });
    verified.give({ ...recordDenunciation(), at: later });
    expect(verified.started).toMatchObject({ status: 'open', milestones: {} });

    const refused = givenRatification();
    refused.give({ type: 'Close', reason: 'refused', note: 'x', evidence: null, at });
    expect(refused.give({ ...recordDenunciation(), at: later })).toEqual({ events: [] });
  });

  test('of what is open is only told', () => {
    const followUp = givenRatification();
    followUp.give({ ...recordDeposit(cedaw, both), at });
    const told = since(followUp, () => followUp.give({ ...recordDenunciation(), at: later }));
    expect(told).toEqual(['DenunciationRecorded']);
    expect(followUp.started).toMatchObject({ status: 'open', deposits: [], implementation: 'not-started' });
  });

  test('an entry made in error opens what it had closed, and nothing that a person had verified', () => {
    const followUp = closed();
    const mistake = { because: 'entered-in-error', effectiveOn: null } as const;
    followUp.give({ ...recordDenunciation(mistake), at: later });
    expect(followUp.started.status).toBe('open');
    expect(describeFollowUpEvent(followUp.events.find(({ type }) => type === 'DenunciationRecorded')!)).toBe(
      'CEDAW: the deposit was entered in error',
    );
    followUp.give({ ...recordDeposit({ ...cedaw, asOf: 3 }), at: later });
    expect(followUp.started.status).toBe('closed');
  });

  test('news that is older than what was heard changes nothing, in whatever order it comes', () => {
    const followUp = givenRatification();
    followUp.give({ ...recordDenunciation({ because: 'entered-in-error', effectiveOn: null }), at });
    expect(followUp.give({ ...recordDeposit(cedaw), at: later })).toEqual({ events: [] });
    expect(followUp.started.status).toBe('open');
    followUp.give({ ...recordDeposit({ ...cedaw, on: '2027-06-01', asOf: 3 }), at: later });
    expect(followUp.started.status).toBe('closed');
    expect(followUp.give({ ...recordDenunciation({ asOf: 2 }), at: later })).toEqual({ events: [] });
  });
});

describe('laws', () => {
  /** Any life in which nothing was said of treaties yet. */
  const given = (key: string, life: Parameters<typeof live>[1]) => {
    const isOfTreaties = (type?: string): boolean => type === 'RecordDeposit' || type === 'RecordDenunciation';
    return live(
      key,
      life.filter(({ command }) => !isOfTreaties(command?.type)),
    ).followUp;
  };
  const whole = fc.constantFrom(true, false);

  test('the order of two deposits leaves no trace in where a follow-up stands', () => {
    fc.assert(
      fc.property(playbookKey, happenings, whole, (key, life, isWholeDemand) => {
        const outcome = (order: readonly (typeof cedaw)[]) => {
          const followUp = given(key, life);
          for (const deposit of order)
            followUp.give({
              ...recordDeposit({ ...deposit, asOf: 9 }, { ...both, isWholeDemand }),
              at: '2040-01-01T00:00:00.000Z',
            });
          const { status, deposits, milestones, implementation, closure, draft, statusAsOf } = followUp.started;
          const end = followUp.events.findLast(({ type }) => type === 'FollowUpClosed');
          return { status, deposits, milestones, implementation, closure, draft, statusAsOf, end };
        };
        expect(outcome([cedaw, opCedaw])).toEqual(outcome([opCedaw, cedaw]));
      }),
      { numRuns: 300 },
    );
  });

  test('telling a deposit again changes nothing, and what it closed keeps no timer', () => {
    fc.assert(
      fc.property(playbookKey, happenings, whole, (key, life, isWholeDemand) => {
        const followUp = given(key, life);
        const command = { ...recordDeposit({ ...cedaw, asOf: 9 }, { isWholeDemand }), at: '2040-01-01T00:00:00.000Z' };
        const first = followUp.give(command);
        if ('rejected' in first) return;
        expect(followUp.give(command)).toEqual({ events: [] });
        if (followUp.started.status === 'closed') expect(nextTimer(followUp.state)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });
});

describe('what a deposit may close', () => {
  test.each([
    ['ratification', false, true, true],
    ['ratification-and-more', false, true, false],
    ['ratification-and-more', true, true, true],
    ['other', false, true, true],
    ['ratification', true, false, true],
    ['ratification', false, false, false],
    ['other', true, false, false],
    ['ratification-and-more', true, false, false],
  ] as const)('%s, stated %s, about ratification %s: %s', (reading, isStated, isAbout, expected) => {
    expect(isWholeDemand({ reading, isStated, isRatification: isAbout })).toBe(expected);
  });

  test('a playbook is about ratification by its key, or by the milestone that closes it', () => {
    expect(isRatification('ratify', noTerms)).toBe(true);
    expect(isRatification('appeal', noTerms)).toBe(true);
    expect(isRatification('our-ratification', { closing: ['deposit'] })).toBe(true);
    expect(isRatification('general', noTerms)).toBe(false);
  });

  test.each([
    ['Ratify CEDAW', 'ratification'],
    ['Ratify CEDAW and its Optional Protocol as soon as possible', 'ratification'],
    ['Accede to the Convention against Torture', 'ratification'],
    ['Ratify OPCAT and establish a national preventive mechanism', 'ratification-and-more'],
    ['Ratify the CRPD and adopt a law on accessibility', 'ratification-and-more'],
    ['Train judges in human rights', 'other'],
  ])('the text %j asks for %s', (text, expected) => {
    expect(readDemand(text)).toBe(expected);
  });

  test('thanks are for what is new: not for a deposit of long ago, nor for a year without its day', () => {
    const started = { startedAt: '2026-01-05T10:00:00.000Z' };
    expect(deservesThanks({ on: '2026-05-04', precision: 'day' }, started)).toBe(true);
    expect(deservesThanks({ on: '2025-12-01', precision: 'day' }, started)).toBe(true);
    expect(deservesThanks({ on: '1992-07-06', precision: 'day' }, started)).toBe(false);
    expect(deservesThanks({ on: '2026-12-31', precision: 'year' }, started)).toBe(false);
  });
});
