import { randomBytes } from 'node:crypto';
import type { AnswerDraft } from '../db/register/answer-drafts.ts';
import type { Language } from '../db/schema.ts';
import { languageNames } from '../words/language-names.ts';
import { fill } from '../words/plurals.ts';
import { wordsFor } from '../words/words.ts';
import { dateFor, type Asked } from './asked.ts';
import { isNonce } from './schemas/answer.ts';

/** Somebody behind a mail's link, in the language in which they read it now; `asked.contact` speaks that language. */
export type Visit = { readonly token: string; readonly asked: Asked; readonly ownLanguage: Language };

/** A form as it is to be shown; what comes from a browser may be anything. */
export type Written = Readonly<Partial<Record<string, unknown>>>;

export type LinkPageWish = {
  readonly form?: Written;
  readonly error?: string;
  /** Something is kept that is not shown yet: whoever opens every link reads nothing of it. */
  readonly found?: AnswerDraft | undefined;
  /** What was kept is filled in. The choice is not: it is the person's to make again. */
  readonly reopened?: { readonly chosen: string | undefined };
  /** Nothing has been written yet that another language would lose. */
  readonly isFirstLook?: boolean;
};

export function actionOf({ token, asked, ownLanguage }: Visit): string {
  const { language } = asked.contact;
  return `/answer/${token}${language === ownLanguage ? '' : `?lang=${language}`}`;
}

/** What stands around the form of both pages. The nonce makes one answer of a form that is sent twice. */
export function frameOf(visit: Visit, wish: LinkPageWish) {
  const { contact } = visit.asked;
  const { answer, after, date } = wordsFor(contact.language);
  const { form = {}, error, found, reopened, isFirstLook = false } = wish;
  return {
    language: contact.language,
    words: answer,
    after,
    languages: isFirstLook ? languagesBeside(visit) : [],
    found: found && fill(after.found, { date: date(dateFor(contact, found.savedAt)) }),
    reopened:
      reopened &&
      (reopened.chosen === undefined ? after.filledIn : fill(after.chooseAgain, { choice: reopened.chosen })),
    form,
    error,
    action: actionOf(visit),
    nonce: isNonce(form.nonce) ? form.nonce : randomBytes(12).toString('base64url'),
  };
}

const languagesBeside = ({ token, asked }: Visit) =>
  Object.entries(languageNames)
    .filter(([code]) => code !== asked.contact.language)
    .map(([code, name]) => ({ code, name, href: `/answer/${token}?lang=${code}` }));
