import { AlignmentType, Paragraph, TextRun } from 'docx';
import { letterWording } from '../../domain/letters/wordings/all.ts';
import type { Language } from '../../db/schema.ts';

export type Manner = {
  readonly isBold?: boolean;
  readonly isCentred?: boolean;
  readonly isJustified?: boolean;
  readonly startsPage?: boolean;
  /** Half points. */
  readonly size?: number;
  /** Twentieths of a point. */
  readonly spaceBefore?: number;
  readonly spaceAfter?: number;
};
export type Typesetting = ReturnType<typeof typesetting>;

/** Fonts that office programs everywhere have, or replace by one of the same measure. */
const latin = {
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia: 'Times New Roman',
};
const fontsOf: Readonly<Partial<Record<Language, typeof latin>>> = {
  zh: { ...latin, eastAsia: 'SimSun' },
  ar: { ...latin, cs: 'Traditional Arabic' },
};
/** Word wants a region with some languages, or corrects the spelling by the wrong dictionary. */
const tags: Readonly<Record<Language, string>> = {
  ar: 'ar-SA',
  en: 'en-GB',
  es: 'es-ES',
  fr: 'fr-FR',
  ru: 'ru-RU',
  zh: 'zh-CN',
};

/** How text of a language is set: its fonts, its direction, its spelling. */
export function typesetting(language: Language) {
  const { isRightToLeft } = letterWording(language);
  const fonts = fontsOf[language] ?? latin;
  const run = isRightToLeft
    ? { rightToLeft: true, language: { bidirectional: tags[language] } }
    : { language: language === 'zh' ? { eastAsia: tags.zh } : { value: tags[language] } };
  const layout = { bidirectional: isRightToLeft };
  const paragraph = (text: string, manner: Manner = {}): Paragraph => {
    const isForeign = isRightToLeft && !hasRightToLeft(text);
    return new Paragraph({
      bidirectional: isRightToLeft && !isForeign,
      alignment: alignmentOf(manner, isForeign),
      pageBreakBefore: manner.startsPage === true,
      spacing: { before: manner.spaceBefore ?? 0, after: manner.spaceAfter ?? 120, line: 276 },
      children: linesOf(text).map(
        (line, index) =>
          new TextRun({
            ...(isForeign ? {} : run),
            text: line,
            font: fonts,
            ...(index > 0 ? { break: 1 } : {}),
            ...(manner.isBold === true ? { bold: true, boldComplexScript: true } : {}),
            ...(manner.size === undefined ? {} : { size: manner.size, sizeComplexScript: manner.size }),
          }),
      ),
    });
  };
  return { isRightToLeft, fonts, run, layout, paragraph, isolated: isRightToLeft ? isolatedFromRight : asItIs };
}

/** `start` is the side on which reading begins: the right one in a bidirectional paragraph. A foreign one keeps to that side. */
function alignmentOf({ isCentred, isJustified }: Manner, isForeign: boolean) {
  if (isCentred === true) return AlignmentType.CENTER;
  if (isJustified === true) return isForeign ? AlignmentType.LEFT : AlignmentType.BOTH;
  return isForeign ? AlignmentType.RIGHT : AlignmentType.START;
}

/** A quotation in a Latin script, set from right to left, would have its punctuation at the wrong ends. */
const hasRightToLeft = (text: string): boolean => /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(text);

/** Characters that XML cannot hold are left out: a document with one of them would not open at all. */
const linesOf = (text: string): readonly string[] =>
  // oxlint-disable-next-line no-control-regex
  text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').split(/\r?\n/);

const asItIs = (text: string): string => text;
/** A left-to-right mark on both sides keeps the parts of a reference in their order. */
const isolatedFromRight = (text: string): string => `\u200e${text}\u200e`;
