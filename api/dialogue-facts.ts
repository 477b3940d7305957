import type { Kysely } from 'kysely';
import { Temporal } from 'temporal-polyfill';
import { findUnknown, type ReferredKind } from '../db/queries/references.ts';
import type { Schema } from '../db/schema.ts';
import type { DialogueFacts, DialogueLink } from '../domain/dialogue/events.ts';
import { Problem, type FieldProblem } from './problems.ts';
import type { DialogueBody, DialogueChange } from './schemas/dialogue.ts';

type Wish = Omit<DialogueFacts, 'startsAt' | 'confidentialHash'>;

/** The facts of an entry with its beginning as an instant; lists of ids are sets, so their order says nothing. */
export function factsOf(wish: Wish, confidentialHash: string | null): DialogueFacts {
  const { kind, direction, isPlanned, heldOn, endsOn, startTime, timeZone, place, subject, shareable, agreed } = wish;
  return {
    kind,
    direction,
    isPlanned,
    heldOn,
    endsOn,
    startTime,
    timeZone,
    startsAt: startOf(wish),
    place,
    subject,
    shareable,
    agreed: agreed.map(({ point, institutionId, contactId, dueOn }) => ({ point, institutionId, contactId, dueOn })),
    stateCodes: setOf(wish.stateCodes),
    institutionIds: setOf(wish.institutionIds),
    contactIds: setOf(wish.contactIds),
    confidentialHash,
  };
}

/** The facts as they would be with a change; what the change does not name stays. */
export function amendedFacts(
  before: DialogueFacts,
  { confidential, ...change }: DialogueChange,
  newHash: string | undefined,
): DialogueFacts {
  const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  return factsOf({ ...before, ...said }, confidential === null ? null : (newHash ?? before.confidentialHash));
}

/** A time that a clock skips is read as the one after the gap; of one that it shows twice, the first is meant. */
function startOf({ heldOn, startTime, timeZone }: Wish): string | null {
  if (startTime === null && timeZone === null) return null;
  if (startTime === null || timeZone === null) {
    const path = startTime === null ? '/startTime' : '/timeZone';
    const fields = [{ path, message: 'a time and its zone go together' }];
    throw new Problem('InvalidField', 'A time and its zone go together', { fields });
  }
  const onTheWall = Temporal.PlainDateTime.from(`${heldOn}T${startTime}`).toZonedDateTime(timeZone);
  return new Date(onTheWall.epochMilliseconds).toISOString();
}

const setOf = (values: readonly string[]): readonly string[] => [...new Set(values)].sort();

/** The ties that a new entry is registered with. */
export const linksOf = ({ sourceIds, recommendationIds, links }: DialogueBody): readonly DialogueLink[] => [
  ...sourceIds.map((id): DialogueLink => ({ as: 'relates-to', to: 'source', id })),
  ...recommendationIds.map((id): DialogueLink => ({ as: 'relates-to', to: 'recommendation', id })),
  ...links.map(({ as, dialogueId }): DialogueLink => ({ as, to: 'dialogue', id: dialogueId })),
];

type Reference = { readonly kind: ReferredKind; readonly id: string; readonly path: string };

/** Refuses a request that names something unknown, with the path of each such name. */
export async function requireReferences(db: Kysely<Schema>, references: readonly Reference[]): Promise<void> {
  const fields: FieldProblem[] = [];
  for (const kind of new Set(references.map((each) => each.kind))) {
    const ofKind = references.filter((each) => each.kind === kind);
    const unknown = await findUnknown(
      db,
      kind,
      ofKind.map(({ id }) => id),
    );
    for (const { id, path } of ofKind) if (unknown.has(id)) fields.push({ path, message: `no such ${kind}` });
  }
  if (fields.length > 0) throw new Problem('UnprocessableReference', undefined, { fields });
}

/** Everything that a body names, with the place where it does. */
export function referencesIn(body: Partial<DialogueBody> | DialogueChange): readonly Reference[] {
  const agreed = body.agreed ?? [];
  return [
    ...listed('institution', '/institutionIds', body.institutionIds),
    ...listed('contact', '/contactIds', body.contactIds),
    ...agreed.flatMap(({ institutionId, contactId }, index): Reference[] => [
      ...(institutionId === null
        ? []
        : [{ kind: 'institution' as const, id: institutionId, path: `/agreed/${index}/institutionId` }]),
      ...(contactId === null ? [] : [{ kind: 'contact' as const, id: contactId, path: `/agreed/${index}/contactId` }]),
    ]),
    ...('sourceIds' in body ? listed('source', '/sourceIds', body.sourceIds) : []),
    ...('recommendationIds' in body ? listed('recommendation', '/recommendationIds', body.recommendationIds) : []),
    ...('links' in body
      ? (body.links ?? []).map(({ dialogueId }, index) => ({
          kind: 'dialogue' as const,
          id: dialogueId,
          path: `/links/${index}/dialogueId`,
        }))
      : []),
  ];
}

const listed = (kind: ReferredKind, path: string, ids: readonly string[] = []): readonly Reference[] =>
  ids.map((id, index) => ({ kind, id, path: `${path}/${index}` }));
