import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { languages, type Language } from '../../db/schema.ts';
import { isIndependent } from '../../domain/follow-up/roles.ts';
import { wordsFor } from '../../words/words.ts';
import { draftOf } from '../answer-draft.ts';
import { answerPage } from '../answer-page.ts';
import { html, message } from '../answer-reply.ts';
import { findAsked } from '../asked.ts';
import { findAllAsked } from '../cluster-answer.ts';
import { deliveryPage } from '../delivery-page.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import type { Visit, Written } from '../link-page.ts';
import { problemIn, statusOf, type ProblemCode } from '../problems.ts';
import { putAside, type ShowPage } from '../put-aside.ts';
import { languageWanted } from '../reader-language.ts';
import { takeAnswer, tickedIn, togetherIn } from '../take-answer.ts';
import { isToValidate, validationPage } from '../validation-page.ts';
import { viewPage } from '../view-page.ts';
import { findErrand, takeDelivery } from './answer-delivery.ts';
import { takeValidation } from './answer-validation.ts';
import { takeView } from './answer-view.ts';

type Params = { readonly token: string };
type Query = { readonly lang?: unknown };
const options = { schema: { hide: true }, config: { rateLimit: { max: 120, timeWindow: '1 minute' } } };

/** The page behind a mail's link. Reading it changes nothing: mail scanners open every link, and some press buttons. */
export function answerRoutes(app: FastifyInstance, deps: AppDeps): void {
  // Whoever reads here is a person: a fault is a page too.
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const { code } = problemIn(error, request);
    return faultPage(reply, code, languageWanted(request.headers['accept-language']));
  });

  app.get<{ Params: Params; Querystring: Query }>('/answer/:token', options, async (request, reply) => {
    const visit = await visitOf(deps, request);
    if (visit === undefined) return invalidLink(reply, languageWanted(request.headers['accept-language']));
    const { asked } = visit;
    const { show } = await pageBehind(deps, visit);
    const page = show({ found: await draftOf(deps, asked), isFirstLook: true });
    return html(reply, 200, { language: asked.contact.language, page });
  });

  app.post<{ Params: Params; Querystring: Query }>('/answer/:token', options, async (request, reply) => {
    const visit = await visitOf(deps, request);
    if (visit === undefined) return invalidLink(reply, languageWanted(request.headers['accept-language']));
    const sent = { visit, body: (request.body ?? {}) as Written };
    const { show, take } = await pageBehind(deps, visit);
    const aside = await putAside(deps, { ...sent, show });
    if (aside !== undefined)
      return html(reply, aside.status, { language: visit.asked.contact.language, page: aside.page });
    return take(reply, sent);
  });
}

type Sent = { readonly visit: Visit; readonly body: Written };
type Behind = {
  readonly show: ShowPage;
  readonly take: (reply: FastifyReply, sent: Sent) => Promise<FastifyReply>;
};

/** Each kind of reader has a page of their own: who speaks for themselves, who carries a letter, who answers for the State. */
async function pageBehind(deps: AppDeps, visit: Visit): Promise<Behind> {
  const { asked } = visit;
  const { role } = asked.claim;
  if (isIndependent(role))
    return {
      show: (wish) => viewPage(visit, wish),
      take: (reply, sent) => takeView(deps, reply, { ...sent, role }),
    };
  if (await isToValidate(deps, asked))
    return {
      show: (wish) => validationPage(visit, wish),
      take: (reply, sent) => takeValidation(deps, reply, sent),
    };
  const errand = await findErrand(deps, asked);
  if (errand !== undefined)
    return {
      show: (wish) => deliveryPage(visit, errand, wish),
      take: (reply, sent) => takeDelivery(deps, reply, { ...sent, errand }),
    };
  const all = await findAllAsked(deps, asked);
  const show: ShowPage = (wish) => answerPage(visit, { ...wish, together: togetherIn(all, tickedIn(wish.form)) });
  return { show, take: (reply, sent) => takeAnswer(deps, reply, { ...sent, all, show }) };
}

/** Who is behind a link; undefined when it is none of ours. The language is the contact's unless the address names one. */
async function visitOf(
  deps: AppDeps,
  { params: { token }, query: { lang } }: { readonly params: Params; readonly query: Query },
): Promise<Visit | undefined> {
  const claim = await deps.links.read(token, nowOf(deps));
  const asked = claim && (await findAsked(deps, claim));
  if (asked === undefined) return undefined;
  const ownLanguage = asked.contact.language;
  const language = languages.find((each) => each === lang) ?? ownLanguage;
  return { token, asked: { ...asked, contact: { ...asked.contact, language } }, ownLanguage };
}

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
