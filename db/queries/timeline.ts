import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { DialogueKind, Direction } from '../../domain/dialogue/events.ts';
import type { Instant } from '../../domain/time.ts';
import type { SourceKind } from '../../domain/reference/source-kinds.ts';
import type { Schema } from '../schema.ts';
import { pageOf, isInstantKey, readCursor, type Page } from './paging.ts';
import {
  branchesOf,
  orderOf,
  rowsOfBranch,
  timelineKinds,
  type Key,
  type LineKind,
  type TimelineScope,
} from './timeline-branches.ts';

/** One line with what its words are made of; columns of the other kinds are null. */
export type TimelineRow = {
  readonly rank: number;
  readonly at: Instant;
  readonly id: string;
  readonly version: number;
  readonly event: {
    readonly id: string;
    readonly type: string;
    readonly schemaVersion: number;
    readonly data: Readonly<Record<string, unknown>>;
    /** The kinds of the notices in a mail. */
    readonly notices: readonly string[] | null;
  } | null;
  readonly source: { readonly kind: SourceKind; readonly title: string } | null;
  readonly recommendation: {
    readonly paragraph: string | null;
    readonly playbook: string;
    readonly sourceId: string;
  } | null;
  readonly dialogue: {
    readonly kind: DialogueKind;
    readonly direction: Direction | null;
    readonly isPlanned: boolean;
    readonly isWithdrawn: boolean;
    readonly place: string | null;
    readonly pointsAgreed: number;
    readonly institutions: readonly string[];
  } | null;
};

/**
 * A page of everything about a State, or about a source, in one total order. Each branch gives its own next `limit`
 * rows from an index that has them in order, so a page costs the same however long the past is; only what is on the
 * page is then looked up.
 */
export async function listTimelineOf(
  db: Kysely<Schema>,
  scope: TimelineScope,
  { sort, limit, cursor }: Page<'at'>,
): Promise<{ readonly lines: readonly TimelineRow[]; readonly nextCursor: string | null }> {
  const after = cursor === undefined ? undefined : readTimelineCursor(sort, cursor);
  const wish = { isDescending: sort.direction === 'desc', limit: limit + 1, ...(after ? { after } : {}) };
  const chosen = branchesOf(scope);
  if (chosen.length === 0) return { lines: [], nextCursor: null };
  const branches = chosen.map((branch) => rowsOfBranch(branch, wish));
  const { rows } = await sql<TimelineRow>`
    with page as (select * from (${sql.join(branches, sql` union all `)}) lines order by ${orderOf(wish.isDescending)} limit ${wish.limit})
    select page.rank, page.at, page.id, page.version, ${details(scope)} from page
    order by ${orderOf(wish.isDescending, 'page.')}`.execute(db);
  return pageOf(rows, { sort, limit }, ({ at, rank, id, version }) => [at, `${rank}.${version}.${id}`]);
}

/** The last line that a cursor names; undefined when the cursor is not one of ours. */
export function readTimelineCursor(sort: Page<'at'>['sort'], cursor: string): Key | undefined {
  const last = readCursor(sort, cursor);
  const [, rank, version, id] = /^(\d)\.(\d{1,9})\.([\w:.-]{1,200})$/.exec(last?.id ?? '') ?? [];
  if (last === undefined || !isInstantKey(last.key) || id === undefined) return undefined;
  return { at: last.key, rank: Number(rank), version: Number(version), id };
}

/**
 * What the words of a line are made of, looked up by key for the rows of the page alone: a join would let the planner
 * read whole tables for fifty rows. Of a mail, a State is told only the notices that concern it.
 */
const details = (scope: TimelineScope): RawBuilder<unknown> => sql`
  ${forRank('event')} (select jsonb_build_object(
      'id', e.event_id, 'type', e.type, 'schemaVersion', e.schema_version, 'data', e.data, 'notices', case when e.data ? 'digestId' then (
        select coalesce(jsonb_agg(n.kind order by n.kind), '[]') from notices n
        join recommendations r on r.id = n.recommendation_id
        where n.digest_id = e.data->>'digestId' and r.state_code = ${scope.of === 'state' ? scope.stateCode : ''}) end)
    from events e where e.stream_id = page.id and e.version = page.version) end as event,
  ${forRank('source')} (select jsonb_build_object('kind', s.kind, 'title', s.title)
    from sources s where s.id = page.id) end as source,
  ${forRank('recommendation')} (select jsonb_build_object(
      'paragraph', r.paragraph, 'playbook', r.playbook_key, 'sourceId', r.source_id)
    from recommendations r where r.id = page.id) end as recommendation,
  ${forRank('dialogue')} (select jsonb_build_object(
      'kind', d.kind, 'direction', d.direction, 'isPlanned', d.is_planned, 'isWithdrawn', d.withdrawn_at is not null,
      'place', d.place, 'pointsAgreed', jsonb_array_length(d.agreed), 'institutions', (
        select coalesce(jsonb_agg(i.name order by i.name), '[]') from institutions i where i.id = any (d.institution_ids)))
    from dialogue_entries d where d.id = page.id) end as dialogue`;

const forRank = (kind: LineKind): RawBuilder<unknown> =>
  sql`case when page.rank = ${sql.lit(timelineKinds.indexOf(kind))} then`;
