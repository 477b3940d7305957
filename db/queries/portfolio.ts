import type { Kysely } from 'kysely';
import type { PortfolioFilter } from '../../domain/forecast/report.ts';
import type { Schema } from '../schema.ts';

export type PortfolioRow = Awaited<ReturnType<typeof listPortfolio>>[number];

/** The recommendations of a portfolio with their follow-ups as they stand; without one where none has been started. */
export const listPortfolio = (db: Kysely<Schema>, filter: PortfolioFilter, limit: number) =>
  selectPortfolio(db, filter)
    .select(['r.id', 'r.state_code', 'r.playbook_key', 'r.position', 'r.target_on', 'f.status', 'f.state'])
    .orderBy('r.id')
    .limit(limit)
    .execute();

/** How many recommendations a portfolio holds, and how many of them are closed. */
export async function countPortfolio(
  db: Kysely<Schema>,
  filter: PortfolioFilter,
): Promise<{ readonly total: number; readonly closed: number }> {
  const { total, closed } = await selectPortfolio(db, filter)
    .select((select) => [
      select.fn.countAll<string>().as('total'),
      select.fn.countAll<string>().filterWhere('f.status', '=', 'closed').as('closed'),
    ])
    .executeTakeFirstOrThrow();
  return { total: Number(total), closed: Number(closed) };
}

const selectPortfolio = (db: Kysely<Schema>, { recommendationId, sourceId, stateCode }: PortfolioFilter) =>
  db
    .selectFrom('recommendations as r')
    .leftJoin('follow_ups as f', 'f.recommendation_id', 'r.id')
    .$if(recommendationId !== undefined, (query) => query.where('r.id', '=', recommendationId ?? ''))
    .$if(sourceId !== undefined, (query) => query.where('r.source_id', '=', sourceId ?? ''))
    .$if(stateCode !== undefined, (query) => query.where('r.state_code', '=', stateCode ?? ''));
