import type { readings } from '../../../domain/follow-up/reading.ts';
import type { Schemas } from '../../client/types.ts';

/** What a list can be narrowed to by ticking values, in the order in which they are offered. */
export const ticked = [
  'state',
  'region',
  'sourceKind',
  'sourceId',
  'playbook',
  'theme',
  'group',
  'sdg',
  'position',
  'implementation',
  'assessment',
  'status',
  'reading',
  'rung',
  'waitsFor',
] as const;
export type Ticked = (typeof ticked)[number];

export const sorts = ['nextStepAt', 'dueAt', 'createdAt', 'stateCode', 'rung'] as const;
export type SortName = (typeof sorts)[number];

/** The whole of what is seen, as the address holds it: lists stand with commas, what is not asked is not there. */
export type View = { readonly [K in Ticked | 'q' | 'nextStepFrom' | 'nextStepBefore']?: string | undefined } & {
  readonly sort?: SortName | undefined;
};

const texts = [...ticked, 'q', 'nextStepFrom', 'nextStepBefore'] as const;

/** The view of an address; whatever else stands there is passed over. */
export function viewOf(search: Readonly<Record<string, unknown>>): View {
  const known = texts.flatMap((name) => {
    const value = search[name];
    return typeof value === 'string' && value !== '' ? [[name, value] as const] : [];
  });
  const sort = sorts.find((each) => each === search['sort']);
  return { ...Object.fromEntries(known), ...(sort === undefined || sort === 'nextStepAt' ? {} : { sort }) };
}

export const valuesOf = (view: View, name: Ticked): readonly string[] => view[name]?.split(',').filter(Boolean) ?? [];

/** The view with one value more, or without one that it has. A source is one alone. */
export function toggled(view: View, name: Ticked, value: string): View {
  const values = valuesOf(view, name);
  const without = values.filter((each) => each !== value);
  const wanted = name === 'sourceId' ? [value] : [...values, value];
  const next = without.length === values.length ? wanted : without;
  return { ...view, [name]: next.length === 0 ? undefined : next.join(',') };
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
