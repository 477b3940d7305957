import { officialNameRows } from './official-name-rows.ts';
import type { UnLanguage } from './states.ts';

/** A State as letters name it: alone, and in "of the State" as the language says it (`of the …`, `de la …`, `للـ…`). */
export type OfficialName = { readonly name: string; readonly of: string };

/** Undefined for a code that is neither a member nor an observer. */
export const officialName = (code: string, language: UnLanguage): OfficialName | undefined =>
  byCode.get(code)?.[language];

const byCode: ReadonlyMap<string, Readonly<Record<UnLanguage, OfficialName>>> = new Map(
  officialNameRows.trim().split('\n').map(readRow),
);

function readRow(row: string): [string, Record<UnLanguage, OfficialName>] {
  const [code = '', en = '', fr = '', es = '', ru = '', ruOf = '', zh = '', ar = ''] = row.split('|');
  const names = {
    en: { name: en, of: `of ${en}` },
    fr: { name: fr, of: ofFrench(fr) },
    es: { name: es, of: es.startsWith('el ') ? `del ${es.slice(3)}` : `de ${es}` },
    ru: { name: ru, of: ruOf },
    zh: { name: zh, of: zh },
    ar: { name: ar, of: ofArabic(ar) },
  };
  return [code, names];
}

/** "de" melts with the articles "le" and "les", and loses its vowel before another one. */
function ofFrench(name: string): string {
  if (name.startsWith('le ')) return `du ${name.slice(3)}`;
  if (name.startsWith('les ')) return `des ${name.slice(4)}`;
  return /^[AEIOUÉÎ]/.test(name) ? `d'${name}` : `de ${name}`;
}

/** The preposition lām takes the place of the article's alif. */
function ofArabic(name: string): string {
  return name.startsWith('ال') ? `لل${name.slice(2)}` : `ل${name}`;
}
