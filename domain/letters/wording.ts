import type { Implementation, LetterKind, Position, RungLetterKind } from '../follow-up/events.ts';
import type { OfficialName } from '../reference/official-names.ts';
import type { CalendarDate } from '../time.ts';
import type { AnswerKind } from './letter.ts';

/** Where the recommendation comes from; titles stand as they were registered, in whatever language that was. */
export type SourceWords = { readonly title: string; readonly symbol: string | null; readonly paragraph: string | null };

/** What was asked before this letter; every date is already written out. */
export type History = {
  readonly times: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly lastAnswer: string | null;
};

/** What a letter says in one language, by the established forms of that language's notes verbales. Pure: no Intl. */
export type LetterWording = {
  readonly isRightToLeft: boolean;
  readonly date: (on: CalendarDate) => string;
  /** Printed above the text; empty for letters, which begin with their salutation. */
  readonly heading: Readonly<Record<RungLetterKind, string>>;
  readonly addressee: Readonly<Record<RungLetterKind, (state: OfficialName) => readonly string[]>>;
  readonly salutation: Readonly<Record<RungLetterKind, string>>;
  readonly opening: Readonly<Record<RungLetterKind, (state: OfficialName, source: string) => string>>;
  readonly source: (source: SourceWords) => string;
  readonly quoted: (text: string) => string;
  /** A label and what it labels, with the colon that the language writes. */
  readonly labelled: (label: string, value: string) => string;
  /** Between two sentences. */
  readonly gap: string;
  readonly position: Readonly<Record<Position, (on: string | null) => string>>;
  readonly history: (history: History) => string;
  readonly late: string;
  readonly ask: Readonly<Record<RungLetterKind, (by: string) => string>>;
  readonly closing: Readonly<Record<RungLetterKind, (state: OfficialName) => string>>;
  readonly signature: Readonly<Record<RungLetterKind, readonly string[]>>;
  readonly labels: LetterLabels;
};

export type LetterLabels = {
  readonly reference: string;
  readonly place: (date: string) => string;
  /** Before and after the number of a page. */
  readonly page: readonly [string, string];
  readonly enclosure: string;
  readonly state: string;
  readonly institution: string;
  readonly source: string;
  readonly recommendation: string;
  readonly positionLabel: string;
  readonly followedUpSince: string;
  readonly askedOn: string;
  readonly dueOn: string;
  readonly reminders: string;
  readonly answers: string;
  readonly implementationLabel: string;
  readonly reached: string;
  readonly late: string;
  readonly noMilestone: string;
  readonly earlierLetters: string;
  readonly none: string;
  readonly kinds: Readonly<Record<LetterKind, string>>;
  readonly answerKinds: Readonly<Record<AnswerKind, string>>;
  readonly positions: Readonly<Record<Position, string>>;
  readonly implementations: Readonly<Record<Implementation, string>>;
};
