import { sql, type Kysely } from 'kysely';
import type { NoticeStatus } from '../../domain/correspondence/events.ts';
import type { Role } from '../../domain/follow-up/roles.ts';
import type { StartedState } from '../../domain/follow-up/state.ts';
import type { ContactId, RecommendationId } from '../../domain/ids.ts';
import type { DigestStatus, Schema } from '../schema.ts';
import { isNotInTransit } from './in-transit.ts';
import { afterCursor, pageOf, type Page } from './paging.ts';

export type NoticeFilter = {
  readonly recommendationId?: RecommendationId;
  readonly contactId?: ContactId;
  readonly status?: readonly NoticeStatus[];
  readonly digestId?: string;
};

/** The proof of sending: every notice that was ever queued, and what became of it. */
export async function listNotices(db: Kysely<Schema>, filter: NoticeFilter, page: Page<'queuedAt'>) {
  let query = db.selectFrom('notices').selectAll();
  if (filter.recommendationId) query = query.where('recommendation_id', '=', filter.recommendationId);
  if (filter.contactId) query = query.where('contact_id', '=', filter.contactId);
  if (filter.digestId) query = query.where('digest_id', '=', filter.digestId);
  if (filter.status) query = query.where('status', 'in', [...filter.status]);
  const { sort, limit, cursor } = page;
  if (cursor) query = query.where(afterCursor(sql.ref('queued_at'), sql.ref('notice_id'), sort, cursor));
  const rows = await query
    .orderBy('queued_at', sort.direction)
    .orderBy('notice_id', sort.direction)
    .limit(limit + 1)
    .execute();
  return pageOf(rows, { sort, limit }, (row) => [row.queued_at, row.notice_id]);
}

export type DigestFilter = { readonly contactId?: ContactId; readonly status?: readonly DigestStatus[] };

export function listDigests(db: Kysely<Schema>, filter: DigestFilter, limit: number) {
  let query = db.selectFrom('digests').selectAll();
  if (filter.contactId) query = query.where('contact_id', '=', filter.contactId);
  if (filter.status) query = query.where('status', 'in', [...filter.status]);
  return query.orderBy('composed_at', 'desc').orderBy('digest_id', 'desc').limit(limit).execute();
}

export const findDigest = (db: Kysely<Schema>, digestId: string) =>
  db.selectFrom('digests').selectAll().where('digest_id', '=', digestId).executeTakeFirst();

export type QueuedNotice = Awaited<ReturnType<typeof queuedNoticesOf>>[number];

/** Notices with what the mail and the rules of staleness need to know. */
const noticesToTell = (db: Kysely<Schema>) =>
  db
    .selectFrom('notices as n')
    .innerJoin('recommendations as r', 'r.id', 'n.recommendation_id')
    .innerJoin('sources as s', 's.id', 'r.source_id')
    .innerJoin('follow_ups as f', 'f.recommendation_id', 'n.recommendation_id')
    .innerJoin('events as e', 'e.event_id', 'n.event_id')
    .leftJoin('cluster_members as m', 'm.recommendation_id', 'n.recommendation_id')
    .leftJoin('clusters as c', 'c.id', 'm.cluster_id')
    .select(['m.cluster_id', 'c.title as cluster_title'])
    .select(sql<Role | null>`e.data->>'role'`.as('event_role'))
    .select(['n.notice_id', 'n.recommendation_id', 'n.role', 'n.kind', 'n.round_number', 'n.rung', 'n.queued_at'])
    .select('n.acting_as')
    .select(['r.text', 'r.paragraph', 'r.state_code', 's.title as source_title', 's.report_symbol'])
    .select((select) => select.ref('f.state').$castTo<StartedState>().as('state'));

/** What waits to be told to a contact, oldest first. */
export const queuedNoticesOf = (db: Kysely<Schema>, contactId: ContactId) =>
  noticesToTell(db)
    .where('n.contact_id', '=', contactId)
    .where('n.status', '=', 'queued')
    .where(isNotInTransit('n'))
    .orderBy('n.queued_at')
    .orderBy('n.notice_id')
    .execute();

/** Any notice on record, whatever became of it. */
export const findNoticeToPreview = (db: Kysely<Schema>, noticeId: string) =>
  noticesToTell(db).select(['n.contact_id', 'n.sending_at']).where('n.notice_id', '=', noticeId).executeTakeFirst();

/** The notices that one notice stood for when it went. */
export const supersededFor = (
  db: Kysely<Schema>,
  noticeId: string,
): Promise<readonly { readonly by: string | null }[]> =>
  db.selectFrom('notices').select('superseded_by as by').where('superseded_by', '=', noticeId).execute();

/** Everybody for whom something is queued or half sent: their correspondence must be running. */
export async function contactsWithOpenCorrespondence(db: Kysely<Schema>): Promise<readonly ContactId[]> {
  const rows = await db
    .selectFrom('notices')
    .select('contact_id')
    .distinct()
    .where('status', 'in', ['queued', 'sending'])
    .where('contact_id', 'is not', null)
    .execute();
  return rows.flatMap(({ contact_id }) => contact_id ?? []);
}
