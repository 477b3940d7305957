import { readFileSync } from 'node:fs';
import type { Things } from './access-office.ts';

type JsonSchema = Readonly<Record<string, any>>;
const document: JsonSchema = JSON.parse(readFileSync(new URL('../../api/openapi.json', import.meta.url), 'utf8'));

export type DescribedRoute = { readonly method: string; readonly path: string; readonly body: JsonSchema | undefined };

/** Every route of the OpenAPI document, with the schema of what it takes. */
export const describedRoutes: readonly DescribedRoute[] = Object.entries<JsonSchema>(document.paths).flatMap(
  ([path, methods]) =>
    Object.entries(methods).map(([method, route]) => ({
      method: method.toUpperCase(),
      path,
      body: route.requestBody?.content?.['application/json']?.schema,
    })),
);

/** A request to a route that names some things wherever it can name one. */
export function sampleRequest({ method, path, body }: DescribedRoute, things: Things) {
  const url = path
    .replace('instruments/{key}', 'instruments/CRC')
    .replace('{participant}/{instrument}', `${things.state}/CRC`)
    .replace('{code}', things.state)
    .replace('{key}', 'general')
    .replace('{version}', '2')
    .replace('{role}', 'focal-point')
    .replace('{facet}', 'sourceId')
    .replace('{date}', '2027-02-08')
    .replace('{number}', '1')
    .replace('{alias}', 'Ruritania')
    .replace(/notice-previews$/, 'notice-previews?kind=closed')
    .replace(/actors$/, `actors?actor=contact:${things.contact}`)
    .replace(/outcomes$/, `outcomes?sourceId=${things.source}`)
    .replace('{as}/{to}/{targetId}', `relates-to/source/${things.source}`)
    .replace('{recommendationId}', things.recommendation)
    .replace('{absenceId}', things.absence)
    .replace(/\/([\w-]+)\/\{id\}/, (_, kind: string) => `/${kind}/${idOf(kind, things)}`);
  const overrides = bodies.find(([end]) => path.endsWith(end))?.[1];
  const sample = body === undefined ? undefined : sampleOf(body, '', things);
  return { request: `${method} ${url}`, body: overrides === undefined ? sample : { ...sample, ...overrides(things) } };
}

const kinds: Readonly<Record<string, keyof Things>> = {
  recommendations: 'recommendation',
  contacts: 'contact',
  institutions: 'institution',
  sources: 'source',
  letters: 'letter',
  notices: 'notice',
  digests: 'digest',
  dialogue: 'dialogue',
  clusters: 'cluster',
  'world-events': 'world-event',
  campaigns: 'campaign',
  batches: 'batch',
  'saved-views': 'saved-view',
};
const idOf = (kind: string, things: Things): string => {
  const key = kinds[kind];
  return key === undefined ? 'no-such-thing' : things[key];
};

/** What a schema alone does not say: a date after another, one of two. */
const bodies: readonly (readonly [string, (things: Things) => object])[] = [
  ['/hand-overs', ({ institution, contact }) => ({ from: { institutionId: institution }, to: { contactId: contact } })],
  [
    '/hand-overs/preview',
    ({ institution, contact }) => ({ from: { institutionId: institution }, to: { contactId: contact } }),
  ],
  ['/absences', () => ({ fromOn: '2027-03-01', untilOn: '2027-03-02' })],
  ['/campaigns', ({ state }) => campaignOf(state)],
  ['/campaigns/preview', ({ state }) => campaignOf(state)],
  ['/playbook-adoptions', () => ({ playbook: { key: 'general', version: 2 } })],
  ['/playbook-adoptions/preview', () => ({ playbook: { key: 'general', version: 2 } })],
  ['/letters/{id}', () => ({ closing: 'Words' })],
  ['/commands/claim-implementation', () => ({ evidence: [evidence] })],
  ['/commands/record-objection', () => ({ by: 'FI' })],
  ['/participant-aliases/{alias}', () => ({ participant: 'SI' })],
  ['/dialogue', () => ({ heldOn: '2026-02-01', kind: 'meeting' })],
];

const evidence = { url: 'https://example.org/paper', description: 'A paper' };
const campaignOf = (state: string) => ({
  instruments: ['CRC'],
  states: { kind: 'list', stateCodes: [state] },
  targetOn: '2090-12-31',
});

/** Names by which a body names a thing, whether it must or may. */
const named: Readonly<Record<string, (things: Things) => unknown>> = {
  contactId: ({ contact }) => contact,
  movedTo: ({ contact }) => contact,
  institutionId: ({ institution }) => institution,
  sourceId: ({ source }) => source,
  recommendationId: ({ recommendation }) => recommendation,
  successorId: ({ recommendation }) => recommendation,
  recommendationIds: ({ recommendation }) => [recommendation],
  stateCode: ({ state }) => state,
  stateCodes: ({ state }) => [state],
  institutionIds: ({ institution }) => [institution],
  contactIds: ({ contact }) => [contact],
  withState: () => 'FI',
};

function sampleOf(schema: JsonSchema, name: string, things: Things): any {
  if (schema.$ref !== undefined)
    return sampleOf(document.components.schemas[schema.$ref.split('/').at(-1)], name, things);
  const thing = named[name];
  if (thing !== undefined) return thing(things);
  if ('const' in schema) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices !== undefined) return sampleOf(choices[0], name, things);
  return (samples[schema.type] ?? (() => null))(schema, name, things);
}

const samples: Readonly<Record<string, (schema: JsonSchema, name: string, things: Things) => unknown>> = {
  object: ({ properties = {}, required = [] }, _, things) =>
    Object.fromEntries(
      Object.entries<JsonSchema>(properties)
        .filter(([key]) => required.includes(key) || key in named)
        .map(([key, value]) => [key, sampleOf(value, key, things)]),
    ),
  array: ({ items, minItems = 0 }, name, things) =>
    Array.from({ length: minItems }, () => sampleOf(items, name.replace(/s$/, ''), things)),
  integer: ({ minimum = 1 }) => Math.max(1, minimum),
  number: () => 1,
  boolean: () => true,
  string: (schema, name) => textFor(schema, name),
};

function textFor({ format, pattern, minLength = 0 }: JsonSchema, name: string): string {
  if (format === 'uri' || /url/i.test(name)) return 'https://example.org/paper';
  if (format === 'email' || name === 'address') return 'somebody@example.org';
  if (format === 'date-time' || name === 'until') return '2027-03-01T00:00:00.000Z';
  if (format === 'date' || /On$|^on$/.test(name)) return '2026-02-01';
  if (/Zone/.test(name)) return 'Europe/Ljubljana';
  if (pattern?.includes('\\d{4}')) return '2026-02-01';
  return 'words'.padEnd(minLength, '.');
}
