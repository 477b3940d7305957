import { randomBytes } from 'node:crypto';
import { listTimeline } from '../db/queries/follow-ups.ts';
import { findPlaybook } from '../db/queries/playbooks.ts';
import { getRecommendation } from '../db/queries/recommendations.ts';
import { findContact } from '../db/register/contacts.ts';
import type { CalendarDate, Instant } from '../domain/time.ts';
import type { AnswerWords } from '../words/answer-words.ts';
import { fill } from '../words/plurals.ts';
import { wordsFor } from '../words/words.ts';
import type { AnswerClaim } from './answer-links.ts';
import { nowOf, type AppDeps } from './deps.ts';
import { renderPage } from './pages/render.ts';
import { isNonce, type AnswerForm } from './schemas/answer.ts';

export type Asked = NonNullable<Awaited<ReturnType<typeof findAsked>>>;

/** What a link asks about: the recommendation, its question, the last answer, and who reads. */
export async function findAsked(deps: AppDeps, claim: AnswerClaim) {
  const { db } = deps;
  const [row, contact] = await Promise.all([
    getRecommendation(db, claim.recommendationId, nowOf(deps)),
    findContact(db, claim.contactId),
  ]);
  if (row?.status == null || contact === undefined) return undefined;
  const playbook = await findPlaybook(db, {
    key: row.running_playbook_key ?? row.playbook_key,
    version: row.playbook_version ?? 0,
  });
  const question = playbook?.questions[row.asks ?? 'check-in'] ?? playbook?.questions['check-in'];
  return { claim, row, contact, question, lastAnswer: await findLastAnswer(deps, claim.recommendationId) };
}

type LastAnswer = { readonly said: keyof AnswerWords['lastAnswers'] } & Readonly<
  Record<'at' | 'words' | 'until', string>
>;

/** Answers are few: the newest is read from the log itself, which is what people are shown. */
async function findLastAnswer({ db }: AppDeps, recommendationId: string): Promise<LastAnswer | undefined> {
  for (const { event } of [...(await listTimeline(db, recommendationId))].reverse()) {
    const { at } = event;
    if (event.type === 'ProgressReported') return { said: 'progress', at, words: event.note, until: '' };
    if (event.type === 'ImplementationClaimed') return { said: 'implemented', at, words: event.note, until: '' };
    if (event.type === 'ExtensionRequested')
      return { said: 'more-time', at, words: event.reason, until: event.untilOn };
  }
  return undefined;
}

type PageWish = {
  readonly form?: Partial<AnswerForm>;
  readonly error?: string;
  readonly action: string;
  /** All that one answer serves, and which of them are ticked. */
  readonly together?: readonly Together[];
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
  isTicked: isTicked && isAnswerable(asked),
});

/** How a recommendation is named among others. */
export const nameOf = ({ row }: Asked): string =>
  [row.paragraph && `${row.paragraph}:`, row.text.length > 100 ? `${row.text.slice(0, 99).trimEnd()}…` : row.text]
    .filter(Boolean)
    .join(' ');

const isAnswerable = ({ row }: Asked): boolean => row.status !== 'closed' && row.status !== 'under-verification';

function closedBecause({ row, contact }: Asked): string | undefined {
  const { because } = wordsFor(contact.language).answer;
  return row.status === 'closed' || row.status === 'under-verification' ? because[row.status] : undefined;
}

function dueOnOf({ row, contact }: Asked): string | undefined {
  const round = row.state?.round;
  return round?.answeredAt === null ? wordsFor(contact.language).date(round.dueOn) : undefined;
}

/** The page as HTML, in the contact's language. The nonce makes one answer of a form that is sent twice. */
export function answerPage(asked: Asked, { form = {}, error, action, together = [] }: PageWish): string {
  const { row, question, contact } = asked;
  const { answer: words, date, stateName } = wordsFor(contact.language);
  const round = row.state?.round;
  return renderPage('answer', {
    language: contact.language,
    words,
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
    // A page for several asks as long as one of them does.
    closedBecause: together.some((one) => one.closedBecause === undefined) ? undefined : closedBecause(asked),
    form,
    error,
    action,
    nonce: isNonce(form.nonce) ? form.nonce : randomBytes(12).toString('base64url'),
  });
}

/** The day in the reader's zone, as in their mail: morning in Suva is still yesterday in UTC. Canada writes it as ISO does. */
const dateFor = ({ time_zone }: Asked['contact'], at: Instant): CalendarDate =>
  new Intl.DateTimeFormat('en-CA', { timeZone: time_zone }).format(new Date(at));

function sourceOf({ row, contact }: Asked): string {
  const { mail, apart } = wordsFor(contact.language);
  const paragraph = row.paragraph === null ? [] : [fill(mail.paragraph, { paragraph: row.paragraph })];
  const symbol = row.report_symbol === null ? [] : [apart(row.report_symbol)];
  return [apart(row.source_title), ...symbol, ...paragraph].join(mail.marks.comma);
}

function lastAnswerOf({ lastAnswer, contact }: Asked): string {
  const { answer, date, apart } = wordsFor(contact.language);
  if (lastAnswer === undefined) return answer.noAnswerYet;
  const { said, at, words, until } = lastAnswer;
  const values = { date: date(dateFor(contact, at)), words: apart(words), until: until === '' ? '' : date(until) };
  return fill(answer.lastAnswers[said], values);
}
