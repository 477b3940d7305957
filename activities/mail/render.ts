import { Eta } from 'eta';
import { fileURLToPath } from 'node:url';
import type { UnLanguage } from '../../domain/reference/states.ts';
import { fill } from '../../words/plurals.ts';
import { wordsFor, type Words } from '../../words/words.ts';
import type { DigestContent, DigestItem } from './digest-content.ts';
import { standInNoteOf } from './appeal-facts.ts';
import type { Fact } from './fact.ts';
import { factsOf } from './facts.ts';
import { headlineOf } from './headlines.ts';
import { actionOf, footerOf, greetingOf, introOf, lateNoteOf, subjectOf } from './wording.ts';

export type RenderedDigest = {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly language: UnLanguage;
};

/** What the templates see: words only, so that they hold no rule. */
type View = {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly subject: string;
  readonly senderName: string;
  readonly greeting: string;
  readonly intro: string;
  readonly items: readonly ItemView[];
  readonly footer: readonly string[];
};
/** HTML takes what stands before the value and the value, so that English can be marked as such; plain text takes the line. */
type FactView = Fact & { readonly before: string; readonly line: string };
type ItemView = {
  readonly headline: string;
  readonly text: string;
  readonly quoted: string;
  readonly facts: readonly FactView[];
  readonly lateNote: string | null;
  readonly standInNote: string | null;
  readonly together: { readonly says: string; readonly texts: readonly string[] } | null;
  readonly action: string;
  readonly actionLine: string;
  readonly link: string;
};

const views = fileURLToPath(new URL('./templates/', import.meta.url));
const htmlTemplates = new Eta({ views, cache: true, autoTrim: false });
/** Nothing is escaped in plain text. */
const textTemplates = new Eta({ views, cache: true, autoTrim: false, autoEscape: false });

export function renderDigest(content: DigestContent): RenderedDigest {
  const view = viewOf(content, wordsFor(content.language));
  return {
    subject: view.subject,
    language: content.language,
    html: htmlTemplates.render('digest.html.eta', view),
    text: textTemplates.render('digest.txt.eta', view).replaceAll(/\n{3,}/g, '\n\n'),
  };
}

const viewOf = (content: DigestContent, words: Words): View => ({
  language: words.language,
  direction: words.direction,
  subject: subjectOf(content, words),
  senderName: content.senderName,
  greeting: greetingOf(content, words),
  intro: introOf(content, words),
  items: content.items.map((item) => itemView(item, content, words)),
  footer: footerOf(content, words),
});

function itemView(item: DigestItem, { onDate }: DigestContent, words: Words): ItemView {
  const { labelled, quoted } = words.mail.marks;
  const text = shortened(item.text);
  const action = actionOf(item, words);
  return {
    headline: headlineOf(item, onDate, words),
    text,
    quoted: fill(quoted, { text: words.apart(text) }),
    facts: factsOf(item, words).map((fact) => ({
      ...fact,
      before: fill(labelled, { label: fact.label, value: '' }),
      line: fill(labelled, { label: fact.label, value: fact.isEnglish ? words.apart(fact.value) : fact.value }),
    })),
    lateNote: lateNoteOf(item, words),
    standInNote: standInNoteOf(item, words),
    together: item.cluster === null ? null : togetherView(item.cluster, words),
    action,
    // Plain text has the link on a line of its own, which no other direction and no mark can disturb.
    actionLine: fill(labelled, { label: action, value: '' }).trimEnd(),
    link: item.link,
  };
}

const togetherView = ({ title, others }: NonNullable<DigestItem['cluster']>, { mail, apart }: Words) => ({
  says: fill(mail.answeredTogether, { title: apart(fill(mail.marks.quoted, { text: title })) }),
  texts: others.map(({ text, paragraph }) => shortened(paragraph === null ? text : `${paragraph}: ${text}`)),
});

const longestText = 320;

/** Cut between words; the link leads to the whole text. */
export function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= longestText) return line;
  const cut = line.slice(0, longestText);
  const lastSpace = cut.lastIndexOf(' ');
  return `${cut.slice(0, lastSpace > longestText / 2 ? lastSpace : longestText).replace(/[\s,;:.]+$/, '')}…`;
}
