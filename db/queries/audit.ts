import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely';
import type { Instant } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';
import { afterCursor, pageOf, type Page } from './paging.ts';

export type AuditFilter = {
  /** An id, such as `rec_…` or `con_…`, or `state:SI`. */
  readonly subject?: string;
  /** As events name it; a person's account finds what they did by their tokens too. */
  readonly actor?: string;
  readonly did?: 'read' | 'changed' | 'event';
  readonly from?: Instant;
  readonly before?: Instant;
};

export type AuditRow = {
  readonly id: string;
  readonly at: Instant;
  readonly actor: string;
  readonly did: 'read' | 'changed' | 'event';
  readonly what: string;
  readonly subjects: readonly string[];
  readonly status: number | null;
  readonly network_address: string | null;
};

/** Who saw or changed what, when and from where: events and the access log in one order, the newest first. */
export async function listAudit(db: Kysely<Schema>, filter: AuditFilter, { sort, limit, cursor }: Page<'at'>) {
  const behind = cursor === undefined ? sql<SqlBool>`true` : afterCursor(sql.ref('at'), sql.ref('id'), sort, cursor);
  const direction = sql.raw(sort.direction);
  const page = (from: RawBuilder<unknown>): RawBuilder<unknown> => sql`(select * from (${from}) each
    where ${behind} order by at ${direction}, id ${direction} limit ${limit + 1})`;
  const branches = [
    ...(filter.did === 'event' ? [] : [accesses(filter)]),
    ...(isAnyEvent(filter) ? [events(filter)] : []),
  ];
  const { rows } = await sql<AuditRow>`select * from (${sql.join(branches.map(page), sql` union all `)}) lines
    order by at ${direction}, id ${direction} limit ${limit + 1}`.execute(db);
  return pageOf(rows, { sort, limit }, (row) => [row.at, row.id]);
}

const isAnyEvent = ({ did }: AuditFilter): boolean => did === undefined || did === 'event';

function accesses({ subject, actor, did, from, before }: AuditFilter): RawBuilder<unknown> {
  return sql`select id, at, actor, did, route as what, subjects, status, network_address from access_log
    where ${all([
      subject === undefined ? undefined : sql`subjects @> ${sql.val([subject])}::text[]`,
      actor === undefined ? undefined : sql`(actor = ${actor} or account_id = ${actor.replace(/^account:/, '')})`,
      did === undefined ? undefined : sql`did = ${did}`,
      ...during(from, before),
    ])}`;
}

function events({ subject, actor, from, before }: AuditFilter): RawBuilder<unknown> {
  return sql`select event_id as id, at, metadata->>'actor' as actor, 'event' as did, type as what,
      array[stream_id] as subjects, null::int as status, null::text as network_address from events
    where ${all([
      subject === undefined ? undefined : sql`stream_id = any (${sql.val(streamsOf(subject))}::text[])`,
      actor === undefined ? undefined : sql`metadata->>'actor' = ${actor}`,
      ...during(from, before),
    ])}`;
}

/** The streams in which something about a subject can stand. */
const streamsOf = (subject: string): string[] =>
  ['follow-up', 'correspondence', 'dialogue', 'campaign'].map((kind) => `${kind}:${subject}`);

const during = (from: Instant | undefined, before: Instant | undefined) => [
  from === undefined ? undefined : sql`at >= ${from}`,
  before === undefined ? undefined : sql`at < ${before}`,
];

const all = (conditions: readonly (RawBuilder<unknown> | undefined)[]): RawBuilder<unknown> =>
  sql.join([sql`true`, ...conditions.filter((each) => each !== undefined)], sql` and `);
