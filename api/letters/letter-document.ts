import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun, type FileChild } from 'docx';
import { enclosureOf } from '../../domain/letters/compose.ts';
import type { LetterBody, LetterFacts } from '../../domain/letters/letter.ts';
import { letterWording } from '../../domain/letters/wordings/all.ts';
import type { LetterKind } from '../../domain/follow-up/events.ts';
import type { CalendarDate } from '../../domain/time.ts';
import type { Language } from '../../db/schema.ts';
import { enclosureTable } from './enclosure-table.ts';
import { withFixedTimes } from './fixed-times.ts';
import { typesetting, type Typesetting } from './typesetting.ts';

export type PrintedLetter = {
  readonly kind: LetterKind;
  readonly language: Language;
  readonly reference: string;
  /** The day of sending, or of drafting as long as it was not sent. */
  readonly datedOn: CalendarDate;
  readonly body: LetterBody;
  readonly facts: LetterFacts;
};

/** A letter as a Word document. The same letter gives the same bytes, so that a copy can be told from a change. */
export async function letterDocument(letter: PrintedLetter, senderName: string): Promise<Buffer> {
  const set = typesetting(letter.language);
  const isAlone = letter.kind === 'letter-of-thanks'; // Who is thanked is not sent the file of their reminders.
  const enclosed = isAlone ? [] : enclosure(letter, set);
  const children = [...headOf(letter, senderName, set), ...textOf(letter, set), ...enclosed];
  const document = new Document({
    creator: senderName,
    lastModifiedBy: senderName,
    title: letter.reference,
    styles: { default: { document: { run: { font: set.fonts, size: 22, ...set.run }, paragraph: {} } } },
    sections: [{ properties: { page: pageOfA4 }, footers: { default: footerOf(letter, set) }, children }],
  });
  return withFixedTimes(await Packer.toBuffer(document), letter.datedOn);
}

const millimetre = 56.7; // In twentieths of a point.
const mm = (length: number): number => Math.round(length * millimetre);
const pageOfA4 = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(25), bottom: mm(22), left: mm(25), right: mm(25) },
};

function headOf({ kind, language, reference, datedOn, body }: PrintedLetter, senderName: string, set: Typesetting) {
  const { labels, labelled, date, heading } = letterWording(language);
  const { paragraph } = set;
  const title = kind === 'letter-of-thanks' ? '' : heading[kind];
  return [
    paragraph(senderName, { isBold: true, size: 28, spaceAfter: 60 }),
    new Paragraph({
      ...set.layout,
      spacing: { after: 300 },
      border: { bottom: { style: 'single', size: 6, space: 1 } },
    }),
    paragraph(labelled(labels.reference, set.isolated(reference)), { spaceAfter: 60 }),
    paragraph(labels.place(date(datedOn)), { spaceAfter: 300 }),
    ...body.addressee.map((line, index) =>
      paragraph(line, { spaceAfter: index === body.addressee.length - 1 ? 300 : 0 }),
    ),
    ...(title === '' ? [] : [paragraph(title, { isBold: true, isCentred: true, spaceAfter: 240 })]),
  ];
}

function textOf({ body }: PrintedLetter, { paragraph }: Typesetting): readonly FileChild[] {
  return [
    ...(body.salutation === '' ? [] : [paragraph(body.salutation, { spaceAfter: 200 })]),
    ...body.paragraphs.map((text) => paragraph(text, { spaceAfter: 200, isJustified: true })),
    paragraph(body.closing, { spaceAfter: 400, isJustified: true }),
    ...body.signature.map((line, index) => paragraph(line, { spaceAfter: 0, spaceBefore: index === 0 ? 900 : 0 })),
  ];
}

function enclosure({ facts, language }: PrintedLetter, set: Typesetting): readonly FileChild[] {
  const { labels } = letterWording(language);
  return [
    set.paragraph(labels.enclosure, { isBold: true, spaceAfter: 200, startsPage: true }),
    enclosureTable(enclosureOf(facts, language), set),
  ];
}

function footerOf({ reference, language }: PrintedLetter, set: Typesetting): Footer {
  const { labels } = letterWording(language);
  const run = (children: readonly string[]) => new TextRun({ ...set.run, font: set.fonts, size: 18, children });
  return new Footer({
    children: [
      new Paragraph({
        ...set.layout,
        alignment: AlignmentType.CENTER,
        children: [
          run([`${set.isolated(reference)} · ${labels.page[0]}`]),
          run([PageNumber.CURRENT]),
          run([labels.page[1]]),
        ],
      }),
    ],
  });
}
