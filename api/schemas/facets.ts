import { z } from 'zod';
import { facetNames, facets, type Facet, type FacetValue } from '../../domain/facets.ts';
import { idSchema, listOf, stateCodeSchema } from './common.ts';
import { instrumentKeySchema } from './instruments-asked.ts';

/** Values of a form of their own. */
const forms = {
  'state-code': stateCodeSchema,
  id: idSchema,
  text: z.string().max(300),
  instrument: instrumentKeySchema,
} as const;

const descriptions: Partial<Record<Facet, string>> = {
  group: 'Persons concerned',
  instrument: 'What it asks the State to join',
};

type FacetQueries = { readonly [F in Facet]: z.ZodOptional<z.ZodType<FacetValue<F>[], string | string[]>> };

/** A list of values for each facet, as a query has them. */
export const facetQueries = Object.fromEntries(
  facetNames.map((facet) => {
    const description = descriptions[facet];
    const schema = schemaOf(facets[facet]).optional();
    return [facet, description === undefined ? schema : schema.meta({ description })];
  }),
) as unknown as FacetQueries;

function schemaOf(values: (typeof facets)[Facet]) {
  if (typeof values === 'string') return listOf(forms[values]);
  if ('from' in values) return listOf(z.coerce.number().int().min(values.from).max(values.to));
  return listOf(z.enum(values));
}
