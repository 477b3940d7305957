import type { AnswerDraft } from '../db/register/answer-drafts.ts';
import { fill } from '../words/plurals.ts';
import { wordsFor, type Words } from '../words/words.ts';
import { draftOf, eraseDraft, keepDraft } from './answer-draft.ts';
import { donePage } from './answer-reply.ts';
import { dateFor } from './asked.ts';
import type { AppDeps } from './deps.ts';
import { actionOf, type LinkPageWish, type Visit, type Written } from './link-page.ts';
import { pressedSchema } from './schemas/answer.ts';

export type ShowPage = (wish: LinkPageWish) => string;
/** A page and the status under which it is sent. (A reply of Fastify is itself awaited: it must not be what a promise is for.) */
export type Shown = { readonly status: number; readonly page: string };
type Sent = { readonly visit: Visit; readonly body: Written; readonly show: ShowPage };

/** What a page behind a link does beside answering: keep for later, take up again, erase. Undefined when it is an answer. */
export async function putAside(deps: AppDeps, sent: Sent): Promise<Shown | undefined> {
  const { do: button, isErased } = sent.body as { readonly do?: unknown; readonly isErased?: unknown };
  switch (pressedSchema.parse(button)) {
    case 'send':
      return undefined;
    case 'save':
      return save(deps, sent);
    case 'open':
      return open(deps, sent);
    case 'erase':
      return isErased === 'yes' ? erase(deps, sent) : open(deps, sent, true);
  }
}

async function save(deps: AppDeps, { visit, body, show }: Sent): Promise<Shown> {
  const { contact } = visit.asked;
  const { language } = contact;
  const { answer, after, date } = wordsFor(language);
  const kept = await keepDraft(deps, visit.asked, body);
  if ('because' in kept) {
    const error = kept.because === 'nothing' ? after.nothingToKeep : answer.wrong.form;
    return { status: 422, page: show({ form: body, error }) };
  }
  const until = fill(after.kept.until, { date: date(dateFor(contact, kept.draft.expiresAt)) });
  const goOn = { action: actionOf(visit), label: after.kept.goOn };
  const paragraphs = [after.kept.nothingSent, until];
  return { status: 200, page: donePage({ language, title: after.kept.title, paragraphs, goOn }) };
}

async function open(deps: AppDeps, { visit, show }: Sent, isUnticked = false): Promise<Shown> {
  const words = wordsFor(visit.asked.contact.language);
  const draft = await draftOf(deps, visit.asked);
  if (draft === undefined) return { status: 200, page: show({ isFirstLook: true }) };
  const { choice: _, ...form } = draft.form;
  const error = isUnticked ? { error: words.after.erase.tick } : {};
  const page = show({ form, reopened: { chosen: chosenIn(draft, words) }, ...error });
  return { status: isUnticked ? 422 : 200, page };
}

function chosenIn(
  { form: { choice = '' } }: AnswerDraft,
  { answer, view, appeal, validation }: Words,
): string | undefined {
  const labels: Readonly<Record<string, { readonly label: string }>> = {
    ...answer.choices,
    ...appeal.choices,
    ...validation.choices,
    view: view.give,
  };
  return typeof choice === 'string' && Object.hasOwn(labels, choice) ? labels[choice]?.label : undefined;
}

async function erase(deps: AppDeps, { visit }: Sent): Promise<Shown> {
  const { language } = visit.asked.contact;
  const { answer, after } = wordsFor(language);
  await eraseDraft(deps, visit.asked);
  return { status: 200, page: donePage({ language, title: answer.title, paragraphs: [after.erase.done] }) };
}
