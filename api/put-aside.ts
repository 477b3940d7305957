import type { FastifyReply } from 'fastify';
import type { AnswerDraft } from '../db/register/answer-drafts.ts';
import { fill } from '../words/plurals.ts';
import { wordsFor, type Words } from '../words/words.ts';
import { draftOf, eraseDraft, keepDraft } from './answer-draft.ts';
import { donePage, html } from './answer-reply.ts';
import { dateFor } from './asked.ts';
import type { AppDeps } from './deps.ts';
import { actionOf, type LinkPageWish, type Visit, type Written } from './link-page.ts';
import { pressedSchema } from './schemas/answer.ts';

export type ShowPage = (wish: LinkPageWish) => string;
type Sent = { readonly visit: Visit; readonly body: Written; readonly show: ShowPage };

/** What a page behind a link does beside answering: keep for later, take up again, erase. Undefined when it is an answer. */
export async function putAside(deps: AppDeps, reply: FastifyReply, sent: Sent): Promise<FastifyReply | undefined> {
  const { do: button, isErased } = sent.body as { readonly do?: unknown; readonly isErased?: unknown };
  switch (pressedSchema.parse(button)) {
    case 'send':
      return undefined;
    case 'save':
      return save(deps, reply, sent);
    case 'open':
      return open(deps, reply, sent);
    case 'erase':
      return isErased === 'yes' ? erase(deps, reply, sent) : open(deps, reply, sent, true);
  }
}

async function save(deps: AppDeps, reply: FastifyReply, { visit, body, show }: Sent): Promise<FastifyReply> {
  const { contact } = visit.asked;
  const { language } = contact;
  const { answer, after, date } = wordsFor(language);
  const kept = await keepDraft(deps, visit.asked, body);
  if ('because' in kept) {
    const error = kept.because === 'nothing' ? after.nothingToKeep : answer.wrong.form;
    return html(reply, 422, { language, page: show({ form: body, error }) });
  }
  const until = fill(after.kept.until, { date: date(dateFor(contact, kept.draft.expiresAt)) });
  const goOn = { action: actionOf(visit), label: after.kept.goOn };
  const paragraphs = [after.kept.nothingSent, until];
  return html(reply, 200, { language, page: donePage({ language, title: after.kept.title, paragraphs, goOn }) });
}

async function open(
  deps: AppDeps,
  reply: FastifyReply,
  { visit, show }: Sent,
  isUnticked = false,
): Promise<FastifyReply> {
  const { language } = visit.asked.contact;
  const words = wordsFor(language);
  const draft = await draftOf(deps, visit.asked);
  if (draft === undefined) return html(reply, 200, { language, page: show({ isFirstLook: true }) });
  const { choice: _, ...form } = draft.form;
  const error = isUnticked ? { error: words.after.erase.tick } : {};
  const page = show({ form, reopened: { chosen: chosenIn(draft, words) }, ...error });
  return html(reply, isUnticked ? 422 : 200, { language, page });
}

function chosenIn({ form: { choice = '' } }: AnswerDraft, { answer, view }: Words): string | undefined {
  const labels: Readonly<Record<string, { readonly label: string }>> = { ...answer.choices, view: view.give };
  return typeof choice === 'string' && Object.hasOwn(labels, choice) ? labels[choice]?.label : undefined;
}

async function erase(deps: AppDeps, reply: FastifyReply, { visit }: Sent): Promise<FastifyReply> {
  const { language } = visit.asked.contact;
  const { answer, after } = wordsFor(language);
  await eraseDraft(deps, visit.asked);
  return html(reply, 200, {
    language,
    page: donePage({ language, title: answer.title, paragraphs: [after.erase.done] }),
  });
}
