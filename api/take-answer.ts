import type { FastifyReply } from 'fastify';
import type { AnswerWords } from '../words/answer-words.ts';
import { fill } from '../words/plurals.ts';
import { wordsFor, type Words } from '../words/words.ts';
import { whatFollows } from './after-answer.ts';
import { eraseDraft } from './answer-draft.ts';
import { nameOf, togetherOf } from './answer-page.ts';
import { donePage, html, reasonOf } from './answer-reply.ts';
import type { Asked } from './asked.ts';
import type { AppDeps } from './deps.ts';
import { answerAll, type Outcome } from './give-answer.ts';
import type { LinkPageWish, Visit, Written } from './link-page.ts';
import { missingOfMilestone } from './milestone-answer.ts';
import { statusOf, type ProblemCode } from './problems.ts';
import type { ShowPage } from './put-aside.ts';
import { answerFormSchema, type AnswerForm } from './schemas/answer.ts';

type Sent = {
  readonly visit: Visit;
  readonly body: Written;
  readonly all: readonly Asked[];
  readonly show: ShowPage;
};

/** Takes what somebody answers for the State; a form that cannot be taken comes back with all that was written. */
export async function takeAnswer(
  deps: AppDeps,
  reply: FastifyReply,
  { visit, body, all, show }: Sent,
): Promise<FastifyReply> {
  const language = visit.asked.contact.language;
  const { answer: words } = wordsFor(language);
  const again = (status: number, error: string): FastifyReply =>
    html(reply, status, { language, page: show({ form: body, error }) });
  const parsed = answerFormSchema.safeParse(body);
  if (!parsed.success) return again(422, whatIsWrong(parsed.error.issues[0]?.path[0], words));
  const missing = whatIsMissing(parsed.data, words);
  if (missing !== undefined) return again(422, missing);
  const { choice, recommendation: ticked } = parsed.data;
  const chosen = all.length === 1 ? all : all.filter(({ row }) => ticked.includes(row.id));
  if (chosen.length === 0) return again(422, words.together.tickOne);
  const outcome = await answerAll(deps, chosen, { token: visit.token, form: parsed.data });
  const [first] = outcome.refused;
  if (first !== undefined && (outcome.answered.length === 0 || outcome.isInterrupted))
    return again(statusOf(first.problem.code), whyAgain(outcome, first.problem.code, wordsFor(language)));
  await eraseDraft(deps, visit.asked);
  const gone = ticked.some((id) => !all.some(({ row }) => row.id === id));
  const { title, [choice]: whatHappensNext } = words.thanks;
  const more = [...whatBecameOf(outcome, wordsFor(language)), ...(gone ? [words.together.elsewhere] : [])];
  const who = choice === 'not-me' ? 'not-me' : 'answer';
  const lines = await whatFollows(deps, outcome.answered, { choice, who });
  return html(reply, 200, {
    language,
    page: donePage({ language, title, paragraphs: [whatHappensNext, ...more], lines }),
  });
}

export const togetherIn = (all: readonly Asked[], ticked?: readonly string[]) =>
  all.map((one) => togetherOf(one, ticked?.includes(one.row.id) ?? true));

/** What a form that comes back had ticked; a body that is no form of ours had everything. */
export function tickedIn(form: LinkPageWish['form']): readonly string[] | undefined {
  if (form === undefined) return undefined;
  const { success, data } = answerFormSchema.pick({ recommendation: true }).safeParse(form);
  return success ? data.recommendation : undefined;
}

function whatIsWrong(field: PropertyKey | undefined, { wrong }: AnswerWords): string {
  if (field === 'choice' || field === 'evidenceUrl' || field === 'untilOn' || field === 'reachedOn')
    return wrong[field];
  return wrong.form;
}

/** A person writes something; a scanner that presses the button does not. */
function whatIsMissing(form: AnswerForm, words: AnswerWords): string | undefined {
  const { choice, note, evidenceUrl, untilOn } = form;
  const { missing } = words;
  if (note === '') return choice === 'not-me' ? missing.whomToAsk : missing.note;
  if (choice === 'implemented' && evidenceUrl === undefined) return missing.evidenceUrl;
  if (choice === 'milestone') return missingOfMilestone(form, words);
  if (choice === 'more-time' && untilOn === undefined) return missing.untilOn;
  return undefined;
}

/** Why the page is shown again, with all that was written. */
function whyAgain({ answered, refused }: Outcome, code: ProblemCode, words: Words): string {
  const { nothingSent, together } = words.answer;
  const left = refused.map(({ asked }) => quoted(asked, words)).join(words.mail.marks.comma);
  const then = answered.length === 0 ? nothingSent : fill(together.notSent, { names: left });
  return `${reasonOf(code, words.answer)}${words.mail.marks.sentenceGap}${then}`;
}

/** Where one answer served several: which took it, and which did not and why. */
function whatBecameOf({ answered, refused }: Outcome, words: Words): readonly string[] {
  const { together } = words.answer;
  const names = answered.map((asked) => quoted(asked, words)).join(words.mail.marks.comma);
  return [
    ...(answered.length > 1 ? [fill(together.answered, { names })] : []),
    ...refused.map(({ asked, problem }) =>
      fill(together.notTaken, { name: quoted(asked, words), reason: reasonOf(problem.code, words.answer) }),
    ),
  ];
}

const quoted = (asked: Asked, { mail, apart }: Words): string =>
  apart(fill(mail.marks.quoted, { text: nameOf(asked) }));
