import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { listHolders, successorOf } from '../../db/queries/follow-ups.ts';
import { saveSuggestion } from '../../db/register/contacts.ts';
import type { Language } from '../../db/schema.ts';
import type { PersonCommand } from '../../domain/follow-up/commands.ts';
import { answerRefusals, type AnswerWords } from '../../words/answer-words.ts';
import { wordsFor, type Words } from '../../words/words.ts';
import { answerPage, findAsked, type Asked } from '../answer-page.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { renderPage } from '../pages/render.ts';
import { Problem, statusOf, type ProblemCode } from '../problems.ts';
import { languageWanted } from '../reader-language.ts';
import { answerFormSchema, type AnswerForm } from '../schemas/answer.ts';
import { submitOnce } from './commands.ts';

type Params = { readonly token: string };
const options = { schema: { hide: true }, config: { rateLimit: { max: 120, timeWindow: '1 minute' } } };

/** The page behind a mail's link. Reading it changes nothing: mail scanners open every link, and some press buttons. */
export function answerRoutes(app: FastifyInstance, deps: AppDeps): void {
  app.get<{ Params: Params }>('/answer/:token', options, async ({ params: { token }, headers }, reply) => {
    const asked = await askedBy(deps, token);
    if (asked === undefined) return invalidLink(reply, languageWanted(headers['accept-language']));
    return html(reply, 200, { language: languageOf(asked), page: answerPage(asked, { action: `/answer/${token}` }) });
  });

  app.post<{ Params: Params }>('/answer/:token', options, async ({ params: { token }, body, headers }, reply) => {
    const asked = await askedBy(deps, token);
    if (asked === undefined) return invalidLink(reply, languageWanted(headers['accept-language']));
    const language = languageOf(asked);
    const { answer: words } = wordsFor(language);
    const again = (status: number, error: string): FastifyReply => {
      const form = (body ?? {}) as Partial<AnswerForm>;
      return html(reply, status, { language, page: answerPage(asked, { action: `/answer/${token}`, error, form }) });
    };
    const parsed = answerFormSchema.safeParse(body ?? {});
    if (!parsed.success) return again(422, whatIsWrong(parsed.error.issues[0]?.path[0], words));
    const missing = whatIsMissing(parsed.data, words);
    if (missing !== undefined) return again(422, missing);
    try {
      await answer(deps, asked, token, parsed.data);
    } catch (error) {
      if (error instanceof Problem) return again(statusOf(error.code), whyRefused(error.code, wordsFor(language)));
      throw error;
    }
    const { title, [parsed.data.choice]: whatHappensNext } = words.thanks;
    return html(reply, 200, { language, page: message(language, title, [whatHappensNext]) });
  });
}

async function askedBy(deps: AppDeps, token: string): Promise<Asked | undefined> {
  const claim = await deps.links.read(token, nowOf(deps));
  return claim && findAsked(deps, claim);
}

const languageOf = ({ contact }: Asked): Language => contact.language;

type Page = { readonly language: Language; readonly page: string };

const html = (reply: FastifyReply, status: number, { language, page }: Page): FastifyReply =>
  reply
    .status(status)
    .type('text/html; charset=utf-8')
    .headers({ 'cache-control': 'no-store', 'content-language': language })
    .send(page);

const message = (language: Language, title: string, paragraphs: readonly string[]): string =>
  renderPage('message', { language, title, paragraphs });

/** Whose link it was nobody can say, so the browser's language stands for the reader's. */
function invalidLink(reply: FastifyReply, language: Language): FastifyReply {
  const { title, why, nothingChanged } = wordsFor(language).answer.linkNotValid;
  return html(reply, 403, { language, page: message(language, title, [why, nothingChanged]) });
}

function whatIsWrong(field: PropertyKey | undefined, { wrong }: AnswerWords): string {
  if (field === 'choice' || field === 'evidenceUrl' || field === 'untilOn') return wrong[field];
  return wrong.form;
}

/** A person writes something; a scanner that presses the button does not. */
function whatIsMissing(
  { choice, note, evidenceUrl, untilOn }: AnswerForm,
  { missing }: AnswerWords,
): string | undefined {
  if (note === '') return choice === 'not-me' ? missing.whomToAsk : missing.note;
  if (choice === 'implemented' && evidenceUrl === undefined) return missing.evidenceUrl;
  if (choice === 'more-time' && untilOn === undefined) return missing.untilOn;
  return undefined;
}

function whyRefused(code: ProblemCode, { answer: { refused, nothingSent }, mail }: Words): string {
  const other = statusOf(code) === 503 ? 'unavailable' : 'other';
  const known = answerRefusals.find((each) => each === code) ?? other;
  return `${refused[known]}${mail.marks.sentenceGap}${nothingSent}`;
}

/** The same form sent twice is one answer: its id is made from the link and the form's own nonce. */
async function answer(deps: AppDeps, asked: Asked, token: string, form: AnswerForm): Promise<void> {
  const { contactId, recommendationId } = asked.claim;
  const commandId = `answer:${createHash('sha256').update(`${token} ${form.nonce}`).digest('base64url')}`;
  await submitOnce(deps, recommendationId, {
    commandId,
    actor: `contact:${contactId}`,
    command: await commandOf(deps, asked, form),
  });
  if (form.choice === 'not-me') await saveSuggestion(deps.db, contactId, form.note);
}

async function commandOf(deps: AppDeps, { claim, row }: Asked, form: AnswerForm): Promise<PersonCommand> {
  const { note, implementation, evidenceUrl, evidenceDescription, untilOn } = form;
  switch (form.choice) {
    case 'progress':
      return { type: 'ReportProgress', note, implementation: implementation ?? null };
    case 'implemented':
      return {
        type: 'ClaimImplementation',
        note,
        evidence: [{ url: evidenceUrl ?? '', description: evidenceDescription }],
      };
    case 'more-time':
      return { type: 'RequestExtension', untilOn: untilOn ?? '', reason: note };
    case 'not-me': {
      const { contactId, role } = claim;
      const holders = await listHolders(deps.db, claim.recommendationId, row.state_code);
      return {
        type: 'RecordContactUnreachable',
        contactId,
        role,
        because: 'not-me',
        movedTo: successorOf(contactId, role, holders),
      };
    }
  }
}
