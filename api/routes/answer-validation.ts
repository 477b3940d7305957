import type { FastifyReply } from 'fastify';
import { listHolders, successorOf } from '../../db/queries/follow-ups.ts';
import { saveSuggestion } from '../../db/register/contacts.ts';
import type { PersonCommand } from '../../domain/follow-up/commands.ts';
import { validationRefusals } from '../../words/validation-words.ts';
import { wordsFor, type Words } from '../../words/words.ts';
import { whatFollows } from '../after-answer.ts';
import { eraseDraft } from '../answer-draft.ts';
import { answerCommandId, donePage, html, reasonOf } from '../answer-reply.ts';
import type { Asked } from '../asked.ts';
import type { AppDeps } from '../deps.ts';
import { giverBehindLink, signedBy } from '../giver.ts';
import type { Visit, Written } from '../link-page.ts';
import { Problem, statusOf, type ProblemCode } from '../problems.ts';
import { validationFormSchema, type ValidationForm } from '../schemas/answer.ts';
import { validationPage } from '../validation-page.ts';
import { submitOnce } from './commands.ts';

type Sent = { readonly visit: Visit; readonly body: Written };

/** Takes what the validating authority of a State sends: a person signs without an account, as everybody answers. */
export async function takeValidation(deps: AppDeps, reply: FastifyReply, { visit, body }: Sent): Promise<FastifyReply> {
  const { language } = visit.asked.contact;
  const words = wordsFor(language);
  const again = (status: number, error: string): FastifyReply => {
    const page = validationPage(visit, { error, form: body });
    return html(reply, status, { language, page });
  };
  const parsed = validationFormSchema.safeParse(body);
  if (!parsed.success)
    return again(422, words.answer.wrong[parsed.error.issues[0]?.path[0] === 'choice' ? 'choice' : 'form']);
  const form = parsed.data;
  // A person writes something; a scanner that presses the button does not.
  if (form.note === '') return again(422, words.answer.missing[form.choice === 'not-me' ? 'whomToAsk' : 'note']);
  try {
    await give(deps, visit, form);
  } catch (error) {
    if (error instanceof Problem) return again(statusOf(error.code), whyRefused(error.code, words));
    throw error;
  }
  await eraseDraft(deps, visit.asked);
  const { choice } = form;
  const thanks = choice === 'not-me' ? words.answer.thanks[choice] : words.validation.thanks[choice];
  const lines = await whatFollows(deps, [visit.asked], { choice, who: choice === 'not-me' ? choice : 'answer' });
  const { title } = words.answer.thanks;
  return html(reply, 200, { language, page: donePage({ language, title, paragraphs: [thanks], lines }) });
}

function whyRefused(code: ProblemCode, { validation, answer, mail }: Words): string {
  const known = validationRefusals.find((each) => each === code);
  const why = known === undefined ? reasonOf(code, answer) : validation.refused[known];
  return `${why}${mail.marks.sentenceGap}${answer.nothingSent}`;
}

async function give(deps: AppDeps, { asked, token }: Visit, form: ValidationForm): Promise<void> {
  const { contactId, recommendationId } = asked.claim;
  await submitOnce(deps, recommendationId, {
    commandId: answerCommandId(token, form.nonce),
    actor: `contact:${contactId}`,
    command: signedBy(giverBehindLink(contactId), await commandOf(deps, asked, form)),
  });
  if (form.choice === 'not-me') await saveSuggestion(deps.db, contactId, form.note);
}

async function commandOf(
  deps: AppDeps,
  { claim: { contactId, role, recommendationId }, row }: Asked,
  { choice, note }: ValidationForm,
): Promise<PersonCommand> {
  if (choice === 'validate') return { type: 'Validate', note };
  if (choice === 'decline') return { type: 'DeclineValidation', reason: note };
  const holders = await listHolders(deps.db, recommendationId, row.state_code);
  const movedTo = successorOf(contactId, role, holders);
  return { type: 'RecordContactUnreachable', contactId, role, because: 'not-me', movedTo };
}
