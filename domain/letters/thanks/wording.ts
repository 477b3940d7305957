import type { OfficialName } from '../../reference/official-names.ts';
import type { DepositWay } from '../../treaty-status/events.ts';

/** What a letter of thanks names; the title of the treaty is in the letter's language, and every date is written out already. */
export type Thanked = {
  readonly state: OfficialName;
  readonly treaty: string;
  readonly how: DepositWay;
  readonly on: string;
};

/**
 * What a letter of thanks says in one language; its form is that of a letter of the High Commissioner. Pure: no Intl.
 * A treaty is named as the language inflects it, from the first word of its title.
 */
export type ThanksWording = {
  readonly thanks: (thanked: Thanked) => string;
  readonly entryIntoForce: (treaty: string, state: OfficialName, on: string) => string;
  readonly firstReport: (dueOn: string) => string;
  readonly offer: string;
};
