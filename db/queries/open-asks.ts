import { sql, type Kysely } from 'kysely';
import { isRatification, isWholeDemand } from '../../domain/follow-up/deposits.ts';
import { completed, isStarted, type StartedState } from '../../domain/follow-up/state.ts';
import type { RecommendationId } from '../../domain/ids.ts';
import { readDemand } from '../../domain/proposals/propose.ts';
import type { Schema } from '../schema.ts';

/** A follow-up whose recommendation asks for an instrument, and what a deposit may do to it. */
export type Ask = {
  readonly recommendationId: RecommendationId;
  readonly stateCode: string;
  readonly asks: readonly string[];
  readonly isWholeDemand: boolean;
  readonly state: StartedState;
};

/**
 * The follow-ups of a State that are not closed and ask for one of these instruments, in the order of their ids. A split recommendation
 * is not among them: its parts are.
 */
export const openAsksFor = (
  db: Kysely<Schema>,
  participant: string,
  instruments: readonly string[],
): Promise<readonly Ask[]> => asksOf(db, [participant], instruments, 'open');

/** Those that were closed as implemented: what a denunciation may open again. */
export const closedAsksFor = (
  db: Kysely<Schema>,
  participant: string,
  instruments: readonly string[],
): Promise<readonly Ask[]> => asksOf(db, [participant], instruments, 'closed');

/** All that is open and that no batch is about to tell of a deposit. */
export async function openAsks(db: Kysely<Schema>): Promise<readonly Ask[]> {
  const rows = await selectAsks(db)
    .where('f.status', '<>', 'closed')
    .where((where) =>
      where.exists(
        where
          .selectFrom('recommendation_instruments as i')
          .innerJoin('treaty_standings as s', 's.instrument', 'i.instrument')
          .select('i.instrument')
          .whereRef('i.recommendation_id', '=', 'r.id')
          .whereRef('s.participant', '=', 'r.state_code')
          .where('s.until_on', 'is', null)
          .where('s.is_party', '=', true),
      ),
    )
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('batch_items as b')
            .select('b.number')
            .whereRef('b.recommendation_id', '=', 'r.id')
            .where('b.status', '=', 'pending')
            .where(sql<string>`b.command->>'type'`, '=', 'RecordDeposit'),
        ),
      ),
    )
    .orderBy('r.id')
    .execute();
  return rows.flatMap(readAsk);
}

/** The same for one recommendation, whatever it asks for; undefined while it is not started, split, or asks for nothing. */
export async function askOf(db: Kysely<Schema>, id: RecommendationId): Promise<Ask | undefined> {
  const rows = await selectAsks(db).where('r.id', '=', id).execute();
  return rows.flatMap(readAsk)[0];
}

export async function asksOf(
  db: Kysely<Schema>,
  participants: readonly string[],
  instruments: readonly string[],
  which: 'open' | 'closed',
): Promise<readonly Ask[]> {
  if (participants.length === 0 || instruments.length === 0) return [];
  const rows = await selectAsks(db)
    .where('r.state_code', 'in', [...participants])
    .where((where) =>
      which === 'open'
        ? where('f.status', '<>', 'closed')
        : where.and([where('f.status', '=', 'closed'), where('f.closure_reason', '=', 'implemented-and-verified')]),
    )
    .where((where) =>
      where.exists(
        where
          .selectFrom('recommendation_instruments as i')
          .select('i.instrument')
          .whereRef('i.recommendation_id', '=', 'r.id')
          .where('i.instrument', 'in', [...instruments]),
      ),
    )
    .orderBy('r.id')
    .execute();
  return rows.flatMap(readAsk);
}

const selectAsks = (db: Kysely<Schema>) =>
  db
    .selectFrom('recommendations as r')
    .innerJoin('follow_ups as f', 'f.recommendation_id', 'r.id')
    .select(['r.id', 'f.state_code', 'r.text', 'f.state'])
    .select(
      sql<readonly { instrument: string; basis: string }[]>`(
        select coalesce(json_agg(json_build_object('instrument', a.instrument, 'basis', a.basis) order by a.instrument), '[]')
        from recommendation_instruments a where a.recommendation_id = r.id)`.as('asked'),
    );

type Row = Awaited<ReturnType<ReturnType<typeof selectAsks>['execute']>>[number];

function readAsk({ id, state_code, text, state: stored, asked }: Row): readonly Ask[] {
  const state = completed(stored);
  if (!isStarted(state) || state.parts !== null || asked.length === 0) return [];
  const isAbout = isRatification(state.playbook.key, state.terms);
  const isStated = asked.every(({ basis }) => basis === 'stated');
  return [
    {
      recommendationId: id,
      stateCode: state_code,
      asks: asked.map(({ instrument }) => instrument),
      isWholeDemand: isWholeDemand({ isStated, isRatification: isAbout, reading: readDemand(text) }),
      state,
    },
  ];
}
