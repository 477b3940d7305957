import { sql, type Kysely } from 'kysely';
import type { FollowUpEvent } from '../../domain/follow-up/events.ts';
import { fold } from '../../domain/follow-up/evolve.ts';
import { completed, initialState, type FollowUpState } from '../../domain/follow-up/state.ts';
import { followUpId, type RecommendationId } from '../../domain/ids.ts';
import { publicOf, type PublicRecommendation } from '../../domain/publication/public-recommendation.ts';
import type { NewestVerdicts, PublicationSubject } from '../../domain/publication/standing.ts';
import type { Instant } from '../../domain/time.ts';
import { readStream } from '../log.ts';
import type { Schema } from '../schema.ts';

export type PublicWish = {
  /** What has happened or was decided later is not shown. */
  readonly cutoffAt: Instant;
  readonly stateCode?: string;
  readonly id?: RecommendationId;
};

/** What everybody may read, in the order of its States and documents. The rule is `standingOf`; a test holds them together. */
export async function listPublic(db: Kysely<Schema>, wish: PublicWish): Promise<readonly PublicRecommendation[]> {
  const { cutoffAt, stateCode, id } = wish;
  const shows = (alias: string) =>
    sql`(${sql.ref(`${alias}.verdict`)} = 'publish' and ${sql.ref(`${alias}.decided_at`)} <= ${cutoffAt})`;
  const { rows } = await sql<RegisterRow>`
    with newest as (
      select distinct on (subject_kind, subject_id) subject_kind, subject_id, verdict, decided_at
      from publication_decisions order by subject_kind, subject_id, number desc
    )
    ${registerSelect}
    left join newest a on a.subject_kind = 'state' and a.subject_id = r.state_code
    left join newest b on b.subject_kind = 'source' and b.subject_id = r.source_id
    left join newest c on c.subject_kind = 'recommendation' and c.subject_id = r.id
    where coalesce(a.verdict, '') <> 'withdraw' and coalesce(b.verdict, '') <> 'withdraw'
      and coalesce(c.verdict, '') <> 'withdraw'
      and (${shows('a')} or ${shows('b')} or ${shows('c')})
      and r.created_at <= ${cutoffAt}
      ${stateCode === undefined ? sql`` : sql`and r.state_code = ${stateCode}`}
      ${id === undefined ? sql`` : sql`and r.id = ${id}`}
    order by r.state_code, r.source_id, r.paragraph nulls last, r.id`.execute(db);
  return Promise.all(rows.map((row) => asShown(db, row, cutoffAt)));
}

/** What would be shown of one recommendation, whether or not it is. */
export async function previewPublic(
  db: Kysely<Schema>,
  id: RecommendationId,
  cutoffAt: Instant,
): Promise<PublicRecommendation | undefined> {
  const { rows } = await sql<RegisterRow>`select * from (${registerSelect}) shown where id = ${id}`.execute(db);
  return rows[0] && asShown(db, rows[0], cutoffAt);
}

type RegisterRow = {
  readonly id: string;
  readonly stateCode: string;
  readonly source: string;
  readonly sourceSymbol: string | null;
  readonly paragraph: string | null;
  readonly text: string;
  readonly position: PublicRecommendation['position'];
  readonly targetOn: string | null;
  readonly state: FollowUpState | null;
  readonly updated_at: string | null;
};

const wordingOf = (kind: 'source' | 'recommendation', id: string) => sql`
  left join lateral (
    select w.wording from publication_wordings w
    where w.subject_kind = ${sql.lit(kind)} and w.subject_id = ${sql.ref(id)} order by w.number desc limit 1
  ) ${sql.raw(kind === 'source' ? 'sw' : 'rw')} on true`;

const registerSelect = sql`
  select r.id, r.state_code as "stateCode", coalesce(sw.wording, s.title) as source, s.report_symbol as "sourceSymbol",
    r.paragraph, coalesce(rw.wording, r.text) as text, r.position, r.target_on as "targetOn", f.state, f.updated_at
  from recommendations r
  join sources s on s.id = r.source_id
  left join follow_ups f on f.recommendation_id = r.id
  ${wordingOf('source', 's.id')}
  ${wordingOf('recommendation', 'r.id')}`;

async function asShown(db: Kysely<Schema>, row: RegisterRow, cutoffAt: Instant): Promise<PublicRecommendation> {
  const { state, updated_at: updatedAt, ...register } = row;
  return publicOf(register, state === null ? initialState : await stateAt(db, row.id, { state, updatedAt, cutoffAt }));
}

type Known = { readonly state: FollowUpState; readonly updatedAt: Instant | null; readonly cutoffAt: Instant };

/** As it stood then. What has not moved since stands as it is; of the others the log is folded up to that instant. */
async function stateAt(db: Kysely<Schema>, id: RecommendationId, known: Known): Promise<FollowUpState> {
  const { state, updatedAt, cutoffAt } = known;
  if (updatedAt !== null && updatedAt <= cutoffAt) return completed(state);
  const events = await readStream<FollowUpEvent>(db, followUpId(id));
  return fold(events.map(({ event }) => event).filter(({ at }) => at <= cutoffAt));
}

/** Changes whenever anything public may look otherwise. */
export async function publicEdition(db: Kysely<Schema>): Promise<string> {
  const { rows } = await sql<{ edition: string }>`
    select concat_ws('.',
      (select coalesce(max(position), 0) from events),
      (select coalesce(max(number), 0) from publication_decisions),
      (select coalesce(max(number), 0) from publication_wordings),
      (select count(*) from recommendations)) as edition`.execute(db);
  return rows[0]?.edition ?? '';
}

/** The newest decision about a recommendation, its source and its State. */
export async function newestVerdicts(
  db: Kysely<Schema>,
  of: Readonly<Partial<Record<PublicationSubject, string>>>,
): Promise<NewestVerdicts> {
  const newest = async (kind: PublicationSubject) => {
    const id = of[kind];
    if (id === undefined) return null;
    const row = await db
      .selectFrom('publication_decisions')
      .select(['verdict', 'decided_at'])
      .where('subject_kind', '=', kind)
      .where('subject_id', '=', id)
      .orderBy('number', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row === undefined ? null : { verdict: row.verdict, decidedAt: row.decided_at };
  };
  const [state, source, recommendation] = await Promise.all([
    newest('state'),
    newest('source'),
    newest('recommendation'),
  ]);
  return { state, source, recommendation };
}

export type DecisionFilter = { readonly subjectKind?: PublicationSubject; readonly subjectId?: string };

/** Decisions, the newest first. */
export const listPublicationDecisions = (db: Kysely<Schema>, filter: DecisionFilter, limit: number) =>
  db
    .selectFrom('publication_decisions')
    .selectAll()
    .$if(filter.subjectKind !== undefined, (query) => query.where('subject_kind', '=', filter.subjectKind ?? 'state'))
    .$if(filter.subjectId !== undefined, (query) => query.where('subject_id', '=', filter.subjectId ?? ''))
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();

export const listPublicationWordings = (
  db: Kysely<Schema>,
  subject: { readonly kind: 'source' | 'recommendation'; readonly id: string },
  limit: number,
) =>
  db
    .selectFrom('publication_wordings')
    .selectAll()
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
