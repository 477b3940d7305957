import {
  denunciationTakesEffectOn,
  entersIntoForceOn,
  firstReportDueOn,
  instrumentByKey,
  instrumentFacts,
} from '../../domain/reference/instruments/instruments.ts';
import { readInstrumentKey } from '../../domain/reference/instruments/read-instrument-key.ts';
import { findInstruments } from '../../domain/proposals/find-instruments.ts';
import { plainText } from '../../domain/text.ts';

const factsOf = (key: string) => {
  const facts = instrumentByKey(key);
  if (facts === undefined) throw new Error(key);
  return facts;
};

describe('the table of instruments', () => {
  test('has nine core treaties, their nine protocols, and four on refugees and stateless persons', () => {
    const count = (kind: string) => instrumentFacts.filter((each) => each.kind === kind).length;
    expect([count('core'), count('optional-protocol'), count('refugees'), count('statelessness')]).toEqual([
      9, 9, 2, 2,
    ]);
    expect(new Set(instrumentFacts.flatMap(({ key, untc }) => [key, untc])).size).toBe(44);
  });

  test('names each in six languages, in their own scripts, no two alike', () => {
    const scripts = { ru: /\p{Script=Cyrillic}/u, zh: /\p{Script=Han}/u, ar: /\p{Script=Arabic}/u } as const;
    for (const language of ['en', 'fr', 'es', 'ru', 'zh', 'ar'] as const)
      expect(new Set(instrumentFacts.map(({ names }) => names[language])).size).toBe(22);
    for (const { names } of instrumentFacts)
      for (const [language, script] of Object.entries(scripts)) expect(names[language as 'ru']).toMatch(script);
  });

  test('was adopted before it came into force, cites a text, and belongs to a treaty that is there', () => {
    for (const facts of instrumentFacts) {
      expect(facts.adoptedOn < facts.inForceOn).toBe(true);
      expect(facts.sources.some((source) => / UNTS \d/.test(source))).toBe(true);
      expect(facts.entryIntoForce.article).toMatch(/^article \w+\(2\)$/);
      if (facts.protocolTo !== null) expect(instrumentByKey(facts.protocolTo)).toBeDefined();
    }
  });

  test('has the keys under which texts of recommendations are read', () => {
    for (const { key, names } of instrumentFacts)
      expect([names.en, findInstruments(plainText(names.en))]).toEqual([names.en, [key]]);
  });
});

/** Dates that the depositary or OHCHR published for States that really deposited. */
describe('a treaty enters into force for a State by its own rule', () => {
  test.each([
    ['CEDAW', 'Switzerland, ratification', '1997-03-27', '1997-04-26'],
    ['CRC', 'South Sudan, accession', '2015-01-23', '2015-02-22'],
    ['CRC', 'Somalia, ratification', '2015-10-01', '2015-10-31'],
    ['ICCPR', 'United States, ratification', '1992-06-08', '1992-09-08'],
    ['ICESCR', 'China, ratification', '2001-03-27', '2001-06-27'],
    ['ICMW', 'Turkey, ratification', '2004-09-27', '2005-01-01'],
    ['ICERD', 'United States, ratification', '1994-10-21', '1994-11-20'],
    ['CAT', 'United States, ratification', '1994-10-21', '1994-11-20'],
    ['CRPD', 'European Union, formal confirmation', '2010-12-23', '2011-01-22'],
    ['OP-CRC-AC', 'United States, ratification', '2002-12-23', '2003-01-23'],
    ['OP-CEDAW', 'Slovenia, ratification', '2004-09-23', '2004-12-23'],
    ['OPCAT', 'Germany, ratification', '2008-12-04', '2009-01-03'],
    ['CPED', 'Germany, ratification before the treaty was in force', '2009-09-24', '2010-12-23'],
    ['REFUGEES-1951', 'Kazakhstan, accession', '1999-01-15', '1999-04-15'],
    ['REFUGEES-1967', 'United States, accession', '1968-11-01', '1968-11-01'],
  ])('%s: %s on %s is in force from %s', (key, _, depositedOn, inForceOn) => {
    expect(entersIntoForceOn(factsOf(key), depositedOn)).toBe(inForceOn);
  });

  test('the day of the deposit is not counted, over the end of a leap February', () => {
    expect(entersIntoForceOn(factsOf('CRC'), '2024-02-01')).toBe('2024-03-02');
    expect(entersIntoForceOn(factsOf('CRC'), '2023-02-01')).toBe('2023-03-03');
    expect(entersIntoForceOn(factsOf('ICCPR'), '2023-11-30')).toBe('2024-02-29');
  });

  test('what falls due on the first of a month waits for the next one', () => {
    expect(entersIntoForceOn(factsOf('ICMW'), '2010-01-01')).toBe('2010-05-01');
    expect(entersIntoForceOn(factsOf('ICMW'), '2010-01-31')).toBe('2010-05-01');
  });

  test('who deposited before the treaty was in force is bound with the treaty', () => {
    for (const facts of instrumentFacts) expect(entersIntoForceOn(facts, facts.adoptedOn)).toBe(facts.inForceOn);
    // Between the twentieth deposit and the first day of the treaty, the thirty days of a State may end later.
    expect(entersIntoForceOn(factsOf('CEDAW'), '1981-08-20')).toBe('1981-09-19');
  });
});

test('a first report is due so long after entry into force for the State, and to some nobody reports', () => {
  expect(firstReportDueOn(factsOf('CEDAW'), '1997-04-26')).toBe('1998-04-26');
  expect(firstReportDueOn(factsOf('CRC'), '2015-02-22')).toBe('2017-02-22');
  expect(firstReportDueOn(factsOf('CPED'), '2024-02-29')).toBe('2026-02-28');
  expect(firstReportDueOn(factsOf('STATELESS-1961'), '2000-01-01')).toBeNull();
});

test('what the text leaves to a committee is said to come from practice', () => {
  const practised = instrumentFacts.filter(({ reports }) => reports?.practice != null).map(({ key }) => key);
  expect(practised).toEqual(['ICCPR', 'ICESCR']);
});

test('a denunciation takes effect by the rule, or is not possible at all', () => {
  // Jamaica gave notice on 23 October 1997, and was bound until 23 January 1998.
  expect(denunciationTakesEffectOn(factsOf('OP-ICCPR-1'), '1997-10-23')).toBe('1998-01-23');
  expect(denunciationTakesEffectOn(factsOf('ICMW'), '2020-03-15')).toBe('2021-04-01');
  const lasting = instrumentFacts.filter((facts) => denunciationTakesEffectOn(facts, '2020-01-01') === null);
  expect(lasting.map(({ key }) => key)).toEqual(['ICCPR', 'ICESCR', 'CEDAW', 'CPED', 'OP-ICCPR-2']);
});

describe('tables name treaties in many ways', () => {
  test.each([
    ['CEDAW', 'CEDAW'],
    ['CCPR', 'ICCPR'],
    ['ICCPR-OP1', 'OP-ICCPR-1'],
    ['ICCPR-OP2', 'OP-ICCPR-2'],
    ['CCPR-OP2-DP', 'OP-ICCPR-2'],
    ['OP-CAT', 'OPCAT'],
    ['IV-8', 'CEDAW'],
    ['4-8', 'CEDAW'],
    ['4-8-b', 'OP-CEDAW'],
    ['IV.11.d', 'OP-CRC-IC'],
    ['V-2', 'REFUGEES-1951'],
    ['5-4', 'STATELESS-1961'],
    ['icrmw', 'ICMW'],
    ['Convention on the rights of the child', 'CRC'],
    ["Convention relative aux droits de l'enfant", 'CRC'],
    ['儿童权利公约', 'CRC'],
    ['اتفاقية حقوق الطفل', 'CRC'],
    ['Конвенция о статусе апатридов', 'STATELESS-1954'],
    ['Convention against Torture', 'CAT'],
  ])('%s is %s', (text, key) => {
    expect(readInstrumentKey(text)).toBe(key);
  });

  test.each(['', 'IV-99', '8', 'Rome Statute', 'Convention'])('%j is none of them', (text) => {
    expect(readInstrumentKey(text)).toBeUndefined();
  });

  test('every title in every language leads back to its treaty', () => {
    for (const { key, names, shortName } of instrumentFacts)
      for (const name of [...Object.values(names), shortName, key]) expect(readInstrumentKey(name)).toBe(key);
  });
});
