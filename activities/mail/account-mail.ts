import { Eta } from 'eta';
import { fileURLToPath } from 'node:url';
import type { AccountMailKind, Language } from '../../db/schema.ts';
import { fill } from '../../words/plurals.ts';
import { wordsFor } from '../../words/words.ts';

export type AccountMailWish = {
  readonly kind: AccountMailKind;
  readonly language: Language;
  readonly senderName: string;
  readonly name: string;
  readonly link: string;
};
export type AccountMailText = { readonly subject: string; readonly html: string; readonly text: string };

const views = fileURLToPath(new URL('./templates/', import.meta.url));
const templates = new Eta({ views, cache: true, autoTrim: false });

/** A mail with which somebody chooses a password, in their language. */
export function composeAccountMail({ kind, language, senderName, name, link }: AccountMailWish): AccountMailText {
  const words = wordsFor(language);
  const own = words.account[kind];
  const sender = words.apart(senderName);
  const view = {
    language,
    direction: words.direction,
    senderName,
    subject: fill(own.subject, { sender }),
    greeting: fill(words.mail.greeting, { name: words.apart(name) }),
    intro: fill(own.intro, { sender }),
    action: own.action,
    link,
    after: [own.validity, own.unasked],
  };
  return { subject: view.subject, html: templates.render('account.html.eta', view), text: textOf(view) };
}

type View = {
  readonly greeting: string;
  readonly intro: string;
  readonly action: string;
  readonly link: string;
  readonly after: readonly string[];
};

/** The link stands on a line of its own, where no other direction and no mark disturbs it. */
const textOf = ({ greeting, intro, action, link, after }: View): string =>
  [greeting, '', intro, '', `${action}:`, link, '', ...after, ''].join('\n');
