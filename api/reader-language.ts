import { languages, type Language } from '../db/schema.ts';

/** Of the six languages the one that a browser asks for first (RFC 9110, 12.5.4); for whoever is not known to us. */
export function languageWanted(acceptLanguage: string | undefined): Language {
  const wishes = (acceptLanguage ?? '').slice(0, 500).split(',').map(readWish);
  const wanted = wishes
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => languages.find((language) => language === tag))
    .find((language) => language !== undefined);
  return wanted ?? 'en';
}

/** `fr-CH;q=0.8` is French with a weight of 0.8. */
function readWish(wish: string): { readonly tag: string; readonly weight: number } {
  const [range = '', ...parameters] = wish.trim().toLowerCase().split(';');
  const weight = parameters.map((each) => /^\s*q=([\d.]+)$/.exec(each)?.[1]).find((each) => each !== undefined);
  return { tag: range.split('-')[0] ?? '', weight: weight === undefined ? 1 : Number(weight) || 0 };
}
