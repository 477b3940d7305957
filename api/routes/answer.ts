import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import type { Language } from '../../db/schema.ts';
import { isIndependent } from '../../domain/follow-up/roles.ts';
import type { AnswerWords } from '../../words/answer-words.ts';
import { wordsFor, type Words } from '../../words/words.ts';
import { fill } from '../../words/plurals.ts';
import { answerPage, nameOf, togetherOf } from '../answer-page.ts';
import { html, message, reasonOf } from '../answer-reply.ts';
import { findAsked, type Asked } from '../asked.ts';
import { findAllAsked } from '../cluster-answer.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { answerAll, type Outcome } from '../give-answer.ts';
import { missingOfMilestone } from '../milestone-answer.ts';
import { problemIn, statusOf, type ProblemCode } from '../problems.ts';
import { languageWanted } from '../reader-language.ts';
import { answerFormSchema, type AnswerForm } from '../schemas/answer.ts';
import { deliveryPage } from '../delivery-page.ts';
import { viewPage } from '../view-page.ts';
import { findErrand, takeDelivery } from './answer-delivery.ts';
import { takeView } from './answer-view.ts';

type Params = { readonly token: string };
const options = { schema: { hide: true }, config: { rateLimit: { max: 120, timeWindow: '1 minute' } } };

/** The page behind a mail's link. Reading it changes nothing: mail scanners open every link, and some press buttons. */
export function answerRoutes(app: FastifyInstance, deps: AppDeps): void {
  // Whoever reads here is a person: a fault is a page too.
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const { code } = problemIn(error, request);
    return faultPage(reply, code, languageWanted(request.headers['accept-language']));
  });

  app.get<{ Params: Params }>('/answer/:token', options, async ({ params: { token }, headers }, reply) => {
    const asked = await askedBy(deps, token);
    if (asked === undefined) return invalidLink(reply, languageWanted(headers['accept-language']));
    const action = `/answer/${token}`;
    const language = languageOf(asked);
    if (isIndependent(asked.claim.role)) return html(reply, 200, { language, page: viewPage(asked, { action }) });
    const errand = await findErrand(deps, asked);
    if (errand !== undefined) return html(reply, 200, { language, page: deliveryPage(errand, { action }) });
    const together = (await findAllAsked(deps, asked)).map((one) => togetherOf(one, true));
    return html(reply, 200, { language, page: answerPage(asked, { action, together }) });
  });

  app.post<{ Params: Params }>('/answer/:token', options, async ({ params: { token }, body, headers }, reply) => {
    const asked = await askedBy(deps, token);
    if (asked === undefined) return invalidLink(reply, languageWanted(headers['accept-language']));
    const { role } = asked.claim;
    if (isIndependent(role)) return takeView(deps, reply, { asked, role, token, body });
    const errand = await findErrand(deps, asked);
    if (errand !== undefined) return takeDelivery(deps, reply, { errand, token, body });
    const language = languageOf(asked);
    const { answer: words } = wordsFor(language);
    const all = await findAllAsked(deps, asked);
    const parsed = answerFormSchema.safeParse(body ?? {});
    const again = (status: number, error: string): FastifyReply => {
      const form = (body ?? {}) as Partial<AnswerForm>;
      const together = all.map((one) => togetherOf(one, parsed.data?.recommendation.includes(one.row.id) ?? true));
      return html(reply, status, {
        language,
        page: answerPage(asked, { action: `/answer/${token}`, error, form, together }),
      });
    };
    if (!parsed.success) return again(422, whatIsWrong(parsed.error.issues[0]?.path[0], words));
    const missing = whatIsMissing(parsed.data, words);
    if (missing !== undefined) return again(422, missing);
    const chosen = all.length === 1 ? all : all.filter(({ row }) => parsed.data.recommendation.includes(row.id));
    if (chosen.length === 0) return again(422, words.together.tickOne);
    const outcome = await answerAll(deps, chosen, { token, form: parsed.data });
    const [first] = outcome.refused;
    if (first !== undefined && (outcome.answered.length === 0 || outcome.isInterrupted))
      return again(statusOf(first.problem.code), whyAgain(outcome, first.problem.code, wordsFor(language)));
    const gone = parsed.data.recommendation.some((id) => !all.some(({ row }) => row.id === id));
    const { title, [parsed.data.choice]: whatHappensNext } = words.thanks;
    const more = [...whatBecameOf(outcome, wordsFor(language)), ...(gone ? [words.together.elsewhere] : [])];
    return html(reply, 200, { language, page: message(language, title, [whatHappensNext, ...more]) });
  });
}

async function askedBy(deps: AppDeps, token: string): Promise<Asked | undefined> {
  const claim = await deps.links.read(token, nowOf(deps));
  return claim && findAsked(deps, claim);
}

const languageOf = ({ contact }: Asked): Language => contact.language;

/** Whose link it was nobody can say, so the browser's language stands for the reader's. */
function invalidLink(reply: FastifyReply, language: Language): FastifyReply {
  const { title, why, nothingChanged } = wordsFor(language).answer.linkNotValid;
  return html(reply, 403, { language, page: message(language, title, [why, nothingChanged]) });
}

/** When there is no form to come back to, the browser's way back still has what was written. */
function faultPage(reply: FastifyReply, code: ProblemCode, language: Language): FastifyReply {
  const { title, refused, wrong, linkNotValid } = wordsFor(language).answer;
  const isOurs = statusOf(code) >= 500 || code === 'TooManyRequests';
  const why = isOurs ? refused.unavailable : wrong.form;
  return html(reply, statusOf(code), { language, page: message(language, title, [why, linkNotValid.nothingChanged]) });
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
