import type { FollowUpEvent } from '../domain/follow-up/events.ts';
import type { AnswerWords } from '../words/answer-words.ts';
import { fill } from '../words/plurals.ts';
import { wordsFor } from '../words/words.ts';
import { dateFor, sourceOf, type Asked } from './asked.ts';
import { frameOf, type LinkPageWish, type Visit } from './link-page.ts';
import { milestonesView, noMilestones } from './milestone-answer.ts';
import { renderPage } from './pages/render.ts';
import { partsView } from './parts-view.ts';

type LastAnswer = { readonly said: keyof AnswerWords['lastAnswers'] } & Readonly<
  Record<'at' | 'words' | 'until', string>
>;

/** What people are shown is what the log says, word for word. */
function findLastAnswer(events: readonly FollowUpEvent[]): LastAnswer | undefined {
  for (const event of [...events].reverse()) {
    const { at } = event;
    if (event.type === 'ProgressReported' || event.type === 'LetterAnswered')
      return { said: 'progress', at, words: event.note, until: '' };
    if (event.type === 'MilestoneCompleted') return { said: 'milestone', at, words: event.note, until: '' };
    if (event.type === 'ImplementationClaimed') return { said: 'implemented', at, words: event.note, until: '' };
    if (event.type === 'ExtensionRequested')
      return { said: 'more-time', at, words: event.reason, until: event.untilOn };
  }
  return undefined;
}

export type AnswerPageWish = LinkPageWish & {
  /** All that one answer serves, and which of them are ticked. */
  readonly together: readonly Together[];
};

export type Together = {
  readonly id: string;
  readonly name: string;
  readonly dueOn: string | undefined;
  readonly lastAnswer: string;
  readonly closedBecause: string | undefined;
  readonly isTicked: boolean;
};

/** One of several as the page lists it. */
export const togetherOf = (asked: Asked, isTicked: boolean): Together => ({
  id: asked.row.id,
  name: nameOf(asked),
  dueOn: dueOnOf(asked),
  lastAnswer: lastAnswerOf(asked),
  closedBecause: closedBecause(asked),
  isTicked: isTicked && closedBecause(asked) === undefined,
});

/** How a recommendation is named among others. */
export const nameOf = ({ row }: Asked): string =>
  [row.paragraph && `${row.paragraph}:`, row.text.length > 100 ? `${row.text.slice(0, 99).trimEnd()}…` : row.text]
    .filter(Boolean)
    .join(' ');

function closedBecause({ row: { status, state }, contact }: Asked): string | undefined {
  const { because } = wordsFor(contact.language).answer;
  if (status === 'closed' || status === 'under-verification') return because[status];
  return state?.parts ? because.split : undefined;
}

function dueOnOf({ row, contact }: Asked): string | undefined {
  const round = row.state?.round;
  return round?.answeredAt === null ? wordsFor(contact.language).date(round.dueOn) : undefined;
}

/** The page as HTML, in the reader's language. */
export function answerPage(visit: Visit, { together, ...wish }: AnswerPageWish): string {
  const { asked } = visit;
  const { row, question, contact } = asked;
  const { date, mail, stateName } = wordsFor(contact.language);
  const round = row.state?.round;
  return renderPage('answer', {
    ...frameOf(visit, wish),
    colon: fill(mail.marks.labelled, { label: '', value: '' }),
    question: question ?? row.text,
    // Playbooks hold their questions in English alone; what stands in for one has the language of its source.
    isQuestionEnglish: question !== undefined && contact.language !== 'en',
    text: row.text,
    source: sourceOf(asked),
    state: stateName(row.state_code),
    together: together.length > 1 ? together : undefined,
    dueOn: dueOnOf(asked),
    askedOn: round?.answeredAt === null && round.askedAt !== null ? date(dateFor(contact, round.askedAt)) : undefined,
    lastAnswer: lastAnswerOf(asked),
    extensions: extensionsOf(asked),
    milestones: together.length > 1 ? noMilestones : milestonesView(asked),
    parts: partsView(asked),
    // A page for several asks as long as one of them does.
    closedBecause: together.some((one) => one.closedBecause === undefined) ? undefined : closedBecause(asked),
  });
}

function extensionsOf({ row: { state }, contact }: Asked): string | undefined {
  if (!state || state.extensionsRequested === 0) return undefined;
  const values = { asked: String(state.extensionsRequested), granted: String(state.extensionsGranted) };
  return fill(wordsFor(contact.language).answer.extensions, values);
}

function lastAnswerOf({ events, contact }: Asked): string {
  const { answer, date, apart } = wordsFor(contact.language);
  const lastAnswer = findLastAnswer(events);
  if (lastAnswer === undefined) return answer.noAnswerYet;
  const { said, at, words, until } = lastAnswer;
  const values = { date: date(dateFor(contact, at)), words: apart(words), until: until === '' ? '' : date(until) };
  return fill(answer.lastAnswers[said], values);
}
