import { sql, type RawBuilder } from 'kysely';
import type { Instant } from '../../domain/time.ts';
import { plumbing } from '../../domain/timeline/describe-follow-up.ts';

/** What a timeline is about. */
export type TimelineScope = (
  { readonly of: 'state'; readonly stateCode: string } | { readonly of: 'source'; readonly sourceId: string }
) & { readonly kinds?: readonly SeenKind[] };
/** Events that readers tell apart, by how the names of their streams begin. */
const streamsOf = {
  'follow-up': 'follow-up:%',
  mail: 'correspondence:%',
  treaty: 'treaty-status:%',
  campaign: 'campaign:%',
} as const;
type EventKind = keyof typeof streamsOf;
/** What readers tell apart. */
export type SeenKind = Exclude<LineKind, 'event'> | EventKind;
const isOfEvents = (kind: SeenKind): kind is EventKind => Object.hasOwn(streamsOf, kind);

/** In the order in which things of one instant are told: a mission, what it recommended, what became of it. */
export const timelineKinds = ['source', 'recommendation', 'event', 'dialogue'] as const;
export type LineKind = (typeof timelineKinds)[number];

/** The place of a line in the total order; the rank is that of its kind. */
export type Key = { readonly at: Instant; readonly rank: number; readonly id: string; readonly version: number };
export type BranchWish = { readonly isDescending: boolean; readonly limit: number; readonly after?: Key };

/** Where lines of one kind come from: the tables with their condition, and what stands for instant, id and version. */
type Branch = {
  readonly kind: LineKind;
  readonly from: RawBuilder<unknown>;
  readonly at: RawBuilder<unknown>;
  readonly id: RawBuilder<unknown>;
  readonly version?: RawBuilder<unknown>;
};

export function branchesOf(scope: TimelineScope): readonly Branch[] {
  const branches = scope.of === 'state' ? branchesOfState(scope.stateCode) : branchesOfSource(scope.sourceId);
  return scope.kinds === undefined ? branches : branches.flatMap(onlyOf(scope.kinds));
}

/** Of each kind that is asked for the branch it comes from; all events come from one, told apart by the names of their streams. */
const onlyOf =
  (kinds: readonly SeenKind[]) =>
  (branch: Branch): readonly Branch[] => {
    if (branch.kind !== 'event') return kinds.includes(branch.kind) ? [branch] : [];
    const streams = kinds.filter(isOfEvents).map((kind) => streamsOf[kind]);
    if (streams.length === 0) return [];
    return [{ ...branch, from: sql`${branch.from} and t.stream_id like any (${sql.val(streams)}::text[])` }];
  };

/** The expression of the index `sources_of_state_by_time`: a mission stands where it began. */
const source = {
  kind: 'source',
  at: sql`coalesce(s.starts_on::timestamp at time zone 'UTC', s.created_at)`,
  id: sql`s.id`,
} as const;
const recommendation = { kind: 'recommendation', at: sql`r.created_at`, id: sql`r.id` } as const;
const event = { kind: 'event', at: sql`t.at`, id: sql`t.stream_id`, version: sql`t.version` } as const;

const branchesOfState = (stateCode: string): readonly Branch[] => [
  { ...source, from: sql`sources s where s.state_code = ${stateCode}` },
  {
    ...source, // What concerns several States stands in the timeline of each to which it recommended something.
    from: sql`sources s where s.state_code is null and exists (
      select from recommendations r where r.source_id = s.id and r.state_code = ${stateCode})`,
  },
  { ...recommendation, from: sql`recommendations r where r.state_code = ${stateCode}` },
  { ...event, from: sql`state_timeline t where t.state_code = ${stateCode}` },
  {
    kind: 'dialogue',
    from: sql`dialogue_states t where t.state_code = ${stateCode}`,
    at: sql`t.held_at`,
    id: sql`t.dialogue_id`,
  },
];

const branchesOfSource = (sourceId: string): readonly Branch[] => [
  { ...source, from: sql`sources s where s.id = ${sourceId}` },
  { ...recommendation, from: sql`recommendations r where r.source_id = ${sourceId}` },
  {
    ...event,
    from: sql`recommendations r join events t on t.stream_id = 'follow-up:' || r.id
      where r.source_id = ${sourceId} and t.type not in (${sql.join(plumbing)})`,
  },
  {
    kind: 'dialogue',
    from: sql`dialogue_entries d where d.id in (
      select l.dialogue_id from dialogue_links l where l.target_kind = 'source' and l.target_id = ${sourceId}
      union select l.dialogue_id from recommendations r
        join dialogue_links l on l.target_kind = 'recommendation' and l.target_id = r.id
        where r.source_id = ${sourceId})`,
    at: sql`d.held_at`,
    id: sql`d.id`,
  },
];

/** The next rows of a branch, in the order of its index. */
export function rowsOfBranch(branch: Branch, wish: BranchWish): RawBuilder<unknown> {
  const rank = timelineKinds.indexOf(branch.kind);
  const version = branch.version ?? sql`0`;
  const direction = sql.raw(wish.isDescending ? 'desc' : 'asc');
  const tail = branch.version === undefined ? sql`` : sql`, ${branch.version} ${direction}`;
  return sql`(select ${sql.lit(rank)}::int as rank, ${branch.at} as at, ${branch.id} as id, ${version}::int as version
    from ${branch.from} and ${behindCursor(branch, rank, wish)}
    order by ${branch.at} ${direction}, ${branch.id} ${direction}${tail} limit ${wish.limit})`;
}

/** A branch has one rank, so that the key's other parts alone say what lies behind the cursor, and an index can tell. */
function behindCursor(
  { at, id, version }: Branch,
  rank: number,
  { after, isDescending }: BranchWish,
): RawBuilder<unknown> {
  if (after === undefined) return sql`true`;
  const beyond = sql.raw(isDescending ? '<' : '>');
  if (rank !== after.rank) {
    const isSameInstantBehind = rank > after.rank !== isDescending;
    return sql`${at} ${beyond}${sql.raw(isSameInstantBehind ? '=' : '')} ${after.at}::timestamptz`;
  }
  if (version === undefined) return sql`(${at}, ${id}) ${beyond} (${after.at}::timestamptz, ${after.id}::text)`;
  return sql`(${at}, ${id}, ${version})
    ${beyond} (${after.at}::timestamptz, ${after.id}::text, ${after.version}::int)`;
}

export const orderOf = (isDescending: boolean, table = ''): RawBuilder<unknown> =>
  sql.raw(['at', 'rank', 'id', 'version'].map((key) => `${table}${key}${isDescending ? ' desc' : ''}`).join(', '));
