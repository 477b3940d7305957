import type { Language } from '../db/schema.ts';
import { letterWording } from '../domain/letters/wordings/all.ts';
import type { PublicRecommendation } from '../domain/publication/public-recommendation.ts';
import type { CalendarDate } from '../domain/time.ts';
import { languageNames } from '../words/language-names.ts';
import { fill } from '../words/plurals.ts';
import { wordsFor, type Words } from '../words/words.ts';
import { renderPage } from './pages/render.ts';
import { stageName } from './stage-name.ts';

export type PublicFrame = {
  readonly language: Language;
  readonly licence: string;
  readonly asOfOn: CalendarDate;
  /** The address without its language. */
  readonly path: string;
};

/** The States of which something is public. */
export function publicStatesPage(frame: PublicFrame, items: readonly PublicRecommendation[]): string {
  const words = wordsFor(frame.language);
  const codes = [...new Set(items.map(({ stateCode }) => stateCode))];
  const states = codes.map((code) => ({
    name: words.stateName(code),
    count: items.filter(({ stateCode }) => stateCode === code).length,
    href: localized(`/public/states/${code}`, frame),
  }));
  return renderPage('public', {
    ...framing(frame, words),
    title: words.public.title,
    data: dataOf(),
    states: states.sort((one, other) => one.name.localeCompare(other.name, frame.language)),
  });
}

const perPage = 40;
const longestTitle = 300;

/** One page of what is public of a State; undefined behind the last one. */
export function publicStatePage(
  frame: PublicFrame,
  {
    code,
    items,
    page,
  }: { readonly code: string; readonly items: readonly PublicRecommendation[]; readonly page: number },
): string | undefined {
  const words = wordsFor(frame.language);
  const pages = Math.ceil(items.length / perPage);
  if (page > pages) return undefined;
  const pageHref = (number: number): string => localized(`/public/states/${code}?page=${number}`, frame);
  return renderPage('public-state', {
    ...framing(frame, words),
    title: `${words.stateName(code)} · ${words.public.title}`,
    state: words.stateName(code),
    back: localized('/public', frame),
    data: dataOf(code),
    items: items.slice((page - 1) * perPage, page * perPage).map((one) => ({
      href: localized(`/public/recommendations/${one.id}`, frame),
      title: one.text.length > longestTitle ? `${one.text.slice(0, longestTitle).trimEnd()}…` : one.text,
      source: sourceOf(one, words),
      ...saidOf(one, words),
    })),
    pages,
    pageOf: fill(words.public.pageOf, { page: String(page), pages: String(pages) }),
    previous: page > 1 ? pageHref(page - 1) : undefined,
    next: page < pages ? pageHref(page + 1) : undefined,
  });
}

export function publicRecommendationPage(frame: PublicFrame, one: PublicRecommendation): string {
  const words = wordsFor(frame.language);
  return renderPage('public-recommendation', {
    ...framing(frame, words),
    title: `${words.public.labels.recommendation} · ${words.stateName(one.stateCode)}`,
    state: words.stateName(one.stateCode),
    back: localized(`/public/states/${one.stateCode}`, frame),
    text: one.text,
    facts: factsOf(one, words),
  });
}

function factsOf(one: PublicRecommendation, words: Words): readonly (readonly [string, string])[] {
  const { labels } = words.public;
  const said = saidOf(one, words);
  const dated = (label: string, on: CalendarDate | null) => (on === null ? [] : [[label, words.date(on)] as const]);
  return [
    [labels.state, words.stateName(one.stateCode)],
    [labels.source, sourceOf(one, words)],
    [labels.position, said.position],
    [labels.implementation, said.implementation],
    [labels.status, said.status],
    ...(one.closureReason === null ? [] : [[labels.closure, words.mail.closures[one.closureReason]] as const]),
    ...dated(labels.target, one.targetOn),
    ...dated(labels.started, one.startedOn),
    ...dated(labels.closed, one.closedOn),
  ];
}

const saidOf = ({ position, implementation, status }: PublicRecommendation, words: Words) => ({
  position: letterWording(words.language).labels.positions[position],
  implementation: implementation === null ? words.public.nothingReported : stageName(implementation, words),
  status: words.public.statuses[status],
});

function sourceOf({ source, sourceSymbol, paragraph }: PublicRecommendation, words: Words): string {
  const symbol = sourceSymbol === null ? [] : [words.apart(sourceSymbol)];
  const place = paragraph === null ? [] : [fill(words.mail.paragraph, { paragraph })];
  return [words.apart(source), ...symbol, ...place].join(words.mail.marks.comma);
}

const localized = (path: string, { language }: Pick<PublicFrame, 'language'>): string =>
  `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;

const dataOf = (code?: string) => {
  const query = code === undefined ? '' : `?state=${code}`;
  return { csv: `/public/data/recommendations.csv${query}`, json: `/public/data/recommendations.json${query}` };
};

const framing = ({ language, licence, asOfOn, path }: PublicFrame, words: Words) => ({
  language,
  licence,
  words: words.public,
  colon: fill(words.mail.marks.labelled, { label: '', value: '' }),
  footer: fill(words.public.asOf, { date: words.date(asOfOn) }),
  languagesAre: words.after.languages,
  languages: Object.entries(languageNames)
    .filter(([code]) => code !== language)
    .map(([code, name]) => ({ code, name, href: localized(path, { language: code as Language }) })),
});
