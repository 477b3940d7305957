import { actionCategoryNames, verbRules, type ActionCategory } from './action-verbs.ts';

export type LeadingVerb = {
  readonly category: ActionCategory;
  /** As the text has it, in lower case. */
  readonly verb: string;
};

const matchers = verbRules.flatMap(({ category, stems }) =>
  stems.map((stem) => ({ category, pattern: new RegExp(`\\b${stem}\\b`) })),
);

/** A verb further in belongs to a clause, not to what is asked first. */
const farthest = 120;

/**
 * The verb that decides the category: the first one of the first sentence; of several at one place the longest. So `take
 * measures to ratify` is general, and `continue to consider` is continuing. Takes plain text.
 */
export function leadingVerbOf(plain: string): LeadingVerb | undefined {
  let best: (LeadingVerb & { readonly at: number }) | undefined;
  for (const { category, pattern } of matchers) {
    const found = pattern.exec(plain.slice(0, farthest * 2));
    if (found === null || found.index > farthest) continue;
    const isBetter =
      best === undefined || found.index < best.at || (found.index === best.at && found[0].length > best.verb.length);
    if (isBetter) best = { category, verb: found[0], at: found.index };
  }
  return best && { category: best.category, verb: best.verb };
}

export const sayCategory = ({ category, verb }: LeadingVerb): string =>
  `“${verb}” asks for ${actionCategoryNames[category]} (category ${category}).`;
