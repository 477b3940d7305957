import { Eta } from 'eta';
import { fileURLToPath } from 'node:url';
import { isForOwnSide, type DigestContent, type DigestItem } from './digest-content.ts';
import { wordingFor, type Fact, type Wording } from './wording.ts';

export type RenderedDigest = {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** The language it is written in, which is the reader's only where there is a translation. */
  readonly language: string;
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
type ItemView = {
  readonly headline: string;
  readonly text: string;
  readonly facts: readonly Fact[];
  readonly lateNote: string | null;
  readonly action: string;
  readonly link: string;
};

const views = fileURLToPath(new URL('./templates/', import.meta.url));
const htmlTemplates = new Eta({ views, cache: true, autoTrim: false });
/** Nothing is escaped in plain text. */
const textTemplates = new Eta({ views, cache: true, autoTrim: false, autoEscape: false });

export function renderDigest(content: DigestContent): RenderedDigest {
  const view = viewOf(content, wordingFor(content.language));
  return {
    subject: view.subject,
    language: view.language,
    html: htmlTemplates.render('digest.html.eta', view),
    text: textTemplates.render('digest.txt.eta', view).replaceAll(/\n{3,}/g, '\n\n'),
  };
}

const viewOf = (content: DigestContent, wording: Wording): View => ({
  language: wording.language,
  direction: wording.direction,
  subject: wording.subject(content),
  senderName: content.senderName,
  greeting: wording.greeting(content.name),
  intro: wording.intro(content),
  items: content.items.map((item) => itemView(item, content, wording)),
  footer: wording.footer(content),
});

const itemView = (item: DigestItem, { onDate }: DigestContent, wording: Wording): ItemView => ({
  headline: wording.headline(item, onDate),
  text: shortened(item.text),
  facts: wording.facts(item),
  lateNote: item.isDelayed && !isForOwnSide(item.kind) ? wording.lateNote(item) : null,
  action: wording.action(item.kind),
  link: item.link,
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
