import { facetNames, joinValues, splitValues, type Facet } from '../../../domain/facets.ts';
import type { readings } from '../../../domain/follow-up/reading.ts';
import type { Schemas } from '../../client/types.ts';

export const sorts = ['nextStepAt', 'dueAt', 'createdAt', 'stateCode', 'rung'] as const;
export type SortName = (typeof sorts)[number];

/** The whole of what is seen, as the address holds it: facets as lists of values, what is not asked is not there. */
export type View = { readonly [K in Facet | 'q' | 'nextStepFrom' | 'nextStepBefore']?: string | undefined } & {
  readonly sort?: SortName | undefined;
};

const texts = [...facetNames, 'q', 'nextStepFrom', 'nextStepBefore'] as const;

/** The view of an address; whatever else stands there is passed over. */
export function viewOf(search: Readonly<Record<string, unknown>>): View {
  const known = texts.flatMap((name) => {
    const value = search[name];
    return typeof value === 'string' && value !== '' ? [[name, value] as const] : [];
  });
  const sort = sorts.find((each) => each === search['sort']);
  return { ...Object.fromEntries(known), ...(sort === undefined || sort === 'nextStepAt' ? {} : { sort }) };
}

export const valuesOf = (view: View, name: Facet): readonly string[] => splitValues(view[name] ?? '');

/** The view with one value more, or without one that it has. */
export function toggled(view: View, name: Facet, value: string): View {
  const values = valuesOf(view, name);
  const without = values.filter((each) => each !== value);
  const next = without.length === values.length ? [...values, value] : without;
  return { ...view, [name]: next.length === 0 ? undefined : joinValues(next) };
}

/** What the API is asked for a view, but for the order. */
export function filterOf(view: View): Omit<View, 'sort'> {
  const { sort, ...filter } = view;
  return sort === undefined ? view : filter;
}

/** The same as JSON, where bodies name a filter. */
export function filterBodyOf(view: View): Schemas['RecommendationFilterInput'] {
  const { rung, sdg, ...filter } = filterOf(view);
  const numbers = (text: string | undefined) => text?.split(',').map(Number);
  const wish = { ...filter, rung: numbers(rung), sdg: numbers(sdg) };
  return Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined));
}

export const isNarrowed = (view: View): boolean => Object.keys(filterOf(view)).length > 0;

/** Orders that begin with the greatest. */
export const directionOf = ({ sort }: View): 'asc' | 'desc' =>
  sort === 'createdAt' || sort === 'rung' ? 'desc' : 'asc';

/** The words for standing, in the order in which they press. */
export const readingTabs = [
  'escalated',
  'overdue',
  'action-needed',
  'under-verification',
  'on-track',
  'paused',
  'closed',
  'not-started',
] as const satisfies readonly ((typeof readings)[number] | 'not-started')[];
