import { strFromU8, unzipSync } from 'fflate';
import { letterDocument, type PrintedLetter } from '../../api/letters/letter-document.ts';
import { languages } from '../../db/schema.ts';
import { rungLetterKinds } from '../../domain/follow-up/events.ts';
import { composeLetter, enclosureOf } from '../../domain/letters/compose.ts';
import { letterWording } from '../../domain/letters/wordings/all.ts';
import { thankedDeposit } from '../support/deposits.ts';
import { letterFacts } from '../support/letters.ts';

const letterOf = (language: PrintedLetter['language'], kind: PrintedLetter['kind']): PrintedLetter => ({
  kind,
  language,
  reference: 'REL/SI/2026/0042',
  datedOn: '2026-05-13',
  facts: letterFacts,
  body: composeLetter(kind, letterFacts, language),
});

async function partsOf(letter: PrintedLetter): Promise<Readonly<Record<string, string>>> {
  const files = unzipSync(await letterDocument(letter, 'The Sender & Co'));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

/** The words that stand in a document, as a reader has them. */
const wordsOf = (xml = ''): string =>
  [...xml.matchAll(/<w:t [^>]*>([^<]*)/g)]
    .map(([, text]) => text)
    .join('\n')
    .replaceAll('&amp;', '&')
    .replaceAll('&apos;', "'")
    .replaceAll('\u200e', '');

const all = languages.flatMap((language) => rungLetterKinds.map((kind) => [language, kind] as const));

test.each(all)('in %s, the document of a %s holds the whole letter and its enclosure', async (language, kind) => {
  const letter = letterOf(language, kind);
  const words = wordsOf((await partsOf(letter))['word/document.xml']);
  const { addressee, paragraphs, closing, signature } = letter.body;
  for (const text of [...addressee, ...paragraphs, closing, ...signature]) expect(words).toContain(text);
  for (const { label, values } of enclosureOf(letterFacts, language))
    for (const text of [label, ...values]) expect(words).toContain(text);
  for (const text of ['The Sender & Co', letter.reference, letterWording(language).date('2026-05-13')])
    expect(words).toContain(text);
});

test('the package is dated as the letter is, whatever the clock of the machine says', async () => {
  const letter = letterOf('en', 'note-verbale');
  const core = (await partsOf(letter))['docProps/core.xml'];
  expect(core?.match(/2026-05-13T12:00:00\.000Z/g)).toHaveLength(2);
  const one = await letterDocument(letter, 'Relance');
  expect((await letterDocument(letter, 'Relance')).equals(one)).toBe(true);
  expect((await letterDocument({ ...letter, datedOn: '2026-05-14' }, 'Relance')).equals(one)).toBe(false);
});

test('in an Arabic letter a quotation in Latin script keeps its own direction', async () => {
  const facts = { ...letterFacts, text: 'Establish an ombudsman' };
  const letter = { ...letterOf('ar', 'note-verbale'), facts, body: composeLetter('note-verbale', facts, 'ar') };
  const paragraphs = ((await partsOf(letter))['word/document.xml'] ?? '').split('</w:p>');
  const quotation = paragraphs.filter((each) => each.includes('«Establish an ombudsman»'));
  expect(quotation).toHaveLength(2);
  for (const each of quotation) expect(each).toContain('<w:bidi w:val="false"/>');
  expect(paragraphs.filter((each) => each.includes('<w:bidi/>')).length).toBeGreaterThan(20);
});

test('a character that XML cannot hold is left out, and the document still opens', async () => {
  const letter = letterOf('en', 'note-verbale');
  const body = { ...letter.body, closing: 'With\u0000 \u001bthanks\uffff.' };
  const xml = (await partsOf({ ...letter, body }))['word/document.xml'];
  expect(wordsOf(xml)).toContain('With thanks.');
});

test.each(languages)(
  'in %s, the document of a letter of thanks holds the letter and no file of reminders',
  async (language) => {
    const facts = { ...letterFacts, thanksFor: thankedDeposit };
    const letter = { ...letterOf(language, 'note-verbale'), kind: 'letter-of-thanks', facts } as const;
    const body = composeLetter('letter-of-thanks', facts, language);
    const words = wordsOf((await partsOf({ ...letter, body }))['word/document.xml']);
    for (const text of [...body.addressee, ...body.paragraphs, body.closing, ...body.signature])
      expect(words).toContain(text);
    expect(words).not.toContain(letterWording(language).labels.enclosure);
    expect(words).not.toContain(letterWording(language).labels.reminders);
  },
);
