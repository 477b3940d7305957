import fc from 'fast-check';
import { chainOf, findSimilar, sayChain, type Asked } from '../../domain/repeats/chain.ts';
import { compareTexts, likenessOf } from '../../domain/repeats/compare.ts';
import { searchTextOf } from '../../domain/repeats/search-text.ts';
import { sharedTrigrams, trigramsOf } from '../../domain/repeats/trigrams.ts';
import { suggestClusters } from '../../domain/repeats/suggest-clusters.ts';

describe('how alike two recommendations are', () => {
  test.each([
    ['Ratify the Convention against Torture', 'Consider acceding to CAT as soon as possible'],
    ['Ratify OPCAT', 'Complete the ratification of the Optional Protocol to the Convention against Torture (Denmark);'],
    [
      'Establish a national human rights institution in accordance with the Paris Principles',
      'Accelerate efforts to create an independent NHRI in full compliance with the Paris Principles',
    ],
    [
      'Prohibit corporal punishment of children at home',
      'Explicitly prohibit the corporal punishment of children in the home',
    ],
    ['Ratifier le Statut de Rome', 'Ratify the Rome Statute'],
  ])('the same is asked: %s / %s', (a, b) => {
    expect(likenessOf(compareTexts(a, b))).toBe('same');
  });

  test.each([
    [
      'Ratify the Optional Protocol to the Convention on the Rights of Persons with Disabilities',
      'Ratify the Optional Protocol to the Convention on the Rights of the Child on a communications procedure',
    ],
    [
      'Ratify the Convention on the Rights of the Child',
      'Ratify the Convention on the Rights of Persons with Disabilities',
    ],
    ['Strengthen the protection of women against violence', 'Strengthen the protection of refugees against detention'],
    ['Continue its efforts to promote human rights', 'Continue its efforts to reform the prisons'],
  ])('something else is asked, however alike the words: %s / %s', (a, b) => {
    expect(likenessOf(compareTexts(a, b))).not.toBe('same');
  });

  test('a score is between 0 and 1, the same both ways, and 1 for a text with itself', () => {
    const words = ['ratify', 'the', 'Convention against Torture', 'women', 'prisons', '(France)', 'law', 'CEDAW', 'é'];
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...words)).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(text, text, (a, b) => {
        const score = compareTexts(a, b);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(compareTexts(b, a)).toBe(score);
        expect([0, 1]).toContain(compareTexts(a, a)); // 0 when it says nothing that could be compared.
      }),
    );
  });

  test('trigrams are counted as Postgres counts them', () => {
    expect(sharedTrigrams(trigramsOf('word'), trigramsOf('two words'))).toBeCloseTo(4 / 11, 6); // The example of its manual.
  });
});

const asked = (over: Partial<Asked>): Asked => ({
  id: 'rec_1',
  text: 'Ratify the Convention against Torture',
  sourceId: 'src_2014',
  askedOn: '2014-05-01',
  position: 'noted',
  status: 'open',
  ...over,
});
const looked = { text: 'Ratify CAT', sourceId: 'src_2024', askedOn: '2024-05-01' };
const second = asked({ id: 'rec_2', sourceId: 'src_2019', askedOn: '2019-11-04' });

describe('what a person is told', () => {
  test('asked twice, noted both times', () => {
    expect(sayChain(findSimilar(looked, [second, asked({})]))).toBe('Asked in 2014 and 2019, noted both times.');
  });
  test.each([
    [[asked({})], 'Asked in 2014, noted.'],
    [
      [asked({}), { ...second, position: 'supported' as const }],
      'Asked in 2014 and 2019, first noted, then supported.',
    ],
    [
      [asked({}), second, asked({ id: 'rec_3', sourceId: 'src_2021', askedOn: '2021-01-01', position: 'supported' })],
      'Asked in 2014, 2019 and 2021, noted twice and supported once.',
    ],
    [
      [asked({}), second, asked({ id: 'rec_3', sourceId: 'src_2021', askedOn: '2021-01-01' })],
      'Asked in 2014, 2019 and 2021, noted each time.',
    ],
    [[asked({}), asked({ id: 'rec_4', sourceId: 'src_b' })], 'Asked 2 times, in 2014, noted both times.'],
    [[asked({ askedOn: null })], 'Asked before, noted.'],
    [[asked({ sourceId: 'src_2024', askedOn: '2024-05-01' })], 'Not asked before; 1 alike one in the same source.'],
    [[], 'Nothing like it was asked before.'],
  ])('%#', (candidates, sentence) => {
    expect(sayChain(findSimilar(looked, candidates))).toBe(sentence);
  });

  test('one review that asks it five times asks it once; what came later is no earlier one', () => {
    const five = [1, 2, 3, 4, 5].map((n) => asked({ id: `rec_${n}` }));
    const later = asked({ id: 'rec_9', sourceId: 'src_2029', askedOn: '2029-05-01' });
    const found = findSimilar(looked, [...five, later]);
    expect(found).toHaveLength(5);
    expect(chainOf(found)).toHaveLength(1);
  });

  test('superseding is offered for what runs, asks the same and comes from another source', () => {
    const closed = asked({ id: 'rec_3', status: 'closed' });
    const waiting = asked({ id: 'rec_4', status: 'not-started' });
    const beside = asked({ id: 'rec_5', sourceId: 'src_2024' });
    const found = findSimilar(looked, [second, closed, waiting, beside]);
    expect(found.filter(({ offersSuperseding }) => offersSuperseding).map(({ id }) => id)).toEqual(['rec_2']);
  });
});

test('an acronym is searched by its full name too', () => {
  expect(searchTextOf('Ratify OPCAT (France);')).toBe(
    'Ratify OPCAT; OPCAT Optional Protocol to the Convention against Torture',
  );
});

describe('clusters are suggested', () => {
  const one = (id: string, text: string, themes: readonly string[] = []) => ({ id, text, themes });
  test('from what asks the same, and from what is related under a common theme', () => {
    const suggestions = suggestClusters([
      one('a', 'Ratify the Convention against Torture', ['Treaties']),
      one('b', 'Consider ratifying CAT', ['Torture']),
      one('c', 'Combat hate speech against Roma online', ['Racism']),
      one('d', 'Combat hate speech, in particular against Roma in the media and in politics', ['Racism']),
      one('e', 'Reform the electoral system', ['Elections']),
    ]);
    expect(suggestions.map(({ recommendationIds }) => [...recommendationIds].sort())).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(suggestions[1]).toMatchObject({ themes: ['Racism'], title: 'Combat hate speech against Roma online' });
  });

  test('each recommendation once, and never more than a reader can answer', () => {
    const many = Array.from({ length: 40 }, (_, n) => one(`r${n}`, 'Ratify the Convention against Torture'));
    const ids = suggestClusters(many).flatMap(({ recommendationIds }) => recommendationIds);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Math.max(...suggestClusters(many).map(({ recommendationIds }) => recommendationIds.length))).toBe(12);
  });
});
