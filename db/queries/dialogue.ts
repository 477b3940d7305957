import { sql, type Kysely, type SqlBool } from 'kysely';
import type { DialogueKind, LinkTarget, LinkType } from '../../domain/dialogue/events.ts';
import { dialogueStreamId, type ContactId, type DialogueId, type RecommendationId } from '../../domain/ids.ts';
import type { CalendarDate } from '../../domain/time.ts';
import { readStream } from '../log.ts';
import type { Schema } from '../schema.ts';
import { afterCursor, pageOf, type Page } from './paging.ts';

export type DialogueFilter = {
  readonly state?: readonly string[];
  readonly institutionId?: string;
  readonly contactId?: ContactId;
  readonly recommendationId?: RecommendationId;
  readonly sourceId?: string;
  readonly kind?: readonly DialogueKind[];
  readonly isPlanned?: boolean;
  readonly isWithdrawn?: boolean;
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  /** Words that must all stand in the shareable part. */
  readonly q?: string;
};

export const dialogueColumns = [
  'd.id',
  'd.version',
  'd.kind',
  'd.direction',
  'd.is_planned',
  'd.held_on',
  'd.ends_on',
  'd.start_time',
  'd.time_zone',
  'd.starts_at',
  'd.place',
  'd.subject',
  'd.shareable',
  'd.agreed',
  'd.state_codes',
  'd.institution_ids',
  'd.contact_ids',
  'd.confidential_hash',
  'd.recorded_at',
  'd.changed_at',
  'd.withdrawn_at',
  'd.withdrawal_reason',
] as const;

/** A page of entries by the time at which they were held. The confidential part is in another table, and stays there. */
export async function listDialogue(
  db: Kysely<Schema>,
  filter: DialogueFilter,
  { sort, limit, cursor }: Page<'heldAt'>,
) {
  const rows = await selectDialogue(db, filter)
    .select('d.held_at')
    .$if(cursor !== undefined, (query) =>
      query.where(afterCursor(sql.ref('d.held_at'), sql.ref('d.id'), sort, cursor ?? '')),
    )
    .orderBy('d.held_at', sort.direction)
    .orderBy('d.id', sort.direction)
    .limit(limit + 1)
    .execute();
  return pageOf(rows, { sort, limit }, (row) => [row.held_at, row.id]);
}

function selectDialogue(db: Kysely<Schema>, filter: DialogueFilter) {
  const { state, institutionId, contactId, recommendationId, sourceId, kind, isPlanned, isWithdrawn } = filter;
  const holds = (column: 'institution_ids' | 'contact_ids', id: string) =>
    sql<SqlBool>`${sql.ref(`d.${column}`)} @> ${sql.val([id])}::text[]`;
  const isTied = (target: LinkTarget, id: string) => sql<SqlBool>`exists (
    select from dialogue_links l where l.dialogue_id = d.id and l.target_kind = ${target} and l.target_id = ${id})`;
  const ofStates = (codes: readonly string[]) => sql<SqlBool>`exists (
    select from dialogue_states s where s.dialogue_id = d.id and s.state_code in (${sql.join(codes)}))`;
  let query = db.selectFrom('dialogue_entries as d').select(dialogueColumns);
  if (state) query = query.where(ofStates(state));
  if (institutionId) query = query.where(holds('institution_ids', institutionId));
  if (contactId) query = query.where(holds('contact_ids', contactId));
  if (recommendationId) query = query.where(isTied('recommendation', recommendationId));
  if (sourceId) query = query.where(isTied('source', sourceId));
  if (kind) query = query.where('d.kind', 'in', [...kind]);
  if (isPlanned !== undefined) query = query.where('d.is_planned', '=', isPlanned);
  if (isWithdrawn !== undefined) query = query.where('d.withdrawn_at', isWithdrawn ? 'is not' : 'is', null);
  if (filter.from) query = query.where(sql<SqlBool>`coalesce(d.ends_on, d.held_on) >= ${filter.from}`);
  if (filter.to) query = query.where('d.held_on', '<=', filter.to);
  if (filter.q) query = query.where(sql<SqlBool>`d.search @@ plainto_tsquery('simple', ${filter.q})`);
  return query;
}

export type DialogueRow = NonNullable<Awaited<ReturnType<typeof findDialogue>>>;

export const findDialogue = (db: Kysely<Schema>, id: DialogueId) =>
  db.selectFrom('dialogue_entries as d').select(dialogueColumns).where('d.id', '=', id).executeTakeFirst();

export type FoundLink = {
  readonly dialogue_id: DialogueId;
  readonly link_type: LinkType;
  readonly target_kind: LinkTarget;
  readonly target_id: string;
};

/** The ties of some entries, and those by which other entries refer to them. */
export const findDialogueLinks = (db: Kysely<Schema>, ids: readonly DialogueId[]): Promise<FoundLink[]> =>
  db
    .selectFrom('dialogue_links')
    .selectAll()
    .where((where) =>
      where.or([
        where('dialogue_id', 'in', [...ids, '']),
        where.and([where('target_kind', '=', 'dialogue'), where('target_id', 'in', [...ids, ''])]),
      ]),
    )
    .orderBy('dialogue_id')
    .orderBy('link_type')
    .orderBy('target_id')
    .execute();

/** What was ever written about an entry, as the log has it. */
export const listDialogueHistory = (db: Kysely<Schema>, id: DialogueId) => readStream(db, dialogueStreamId(id));
