import { listHolders } from '../db/queries/follow-ups.ts';
import type { Role } from '../domain/follow-up/roles.ts';
import { sideBySide } from '../domain/follow-up/side-by-side.ts';
import { waitsForValidation } from '../domain/follow-up/sign-off.ts';
import { fill } from '../words/plurals.ts';
import { wordsFor } from '../words/words.ts';
import { dateFor, sourceOf, type Asked } from './asked.ts';
import type { AppDeps } from './deps.ts';
import { frameOf, type LinkPageWish, type Visit } from './link-page.ts';
import { renderPage } from './pages/render.ts';

/**
 * A link of the validating authority opens this page while a claim waits for it; any other day it opens the page of whoever answers.
 * Only the State signs for the State: whoever of our own side reads the mail because nobody else is there has nothing to sign.
 */
export async function isToValidate({ db }: AppDeps, { claim, row }: Asked): Promise<boolean> {
  const { status, state } = row;
  if (claim.role !== 'validating-authority' || status !== 'under-verification') return false;
  if (!state || !waitsForValidation(state)) return false;
  const holders = await listHolders(db, row.id, row.state_code);
  return holders.some(({ role, contactId }) => contactId === claim.contactId && signingRoles.includes(role));
}
const signingRoles: readonly Role[] = ['validating-authority', 'nmirf-secretariat'];

/** The page of the validating authority: what was claimed and with what evidence, and room to sign it or send it back. */
export function validationPage(visit: Visit, wish: LinkPageWish): string {
  const { asked } = visit;
  const { row, contact, events } = asked;
  const words = wordsFor(contact.language);
  const { words: said, evidence } = sideBySide(events).state;
  return renderPage('validation', {
    ...frameOf(visit, wish),
    colon: fill(words.mail.marks.labelled, { label: '', value: '' }),
    says: words.validation,
    text: row.text,
    source: sourceOf(asked),
    state: words.stateName(row.state_code),
    claimed:
      said === null
        ? words.answer.noAnswerYet
        : fill(words.answer.lastAnswers.implemented, {
            date: words.date(dateFor(contact, said.at)),
            words: words.apart(said.note),
          }),
    evidence: evidence.map(({ url, description }) => ({ url, description, isLink: /^https?:/.test(url) })),
    noEvidence: words.view.noEvidence,
    choices: [...Object.entries(words.validation.choices), ['not-me', words.answer.choices['not-me']]],
  });
}
