import { sql, type Kysely, type Selectable } from 'kysely';
import type { LetterKind } from '../../domain/follow-up/events.ts';
import type { RecommendationId } from '../../domain/ids.ts';
import type { LetterBody, LetterStatus } from '../../domain/letters/letter.ts';
import { afterCursor, pageOf, type Page } from '../queries/paging.ts';
import type { Language, Schema } from '../schema.ts';

export type LetterRow = Selectable<Schema['letters']>;

export const findLetter = (db: Kysely<Schema>, id: string): Promise<LetterRow | undefined> =>
  db.selectFrom('letters').selectAll().where('id', '=', id).executeTakeFirst();

export type LetterFilter = {
  readonly status?: readonly LetterStatus[];
  readonly kind?: readonly LetterKind[];
  readonly state?: readonly string[];
  readonly recommendationId?: RecommendationId;
  readonly campaignId?: string;
};

/** A page of letters by the instant of drafting, in a total order. */
export async function listLetters(db: Kysely<Schema>, filter: LetterFilter, page: Page<'draftedAt'>) {
  let query = db.selectFrom('letters').selectAll();
  if (filter.status) query = query.where('status', 'in', [...filter.status]);
  if (filter.kind) query = query.where('kind', 'in', [...filter.kind]);
  if (filter.state) query = query.where('state_code', 'in', [...filter.state]);
  if (filter.recommendationId) query = query.where('recommendation_id', '=', filter.recommendationId);
  if (filter.campaignId) query = query.where('campaign_id', '=', filter.campaignId);
  const { sort, limit, cursor } = page;
  if (cursor) query = query.where(afterCursor(sql.ref('drafted_at'), sql.ref('id'), sort, cursor));
  const rows = await query
    .orderBy('drafted_at', sort.direction)
    .orderBy('id', sort.direction)
    .limit(limit + 1)
    .execute();
  return pageOf(rows, { sort, limit }, (row) => [row.drafted_at, row.id]);
}

/** What `ApproveAppealLetter` must name for each letter of a campaign that waits for approval, in the order of their ids. */
export async function draftsOfCampaign(db: Kysely<Schema>, campaignId: string) {
  const rows = await db
    .selectFrom('letters')
    .select(['id', 'recommendation_id', 'appeal_key'])
    .where('campaign_id', '=', campaignId)
    .where('status', '=', 'draft')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ letterId: row.id, recommendationId: row.recommendation_id, key: row.appeal_key ?? '' }));
}

/**
 * Changes the words of a letter that is still at `version` and was neither sent nor withdrawn; undefined when somebody was faster.
 * What has become of the letter is not written here: that follows from the log.
 */
export const editLetter = (
  db: Kysely<Schema>,
  { id, version }: Pick<LetterRow, 'id' | 'version'>,
  { language, body }: { readonly language: Language; readonly body: LetterBody },
): Promise<LetterRow | undefined> =>
  db
    .updateTable('letters')
    .set({ language, body: JSON.stringify(body), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', 'in', ['draft', 'approved'])
    .returningAll()
    .executeTakeFirst();

/** The language in which a State wishes to be written to; undefined where none is known. */
export async function findLetterLanguage(db: Kysely<Schema>, stateCode: string): Promise<Language | undefined> {
  const row = await db
    .selectFrom('state_languages')
    .select('language')
    .where('state_code', '=', stateCode)
    .executeTakeFirst();
  return row?.language;
}

/** Letters that are drafted from now on take it; those that are there keep theirs. */
export async function saveLetterLanguage(db: Kysely<Schema>, stateCode: string, language: Language): Promise<void> {
  await db
    .insertInto('state_languages')
    .values({ state_code: stateCode, language })
    .onConflict((conflict) => conflict.column('state_code').doUpdateSet({ language }))
    .execute();
}
