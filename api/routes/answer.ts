import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { languages, type Language } from '../../db/schema.ts';
import { isIndependent } from '../../domain/follow-up/roles.ts';
import { wordsFor } from '../../words/words.ts';
import { draftOf } from '../answer-draft.ts';
import { answerPage } from '../answer-page.ts';
import { html, message } from '../answer-reply.ts';
import { findAsked } from '../asked.ts';
import { findAllAsked } from '../cluster-answer.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { actionOf, type Visit, type Written } from '../link-page.ts';
import { problemIn, statusOf, type ProblemCode } from '../problems.ts';
import { putAside, type ShowPage } from '../put-aside.ts';
import { languageWanted } from '../reader-language.ts';
import { deliveryPage } from '../delivery-page.ts';
import { takeAnswer, tickedIn, togetherIn } from '../take-answer.ts';
import { viewPage } from '../view-page.ts';
import { findErrand, takeDelivery } from './answer-delivery.ts';
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
    const { language } = asked.contact;
    const errand = await findErrand(deps, asked);
    if (errand !== undefined) {
      const page = deliveryPage(errand, { action: actionOf(visit) });
      return html(reply, 200, { language, page });
    }
    const wish = { found: await draftOf(deps, asked), isFirstLook: true };
    const page = isIndependent(asked.claim.role)
      ? viewPage(visit, wish)
      : answerPage(visit, { ...wish, together: togetherIn(await findAllAsked(deps, asked)) });
    return html(reply, 200, { language, page });
  });

  app.post<{ Params: Params; Querystring: Query }>('/answer/:token', options, async (request, reply) => {
    const visit = await visitOf(deps, request);
    if (visit === undefined) return invalidLink(reply, languageWanted(request.headers['accept-language']));
    const { role } = visit.asked.claim;
    const errand = await findErrand(deps, visit.asked);
    if (errand !== undefined)
      return takeDelivery(deps, reply, { errand, action: actionOf(visit), token: visit.token, body: request.body });
    const sent = { visit, body: (request.body ?? {}) as Written };
    const all = isIndependent(role) ? [visit.asked] : await findAllAsked(deps, visit.asked);
    const show: ShowPage = isIndependent(role)
      ? (wish) => viewPage(visit, wish)
      : (wish) => answerPage(visit, { ...wish, together: togetherIn(all, tickedIn(wish.form)) });
    const aside = await putAside(deps, { ...sent, show });
    if (aside !== undefined)
      return html(reply, aside.status, { language: visit.asked.contact.language, page: aside.page });
    return isIndependent(role)
      ? takeView(deps, reply, { ...sent, role })
      : takeAnswer(deps, reply, { ...sent, all, show });
  });
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
