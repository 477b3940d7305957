import { assessments, implementations, positions } from './follow-up/events.ts';
import { readings, waits } from './follow-up/reading.ts';
import { sourceKinds } from './reference/source-kinds.ts';
import { regionalGroups } from './reference/states.ts';

const statuses = ['open', 'paused', 'under-verification', 'closed', 'not-started'] as const;

/**
 * What recommendations are narrowed to by ticking values, in the order in which screens offer it; the query, the schema of
 * the API and the screens follow from here. A facet has a closed list of values, whole numbers between two, or values of a
 * form of their own.
 */
export const facets = {
  state: 'state-code',
  region: regionalGroups,
  sourceKind: sourceKinds,
  sourceId: 'id',
  playbook: 'text',
  theme: 'text',
  group: 'text',
  sdg: { from: 1, to: 17 },
  instrument: 'instrument',
  position: positions,
  implementation: [...implementations, 'none'],
  assessment: [...assessments, 'none'],
  status: statuses,
  reading: [...readings, 'not-started'],
  rung: { from: 0, to: 20 },
  waitsFor: waits,
} as const;

export type Facet = keyof typeof facets;
export const facetNames = Object.keys(facets) as readonly Facet[];

export type FacetValue<F extends Facet> = (typeof facets)[F] extends readonly (infer Value)[]
  ? Value
  : (typeof facets)[F] extends { readonly from: number }
    ? number
    : string;

/** Values in one text, as an address has them, with commas between; a comma within a value stands behind a backslash. */
export const joinValues = (values: readonly string[]): string =>
  values.map((value) => value.replaceAll(/[\\,]/g, '\\$&')).join(',');

/** The values of such a text. An empty one is none. */
export const splitValues = (text: string): readonly string[] =>
  [...text.matchAll(/(?:\\.|[^\\,]|\\$)+/gsu)].map(([value]) => value.replaceAll(/\\(.)/gsu, '$1'));
