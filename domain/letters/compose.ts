import type { LetterKind } from '../follow-up/events.ts';
import { officialName, type OfficialName } from '../reference/official-names.ts';
import type { UnLanguage } from '../reference/states.ts';
import type { CalendarDate } from '../time.ts';
import type { LetterBody, LetterFacts } from './letter.ts';
import { composeThanks } from './thanks/compose.ts';
import type { LetterWording } from './wording.ts';
import { letterWording } from './wordings/all.ts';

/** What a letter says before anybody has edited it. The same facts in the same language give the same words. */
export function composeLetter(kind: LetterKind, facts: LetterFacts, language: UnLanguage): LetterBody {
  const words = letterWording(language);
  const state = nameOf(facts, language);
  if (facts.thanksFor !== undefined) return composeThanks(facts.thanksFor, state, language);
  if (kind === 'letter-of-thanks') throw new Error('A letter of thanks needs the deposit that it is about');
  return {
    addressee: words.addressee[kind](state),
    salutation: words.salutation[kind],
    paragraphs: [
      words.opening[kind](state, words.source(sourceOf(facts))),
      words.quoted(facts.text),
      [words.position[facts.position](written(words, facts.positionOn)), ...history(words, facts)].join(words.gap),
      ...(facts.late.length > 0 ? [words.late] : []),
      words.ask[kind](words.date(facts.replyBy)),
    ],
    closing: words.closing[kind](state),
    signature: words.signature[kind],
  };
}

export type EnclosureRow = { readonly label: string; readonly values: readonly string[] };

/** The facts of the file as the enclosure's table has them. Titles of sources and milestones stand as they were registered. */
export function enclosureOf(facts: LetterFacts, language: UnLanguage): readonly EnclosureRow[] {
  const words = letterWording(language);
  const { labels, date } = words;
  const { lastAnswerOn, positionOn } = facts;
  const on = (label: string, when: CalendarDate): string => words.labelled(date(when), label);
  const rows: readonly (EnclosureRow | false)[] = [
    { label: labels.state, values: [capitalized(nameOf(facts, language).name)] },
    facts.institution !== null && { label: labels.institution, values: [facts.institution] },
    { label: labels.source, values: [words.source(sourceOf(facts))] },
    { label: labels.recommendation, values: [words.quoted(facts.text)] },
    {
      label: labels.positionLabel,
      values: [
        positionOn === null ? labels.positions[facts.position] : on(labels.positions[facts.position], positionOn),
      ],
    },
    { label: labels.followedUpSince, values: [date(facts.followedUpSince)] },
    facts.askedOn !== null && { label: labels.askedOn, values: [date(facts.askedOn)] },
    facts.askedOn !== null && facts.dueOn !== null && { label: labels.dueOn, values: [date(facts.dueOn)] },
    { label: labels.reminders, values: orNone(words, facts.remindedOn.map(date)) },
    {
      label: labels.answers,
      values: orNone(words, [
        ...facts.answers.map((answer) => on(labels.answerKinds[answer.kind], answer.on)),
        ...(facts.answers.length === 0 && lastAnswerOn !== null ? [date(lastAnswerOn)] : []),
      ]),
    },
    { label: labels.implementationLabel, values: [labels.implementations[facts.implementation]] },
    {
      label: labels.reached,
      values: orNone(
        words,
        facts.reached.map((step) => on(words.quoted(step.title), step.on)),
      ),
    },
    facts.late.length > 0 && {
      label: labels.late,
      values: facts.late.map(({ title, since }) =>
        on(title === null ? labels.noMilestone : words.quoted(title), since),
      ),
    },
    facts.earlierLetters.length > 0 && {
      label: labels.earlierLetters,
      values: facts.earlierLetters.map(({ kind, reference, sentOn }) =>
        on(`${labels.kinds[kind]} ${reference}`, sentOn),
      ),
    },
  ];
  return rows.filter((row) => row !== false);
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const orNone = ({ labels }: LetterWording, values: readonly string[]): readonly string[] =>
  values.length === 0 ? [labels.none] : values;

const sourceOf = ({ sourceTitle, reportSymbol, paragraph }: LetterFacts) => ({
  title: sourceTitle,
  symbol: reportSymbol,
  paragraph,
});

const nameOf = ({ stateCode }: LetterFacts, language: UnLanguage): OfficialName =>
  officialName(stateCode, language) ?? { name: stateCode, of: stateCode };

const written = ({ date }: LetterWording, on: CalendarDate | null): string | null => (on === null ? null : date(on));

/** Where nobody was asked yet (a limit or an alarm led here) and nobody answered, there is nothing to say. */
function history(words: LetterWording, { remindedOn, askedOn, lastAnswerOn }: LetterFacts): readonly string[] {
  const first = remindedOn[0] ?? askedOn;
  if (first === null && lastAnswerOn === null) return [];
  return [
    words.history({
      times: remindedOn.length,
      first: written(words, first),
      last: written(words, remindedOn.at(-1) ?? askedOn),
      lastAnswer: written(words, lastAnswerOn),
    }),
  ];
}
