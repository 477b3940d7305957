import { csvOf } from '../domain/publication/csv.ts';
import type { PublicRecommendation } from '../domain/publication/public-recommendation.ts';
import { stateByCode } from '../domain/reference/states.ts';
import type { CalendarDate } from '../domain/time.ts';

type Column = {
  readonly name: string;
  readonly description: string;
  readonly of: (one: PublicRecommendation) => string | null;
};

/** The columns of the open data, in their order: stable, and only ever added to. */
const columns: readonly Column[] = [
  { name: 'id', description: 'Id of the recommendation in this installation', of: ({ id }) => id },
  { name: 'state_code', description: 'ISO 3166-1 alpha-2 code of the State', of: ({ stateCode }) => stateCode },
  {
    name: 'state',
    description: 'English short name of the State',
    of: ({ stateCode }) => stateByCode(stateCode)?.names.en ?? stateCode,
  },
  { name: 'source', description: 'Document that recommends it', of: ({ source }) => source },
  { name: 'source_symbol', description: 'Symbol of that document', of: ({ sourceSymbol }) => sourceSymbol },
  { name: 'paragraph', description: 'Paragraph of that document', of: ({ paragraph }) => paragraph },
  { name: 'text', description: 'Text, or its wording for publication', of: ({ text }) => text },
  {
    name: 'position',
    description: 'pending, supported, supported-in-part, noted or pledged: the answer of the State',
    of: ({ position }) => position,
  },
  {
    name: 'implementation',
    description: 'As the State reports; empty where it has not been asked',
    of: ({ implementation }) => implementation,
  },
  {
    name: 'status',
    description: 'not-started, open, paused, under-verification or closed: the follow-up',
    of: ({ status }) => status,
  },
  { name: 'closure_reason', description: 'Why the follow-up was closed', of: ({ closureReason }) => closureReason },
  { name: 'target_on', description: 'Date by which it is to be done', of: ({ targetOn }) => targetOn },
  { name: 'started_on', description: 'Date (UTC) on which the follow-up began', of: ({ startedOn }) => startedOn },
  { name: 'closed_on', description: 'Date (UTC) on which it was closed', of: ({ closedOn }) => closedOn },
];

export const publicCsv = (items: readonly PublicRecommendation[]): string =>
  csvOf([columns.map(({ name }) => name), ...items.map((one) => columns.map(({ of }) => of(one)))]);

/** The same facts with what they mean and what may be done with them (after DCAT: title, licence, publisher, modified). */
export const publicJson = (
  items: readonly PublicRecommendation[],
  about: {
    readonly licence: string;
    readonly publisher: string;
    readonly asOfOn: CalendarDate;
    readonly address: string;
  },
): string =>
  JSON.stringify({
    title: 'Follow-up of human-rights recommendations',
    publisher: about.publisher,
    licence: about.licence,
    address: about.address,
    modified: about.asOfOn,
    columns: columns.map(({ name, description }) => ({ name, description })),
    items: items.map((one) => Object.fromEntries(columns.map(({ name, of }) => [name, of(one)]))),
  });
