import { plainText, withoutRecommendingStates } from '../text.ts';
import { leadingVerbOf, sayCategory, type LeadingVerb } from './action-category.ts';
import type { ActionCategory } from './action-verbs.ts';
import { findInstruments } from './find-instruments.ts';
import { measureSignals } from './measure-signals.ts';
import type { ProposablePlaybook, Signal, Weight } from './signal.ts';
import { subjectSignals } from './subject-signals.ts';
import { themeHints } from './theme-hints.ts';

const signals: readonly Signal[] = [...measureSignals, ...subjectSignals];

export type PlaybookProposal = {
  readonly playbook: ProposablePlaybook;
  /** UPR Info's action category; null when no verb that decides one was found. */
  readonly category: ActionCategory | null;
  readonly instruments: readonly string[];
  /** `sure` may be used without asking; `likely` is worth a look; `ask` needs a person's decision. */
  readonly confidence: 'sure' | 'likely' | 'ask';
  /** One sentence that a person can check. */
  readonly because: string;
};

type Evidence = {
  readonly playbook: ProposablePlaybook;
  readonly score: number;
  /** Where its first sign in the main clause stands; beyond the text when it has none there. */
  readonly at: number;
  readonly best: Weight;
  readonly says: string;
  readonly isByTheme: boolean;
};

/** Proposes how a recommendation is followed up, from its verb, its words, the treaties it names and its themes. */
export function proposePlaybook(text: string, themes: readonly string[] = []): PlaybookProposal {
  const plain = plainText(withoutRecommendingStates(text));
  const verb = leadingVerbOf(plain);
  const ranked = weigh(plain, themes.map(plainText));
  const [first, ...others] = ranked;
  const common = { category: verb?.category ?? null, instruments: findInstruments(plain) };
  if (first === undefined)
    return { ...common, playbook: 'general', confidence: 'ask', because: say(verb, 'no rule knows what it asks for') };
  return { ...common, playbook: first.playbook, ...judge([first, ...others], verb) };
}

/**
 * Whether a text asks for a ratification, and for that alone. A group that is named says for whom a measure is, and what no rule knows
 * competes with nothing: neither is another demand.
 */
export function readDemand(text: string): 'ratification' | 'ratification-and-more' | 'other' {
  const ranked = weigh(plainText(withoutRecommendingStates(text)), []);
  const asksToRatify = ranked.some(({ playbook, score }) => playbook === 'ratify' && score >= 1);
  if (!asksToRatify) return 'other';
  return ranked.some((each) => each.playbook !== 'ratify' && isRival(each)) ? 'ratification-and-more' : 'ratification';
}

function weigh(plain: string, themes: readonly string[]): readonly Evidence[] {
  const places = signals.flatMap((signal) => placesOf(signal, plain).map((at) => ({ signal, at })));
  const end = endOfMainClause(plain);
  // A text that says nothing before its `aimed at` says it after that.
  const mainEnd = places.some(({ at, signal }) => at < end && signal.playbook !== 'general') ? end : plain.length;
  const byPlaybook = new Map<ProposablePlaybook, Evidence>();
  for (const { signal, at } of places) add(byPlaybook, signal, { at, mainEnd });
  for (const hint of themeHints)
    if (themes.some((theme) => placesOf(hint, theme).length > 0)) addHint(byPlaybook, hint);
  return [...byPlaybook.values()].sort((a, b) => rankOf(b) - rankOf(a) || a.at - b.at);
}

/** Between a measure and the people it is for the measure decides; what has no playbook gives way to what has one. */
const rankOf = ({ playbook, score }: Evidence): number => {
  if (playbook === 'general') return Math.min(score, 1);
  return playbook === 'vulnerable-groups' ? score - 0.25 : score;
};

const placesOf = ({ pattern }: Signal, text: string): readonly number[] =>
  Array.from(text.matchAll(pattern), ({ index }) => index);

/** What follows says how, why or according to what, and no longer what. */
const subordinate =
  /,? (?:by (?:\w+ly )?\w+ing|through|in order to|with a view to|with the aim|so as to|so that|aimed at|in (?:line|accordance|conformity|compliance) with|pursuant to|as recommended|including|in particular|such as|especially|inter alia|as well as|afin de|en particulier|a fin de|con miras a|mediante|en conformidad)\b/;

const endOfMainClause = (plain: string): number => {
  const found = subordinate.exec(plain.slice(12)); // `By adopting …` may open a text.
  return found === null ? plain.length : found.index + 12;
};

const asideFactor = 0.5;

function add(
  known: Map<ProposablePlaybook, Evidence>,
  { playbook, weight, says }: Signal,
  { at, mainEnd }: { at: number; mainEnd: number },
): void {
  const isMain = at < mainEnd;
  const score = weight * (isMain ? 1 : asideFactor);
  const before = known.get(playbook);
  if (before !== undefined && before.score >= score) return;
  const place = isMain ? at : Number.MAX_SAFE_INTEGER;
  known.set(playbook, {
    playbook,
    score,
    best: weight,
    says,
    isByTheme: false,
    at: Math.min(before?.at ?? place, place),
  });
}

function addHint(known: Map<ProposablePlaybook, Evidence>, { playbook, weight, says }: Signal): void {
  const before = known.get(playbook);
  const added = before ?? { playbook, best: weight, says, at: Number.MAX_SAFE_INTEGER, score: 0, isByTheme: false };
  known.set(playbook, { ...added, score: added.score + weight * asideFactor, isByTheme: true });
}

/** A theme may confirm, and may break a tie; what two measures want alike is for a person. */
function judge(
  ranked: readonly [Evidence, ...Evidence[]],
  verb: LeadingVerb | undefined,
): Pick<PlaybookProposal, 'confidence' | 'because'> {
  const [first, ...others] = ranked;
  const rivals = others.filter(isRival);
  const theme = first.isByTheme && first.score >= 1 ? ', and its theme agrees' : '';
  const second = others.find(({ score }) => score >= 1);
  const beside = second === undefined ? '' : `; beside that, ${second.says} (${second.playbook})`;
  return { confidence: confidenceOf(first, rivals, others), because: say(verb, `${first.says}${theme}${beside}`) };
}

function confidenceOf(
  first: Evidence,
  rivals: readonly Evidence[],
  others: readonly Evidence[],
): PlaybookProposal['confidence'] {
  const lead = first.score - Math.max(0, ...rivals.map(({ score }) => score));
  const isFirstSaid = others.every(({ at, playbook }) => playbook === 'general' || first.at <= at);
  if (isFirstSaid && first.best === 3 && first.score >= 3 && lead >= 1) return 'sure';
  // A group needs more: its theme must agree, and nothing may be asked that has a playbook of its own.
  if (first.playbook === 'vulnerable-groups' && first.score >= 2.5 && lead >= 2) return 'sure';
  return first.score >= 2 && lead > 0 ? 'likely' : 'ask';
}

/** A group says for whom a measure is, so it does not compete with one; nor does a subject without a playbook. */
const isRival = ({ playbook }: Evidence): boolean => playbook !== 'general' && playbook !== 'vulnerable-groups';

const say = (verb: LeadingVerb | undefined, reason: string): string => {
  const sentence = `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`;
  return verb === undefined ? sentence : `${sayCategory(verb)} ${sentence}`;
};
