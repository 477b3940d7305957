import { standingOn } from '../../domain/treaty-status/standing.ts';
import { decideTreaty } from '../../domain/treaty-status/decide.ts';
import type { TreatyCommand, NewTreatyEntry } from '../../domain/treaty-status/commands.ts';
import { noTreatyStatus, type TreatyState } from '../../domain/treaty-status/state.ts';
import { describeTreatyEvent } from '../../domain/timeline/describe-treaty.ts';
import { command, correction, eventsOf, recorded, said } from '../support/treaties.ts';

const under = (instrument: string, participant = 'SI') => ({ participant, instrument });
const give = (entry: NewTreatyEntry | TreatyCommand, state: TreatyState = noTreatyStatus, of = under('CEDAW')) =>
  decideTreaty(of, 'at' in entry ? entry : command(entry), state);
const proof = { url: 'https://gazette.example/7', description: 'Official Gazette 7' };

describe('what happened to a treaty', () => {
  const life = [
    said('RecordSignature', '1990-01-10'),
    said('RecordDomesticAct', '1996-10-04', { evidence: [proof] }),
    said('RecordInstrumentDeposit', '1997-03-27', { notification: 'C.N.100.1997.TREATIES-2' }),
  ];

  test('the domestic act makes nobody a party, the deposit does, and entry into force comes later', () => {
    const state = recorded(life, under('CEDAW', 'CH'));
    expect(standingOn(state, '1990-01-09')).toMatchObject({ isSignatory: false, isParty: false });
    expect(standingOn(state, '1990-01-10')).toMatchObject({ isSignatory: true, signedOn: '1990-01-10' });
    expect(standingOn(state, '1997-03-26')).toMatchObject({ domesticActOn: '1996-10-04', isParty: false });
    expect(standingOn(state, '1997-03-27')).toMatchObject({ isParty: true, isInForce: false, how: 'ratification' });
    expect(standingOn(state, '1997-04-25').isInForce).toBe(false);
    expect(standingOn(state, '1997-04-26')).toMatchObject({ isInForce: true, inForceOn: '1997-04-26' });
  });

  test('said again it changes nothing', () => {
    const state = recorded(life);
    for (const entry of life) expect(give(entry, state)).toEqual({ events: [], warnings: [] });
  });

  test('a successor is bound from the day that it names, and is a party from its notification', () => {
    const how = 'succession';
    const unsaid = recorded([said('RecordInstrumentDeposit', '1992-07-06', { how })]);
    expect(standingOn(unsaid, '1992-07-06')).toMatchObject({ isParty: true, isInForce: true, inForceOn: '1992-07-06' });
    const named = recorded([said('RecordInstrumentDeposit', '1992-07-06', { how, inForceOn: '1991-06-25' })]);
    expect(standingOn(named, '1992-07-05')).toMatchObject({ isParty: false, isInForce: false });
    expect(standingOn(named, '1992-07-06')).toMatchObject({ isParty: true, inForceOn: '1991-06-25' });
  });

  test('an accession after a signature, and a ratification without one, are unusual and on record', () => {
    const signed = recorded([said('RecordSignature', '1990-01-10')]);
    const accession = said('RecordInstrumentDeposit', '1997-03-27', { how: 'accession' });
    expect(give(accession, signed)).toMatchObject({ warnings: ['AccessionAfterSignature'], events: [{ entry: 2 }] });
    expect(give(life[2] as NewTreatyEntry)).toMatchObject({ warnings: ['RatificationWithoutSignature'] });
    expect(give(life[2] as NewTreatyEntry, signed)).toMatchObject({ warnings: [] });
  });
});

describe('a date of which only the year is known', () => {
  const year = said('RecordInstrumentDeposit', '1994');

  test('counts from the last day of its year', () => {
    const state = recorded([year]);
    expect(standingOn(state, '1994-12-30').isParty).toBe(false);
    expect(standingOn(state, '1994-12-31')).toMatchObject({
      isParty: true,
      depositedOn: '1994-12-31',
      precision: 'year',
    });
  });

  test('is refined by a day of that year, as an event of its own, and not the other way round', () => {
    const day = said('RecordInstrumentDeposit', '1994-05-11');
    const refined = give(day, recorded([year]));
    expect(refined).toMatchObject({
      events: [
        { type: 'TreatyEntryCorrected', entry: 1, cause: 'refined', what: { on: '1994-05-11', precision: 'day' } },
      ],
    });
    const state = recorded([year, day]);
    expect(standingOn(state, '1994-05-11')).toMatchObject({ isParty: true, inForceOn: '1994-06-10' });
    expect(give(year, state)).toEqual({ events: [], warnings: [] });
    expect(give(said('RecordInstrumentDeposit', '1995'), state)).toEqual({ rejected: 'AlreadyParty' });
  });

  test('may be the present one, and not the next', () => {
    expect(give(said('RecordSignature', '2026'))).toHaveProperty('events.length', 1);
    expect(give(said('RecordSignature', '2027'))).toEqual({ rejected: 'DateInTheFuture' });
  });

  test('is not held against a day of the same year', () => {
    const state = recorded([said('RecordSignature', '1994'), said('RecordInstrumentDeposit', '1994-05-11')]);
    expect(standingOn(state, '1994-05-11').isParty).toBe(true);
  });
});

describe('dates that a treaty rules out are refused', () => {
  test.each([
    ['BeforeAdoption', said('RecordSignature', '1979-12-17')],
    ['BeforeAdoption', said('RecordInstrumentDeposit', '1978')],
    ['BeforeAdoption', said('RecordDomesticAct', '1979-12-17')],
    ['DateInTheFuture', said('RecordInstrumentDeposit', '2026-03-03')],
    ['InForceTooEarly', said('RecordInstrumentDeposit', '1981-01-01', { inForceOn: '1981-09-02' })],
    ['InForceTooEarly', said('RecordInstrumentDeposit', '1990-01-01', { inForceOn: '1989-12-31' })],
    ['NotParty', said('DenounceTreaty', '2000-01-01')],
    ['UnknownStatement', said('WithdrawStatement', '2000-01-01')],
    ['UnknownStatement', said('RecordObjection', '2000-01-01')],
    ['UnknownObjector', said('RecordObjection', '2000-01-01', { by: 'XX' })],
    ['ObjectsToItself', said('RecordObjection', '2000-01-01', { by: 'SI' })],
    ['EmptyTitle', said('RecordDomesticAct', '2000-01-01', { title: ' ' })],
    ['EmptyText', said('RecordReservation', '2000-01-01', { text: '' })],
  ] as const)('%s: %j', (rejected, entry) => {
    const of = rejected === 'NotParty' ? under('CAT') : under('CEDAW');
    expect(give(entry, noTreatyStatus, of)).toEqual({ rejected });
  });

  test('the day of the adoption is the first that there can be', () => {
    expect(give(said('RecordSignature', '1979-12-18'))).toHaveProperty('events.length', 1);
  });

  test('a day is not in the future while it is today somewhere on Earth', () => {
    const entry = said('RecordSignature', '2026-03-03');
    expect(give(command(entry, '2026-03-02T10:00:00.000Z'))).toHaveProperty('events');
    expect(give(command(entry, '2026-03-02T09:59:59.999Z'))).toEqual({ rejected: 'DateInTheFuture' });
  });

  test('only States join what is open to States alone', () => {
    const entry = said('RecordInstrumentDeposit', '2010-12-23', { how: 'formal-confirmation' });
    expect(give(entry, noTreatyStatus, under('CRPD', 'EU'))).toHaveProperty('events.length', 1);
    expect(give(entry, noTreatyStatus, under('CEDAW', 'EU'))).toEqual({ rejected: 'MayNotJoin' });
    expect(give(entry, noTreatyStatus, under('CEDAW', 'CK'))).toHaveProperty('events.length', 1);
  });

  test.each([
    ['UnknownInstrument', under('ROME-STATUTE')],
    ['UnknownParticipant', under('CEDAW', 'YU')],
  ] as const)('%s', (rejected, of) => {
    expect(give(said('RecordSignature', '1990-01-01'), noTreatyStatus, of)).toEqual({ rejected });
  });
});

describe('what contradicts the record is refused', () => {
  const party = recorded([said('RecordSignature', '1990-01-10'), said('RecordInstrumentDeposit', '1997-03-27')]);
  test.each([
    ['AlreadyParty', said('RecordInstrumentDeposit', '1998-01-01')],
    ['AlreadyParty', said('RecordInstrumentDeposit', '1997-03-27', { how: 'accession' })],
    ['AlreadyParty', said('RecordInstrumentDeposit', '1995-01-01')],
    ['AlreadySigned', said('RecordSignature', '1991-01-01')],
    ['ContradictsEntry', said('RecordInstrumentDeposit', '1997-03-27', { inForceOn: '1997-06-01' })],
  ] as const)('%s: %j', (rejected, entry) => {
    expect(give(entry, party)).toEqual({ rejected });
  });

  test('nobody signs what it is a party to', () => {
    const acceded = recorded([said('RecordInstrumentDeposit', '1997-03-27', { how: 'accession' })]);
    expect(give(said('RecordSignature', '1997-03-28'), acceded)).toEqual({ rejected: 'SignedAfterDeposit' });
    expect(give(said('RecordSignature', '1997-03-27'), acceded)).toHaveProperty('events.length', 1);
  });

  test('a proof that comes later completes the entry, and a second reference contradicts it', () => {
    const add = said('RecordInstrumentDeposit', '1997-03-27', { evidence: [proof], notification: 'C.N.1' });
    expect(give(add, party)).toMatchObject({
      events: [{ cause: 'refined', entry: 2, what: { evidence: [proof], notification: 'C.N.1', on: '1997-03-27' } }],
    });
    const proven = recorded([said('RecordSignature', '1990-01-10'), add]);
    expect(give(add, proven)).toEqual({ events: [], warnings: [] });
    expect(give({ ...add, notification: 'C.N.2' }, proven)).toEqual({ rejected: 'ContradictsEntry' });
  });
});

describe('denunciation', () => {
  const of = under('OP-ICCPR-1', 'TT');
  const [joined, left] = [
    said('RecordInstrumentDeposit', '1980-11-14', { how: 'accession' }),
    said('DenounceTreaty', '1998-05-26'),
  ];
  const again = said('RecordInstrumentDeposit', '1998-05-26', { how: 'accession' });

  test('a party stays one until it takes effect by the rule of the treaty', () => {
    const state = recorded([joined, left], of);
    const effect = { denouncedOn: '1998-05-26', denunciationEffectiveOn: '1998-08-26' };
    expect(standingOn(state, '1998-05-25')).toMatchObject({ isParty: true, denouncedOn: null });
    expect(standingOn(state, '1998-08-25')).toMatchObject({ isParty: true, isInForce: true, ...effect });
    expect(standingOn(state, '1998-08-26')).toMatchObject({ isParty: false, isInForce: false, ...effect });
  });

  test('Trinidad and Tobago joined again on the day of its notice, and left for good two years later', () => {
    const state = recorded([joined, left, again, said('DenounceTreaty', '2000-03-27')], of);
    expect(standingOn(state, '1998-08-25')).toMatchObject({ isParty: true, depositedOn: '1980-11-14' });
    expect(standingOn(state, '1998-08-26')).toMatchObject({
      isParty: true,
      isInForce: true,
      depositedOn: '1998-05-26',
    });
    expect(standingOn(state, '2000-06-26').isParty).toBe(true);
    expect(standingOn(state, '2000-06-27')).toMatchObject({ isParty: false, denunciationEffectiveOn: '2000-06-27' });
  });

  test('once is enough, and what has ended can be joined again', () => {
    const state = recorded([joined, left], of);
    expect(give(said('DenounceTreaty', '1999-01-01'), state, of)).toEqual({ rejected: 'NotParty' });
    expect(give(said('RecordInstrumentDeposit', '1998-05-25'), state, of)).toEqual({ rejected: 'AlreadyParty' });
    expect(give(said('RecordInstrumentDeposit', '2005-01-01'), state, of)).toHaveProperty('events.length', 1);
  });

  test('a later day may be named, an earlier one not', () => {
    const party = recorded([joined], of);
    const naming = (effectiveOn: string) => give({ ...left, effectiveOn }, party, of);
    expect(naming('1998-08-25')).toEqual({ rejected: 'EffectTooEarly' });
    expect(naming('1999-01-01')).toMatchObject({ events: [{ effectiveOn: '1999-01-01' }] });
  });

  test.each(['ICCPR', 'ICESCR', 'CEDAW', 'OP-ICCPR-2', 'CPED'])('%s knows none', (instrument) => {
    const party = recorded([said('RecordInstrumentDeposit', '2012-01-01')], under(instrument));
    expect(give(said('DenounceTreaty', '2020-01-01'), party, under(instrument))).toEqual({
      rejected: 'DenunciationNotPossible',
    });
  });

  test('the Convention on migrant workers binds for five years at least', () => {
    const party = recorded([said('RecordInstrumentDeposit', '2004-09-27')], under('ICMW', 'TR'));
    const denounce = (on: string) => give(said('DenounceTreaty', on), party, under('ICMW', 'TR'));
    expect(denounce('2009-12-31')).toEqual({ rejected: 'DenouncedTooEarly' });
    expect(denounce('2010-01-01')).toMatchObject({ events: [{ effectiveOn: '2011-02-01' }] });
  });

  test('can be taken back until it takes effect, and is then as if it had never been', () => {
    const state = recorded([joined, left], of);
    expect(give(said('WithdrawStatement', '1998-08-26', { of: 2 }), state, of)).toEqual({
      rejected: 'WithdrawnAfterEffect',
    });
    const stayed = recorded([joined, left, said('WithdrawStatement', '1998-08-25', { of: 2 })], of);
    expect(standingOn(stayed, '2020-01-01')).toMatchObject({ isParty: true, denouncedOn: null });
    expect(give(again, stayed, of)).toEqual({ rejected: 'AlreadyParty' });
    expect(give(said('DenounceTreaty', '2000-03-27'), stayed, of)).toHaveProperty('events.length', 1);
  });
});

describe('statements', () => {
  const reserved = [said('RecordInstrumentDeposit', '1997-03-27'), said('RecordReservation', '1997-03-27')];
  const state = recorded(reserved);

  test('others object to them, and to nothing else', () => {
    const object = (over: object) => give(said('RecordObjection', '1998-01-01', { to: 2, ...over }), state);
    expect(object({})).toMatchObject({ events: [{ type: 'ObjectionMade', by: 'SE', to: 2, entry: 3 }] });
    expect(object({ to: 1 })).toEqual({ rejected: 'UnknownStatement' });
    expect(give(said('RecordObjection', '1997-03-26', { to: 2 }), state)).toEqual({ rejected: 'BeforeStatement' });
  });

  test('a withdrawal in part leaves the rest standing, one of the whole is the last', () => {
    const partly = said('WithdrawStatement', '2000-01-01', { of: 2, isPartial: true });
    const wholly = said('WithdrawStatement', '2001-01-01', { of: 2 });
    const withdrawn = recorded([...reserved, partly, wholly]);
    expect(withdrawn.entries).toHaveLength(4);
    const more = said('WithdrawStatement', '2002-01-01', { of: 2 });
    expect(give(more, withdrawn)).toEqual({ rejected: 'StatementAlreadyWithdrawn' });
    expect(give(said('WithdrawStatement', '1997-03-26', { of: 2 }), state)).toEqual({ rejected: 'BeforeStatement' });
    expect(give(said('WithdrawStatement', '2000-01-01', { of: 1 }), state)).toEqual({ rejected: 'UnknownStatement' });
  });
});

describe('an error is corrected by an event of its own', () => {
  const deposit = said('RecordInstrumentDeposit', '1997-03-27');
  const state = recorded([deposit]);

  test('the entry reads as it should, and the one in error stays in the log', () => {
    const to = said('RecordInstrumentDeposit', '1997-03-28', { how: 'accession' });
    const events = eventsOf([deposit, correction(1, to)]);
    expect(events).toMatchObject([
      { type: 'InstrumentDeposited', on: '1997-03-27' },
      { type: 'TreatyEntryCorrected', cause: 'error', what: { on: '1997-03-28', inForceOn: '1997-04-27' } },
    ]);
    const corrected = recorded([deposit, correction(1, to)]);
    expect(standingOn(corrected, '1997-03-27').isParty).toBe(false);
    expect(standingOn(corrected, '1997-03-28')).toMatchObject({ isParty: true, how: 'accession' });
  });

  test('what was struck out counts no more, and can be recorded anew or restored', () => {
    const struck = recorded([deposit, correction(1, null)]);
    expect(standingOn(struck, '2020-01-01').isParty).toBe(false);
    expect(struck.entries[0]?.struckOut?.because).toBe('Another State was meant');
    expect(give(correction(1, null), struck)).toEqual({ events: [], warnings: [] });
    expect(give(deposit, struck)).toMatchObject({ events: [{ entry: 2 }] });
    expect(standingOn(recorded([deposit, correction(1, null), correction(1, deposit)]), '1997-03-27').isParty).toBe(
      true,
    );
  });

  test('nothing may hang in the air afterwards', () => {
    const full = recorded([
      deposit,
      said('RecordReservation', '1997-03-27'),
      said('RecordObjection', '1998-01-01', { to: 2 }),
    ]);
    expect(give(correction(2, null), full)).toEqual({ rejected: 'UnknownStatement' });
    const denounced = recorded([deposit, said('DenounceTreaty', '2000-01-01')], under('CAT'));
    expect(give(correction(1, null), denounced, under('CAT'))).toEqual({ rejected: 'NotParty' });
  });

  test.each([
    ['UnknownEntry', correction(9, null)],
    ['EmptyReason', correction(1, null, ' ')],
    ['CorrectsAnotherKind', correction(1, said('RecordSignature', '1990-01-01'))],
    ['BeforeAdoption', correction(1, said('RecordInstrumentDeposit', '1970-01-01'))],
  ] as const)('%s', (rejected, wish) => {
    expect(give(wish, state)).toEqual({ rejected });
  });
});

test('timelines tell facts, and none of the words of a statement', () => {
  const events = eventsOf([
    said('RecordInstrumentDeposit', '1994', { how: 'accession' }),
    said('RecordReservation', '1994-12-31', { text: 'In the words of the minister' }),
    said('RecordObjection', '1995-01-02', { to: 2, text: 'Sweden is of the view' }),
    correction(3, null, 'The clerk misread it'),
  ]);
  const lines = events.map((event) => describeTreatyEvent(event, 'CEDAW'));
  const treaty = 'Convention on the Elimination of All Forms of Discrimination against Women';
  expect(lines).toEqual([
    `${treaty}: accession deposited in 1994, in force for the State from 1995-01-30`,
    `${treaty}: reservation made on 1994-12-31`,
    `${treaty}: objection by Sweden on 1995-01-02, to entry 2`,
    `${treaty}: entry 3 struck out as made in error`,
  ]);
});
