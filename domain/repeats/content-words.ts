import { readInstruments } from '../proposals/find-instruments.ts';
import { plainText, withoutRecommendingStates } from '../text.ts';
import { trigramsOf, type Trigrams } from './trigrams.ts';

/** What a recommendation is about, as words that can be compared. */
export type Content = {
  /** Stems, each with how much it tells: a treaty much, a word that stands in every recommendation little. */
  readonly weights: ReadonlyMap<string, number>;
  readonly instruments: readonly string[];
  /** The stems in the order of the text. */
  readonly line: string;
  /** For comparing letter by letter. */
  readonly trigrams: Trigrams;
};

/** Words of grammar and of diplomacy: they say how a State is asked, not what. English, French, Spanish. */
const empty = new Set(
  `a about above according accordance account achieve action actions additional adequate adopt adopted adopting adoption
  address all also an and any appropriate are as aimed at be been being between both by can carry consider considering
  consideration continue continued continuing concrete country create date develop development do due during early effective effectively effort
  efforts enhance ensure ensuring especially establish establishing establishment every existing far finalize finalise finalization for from full fully further
  furthermore general give given government guarantee has have implement implementation implementing implemented important improve in
  include including increase inter alia intensify into is it its line make making matter maintain may measures more most necessary
  needed new no not of on one ones or order other our out over own particular particularly place possibility possible
  process progress promote promoting promotion provide purpose pursue put raise recommendation recommendations recommended regard
  relevant respect same set should so soon speed state states steps step strengthen strengthening such support take taken taking that
  the their them these this those through to together toward towards under undertake up upon view way well which while with
  within without work yet forms conformity compliance delay undue promptly quickly swiftly timely expeditious expedite
  accelerate speed move explore examine procedure aimed aiming shall must also earliest
  le la les des du de un une et en pour par sur aux au dans que qui afin ses son leur mesures prendre
  el los las del una y para por con su sus que medidas tomar`
    .split(/\s+/)
    .filter(Boolean),
);

/** Words that stand in a third of all recommendations. */
const common = new Set(
  `human right national international law legislation protection protect person people standard instrument convention protocol covenant
  treaty ratif acced sign institution programme program plan polic framework society public social access rights droit humain derecho humano`
    .split(/\s+/)
    .map((word) => stemOf(word)),
);

const instrumentWeight = 3;
const conceptWeight = 3;
const commonWeight = 0.4;

/** Things with many names, each counted as one thing; `!` marks what is asked of them. */
const concepts: readonly (readonly [key: string, names: RegExp])[] = [
  [
    '!establish',
    /\b(?:(?:re)?establish\w*|creat(?:e|ing|ion)|set(?:ting)? up|put in place|creer|etablir|crear|establecer)\b/g,
  ],
  ['!paris', /paris principles|principes de paris|principios de paris/g],
  [
    '#nhri',
    /\bnhris?\b|(?:national )?(?:independent )?(?:institutions? (?:for|of|on) (?:the )?(?:promotion and |protection and )?(?:promotion |protection )?(?:of )?human rights|human rights (?:institutions?|commissions?)|commission (?:on|for) human rights)/g,
  ],
  [
    '#nhrap',
    /(?:national )?(?:human rights (?:national )?(?:action plan|plan of action|plan)|(?:action plan|plan of action|plan) (?:on|for|of) human rights)/g,
  ],
  [
    '#education',
    /human rights (?:education|training)(?: and training)?|(?:education|training) (?:and training )?(?:in|on) human rights/g,
  ],
  ['#death-penalty', /death penalty|capital punishment|peine de mort|pena de muerte/g],
];

export function contentOf(text: string): Content {
  const plain = plainText(withoutRecommendingStates(text));
  const { keys, rest } = readInstruments(plain);
  const named = concepts.flatMap(([key, names]) => (rest.search(names) === -1 ? [] : [key]));
  const words = concepts.reduce((left, [, names]) => left.replaceAll(names, ' '), rest);
  const stems = (words.match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((word) => !empty.has(word) && word.length > 2)
    .map((word) => stemOf(word));
  const weights = new Map(stems.map((stem) => [stem, common.has(stem) ? commonWeight : 1]));
  for (const key of named) weights.set(key, key.startsWith('#') ? conceptWeight : 1);
  for (const key of keys) weights.set(`@${key}`, instrumentWeight);
  const line = [...stems, ...named, ...keys].join(' ').toLowerCase();
  return { weights, instruments: keys, line, trigrams: trigramsOf(line) };
}

/** Cuts endings, so that `ratify`, `ratifying` and `ratification` are one word. Crude, and alike for every language. */
export function stemOf(word: string): string {
  const cut = word
    .replace(/'s$/, '')
    .replace(
      /(?:ications?|izations?|isations?|ations?|itions?|ments?|ities|ity|ies|ying|ings?|ions?|ed|es|s|y|e)$/,
      '',
    );
  return cut.length >= 4 ? cut : word.replace(/(?<=...)s$/, '');
}
