import type { FastifyReply } from 'fastify';
import { saveSuggestion } from '../../db/register/contacts.ts';
import type { PersonCommand } from '../../domain/follow-up/commands.ts';
import type { IndependentRole } from '../../domain/follow-up/roles.ts';
import { wordsFor, type Words } from '../../words/words.ts';
import { whatFollows } from '../after-answer.ts';
import { eraseDraft } from '../answer-draft.ts';
import { answerCommandId, donePage, html, reasonOf } from '../answer-reply.ts';
import type { AppDeps } from '../deps.ts';
import type { Visit, Written } from '../link-page.ts';
import { lookLater } from '../look-later.ts';
import { evidenceIn } from '../milestone-answer.ts';
import { Problem, statusOf, type ProblemCode } from '../problems.ts';
import { viewFormSchema, type ViewForm } from '../schemas/answer.ts';
import { viewPage } from '../view-page.ts';
import { submitOnce } from './commands.ts';

type Sent = {
  readonly visit: Visit;
  readonly role: IndependentRole;
  readonly body: Written;
};

/** Takes what an independent voice sends. Whatever its form says, it never answers for the State. */
export async function takeView(deps: AppDeps, reply: FastifyReply, sent: Sent): Promise<FastifyReply> {
  const { visit, body } = sent;
  const { language } = visit.asked.contact;
  const words = wordsFor(language);
  const again = (status: number, error: string): FastifyReply => {
    const page = viewPage(visit, { error, form: body });
    return html(reply, status, { language, page });
  };
  const parsed = viewFormSchema.safeParse(body);
  if (!parsed.success) return again(422, whatIsWrong(parsed.error.issues[0]?.path[0], words.answer.wrong));
  const form = parsed.data;
  // A person writes something; a scanner that presses the button does not.
  if (form.note === '') return again(422, words.answer.missing[form.choice === 'not-me' ? 'whomToAsk' : 'note']);
  try {
    await give(deps, sent, form);
  } catch (error) {
    if (error instanceof Problem) return again(statusOf(error.code), whyRefused(error.code, words));
    throw error;
  }
  await eraseDraft(deps, visit.asked);
  const paragraphs = [form.choice === 'view' ? words.view.thanks : words.answer.thanks['not-me']];
  const lines = await whatFollows(deps, [visit.asked], { choice: form.choice, who: form.choice });
  return html(reply, 200, {
    language,
    page: donePage({ language, title: words.answer.thanks.title, paragraphs, lines }),
  });
}

const whyRefused = (code: ProblemCode, { answer, mail }: Words): string =>
  `${reasonOf(code, answer)}${mail.marks.sentenceGap}${answer.nothingSent}`;

function whatIsWrong(
  field: PropertyKey | undefined,
  wrong: Readonly<Record<'choice' | 'evidenceUrl' | 'form', string>>,
): string {
  return wrong[field === 'choice' || field === 'evidenceUrl' ? field : 'form'];
}

async function give(deps: AppDeps, { visit, role }: Sent, form: ViewForm): Promise<void> {
  const { contactId, recommendationId } = visit.asked.claim;
  await submitOnce(deps, recommendationId, {
    commandId: answerCommandId(visit.token, form.nonce),
    actor: `contact:${contactId}`,
    command: commandOf(form, role, contactId),
  });
  if (form.evidenceUrl !== undefined) lookLater(deps, form.evidenceUrl);
  if (form.choice === 'not-me') await saveSuggestion(deps.db, contactId, form.note);
}

function commandOf(form: ViewForm, role: IndependentRole, contactId: string): PersonCommand {
  const { note, implementation = null } = form;
  if (form.choice === 'view')
    return { type: 'RecordIndependentView', role, contactId, note, implementation, evidence: evidenceIn(form) };
  // Nobody stands in for an independent voice: our side looks for another one.
  return { type: 'RecordContactUnreachable', contactId, role, because: 'not-me', movedTo: null };
}
