import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Instant } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';
import type { Totals } from './line-totals.ts';

/**
 * How many lines read how, at an instant, from how they stand: only what is open and on no rung reads by the time, and of it only
 * what the time has come for is counted, out of an index.
 */
export async function splitByTime(
  db: Kysely<Schema>,
  { open = 0, ...standing }: Totals,
  now: Instant,
  states?: readonly string[],
): Promise<Totals> {
  const inStates: RawBuilder<unknown> =
    states === undefined ? sql`true` : sql`l.state_code = any(${sql.val([...states])}::text[])`;
  const { rows } = await sql<{ overdue: number; action: number }>`select
    (select count(*)::int from recommendation_lines l
      where status = 'open' and rung = 0 and overdue_from <= ${now} and ${inStates}) as overdue,
    (select count(*)::int from recommendation_lines l
      where status = 'open' and rung = 0 and action_needed_from <= ${now} and (overdue_from <= ${now}) is not true
        and ${inStates}) as action`.execute(db);
  const { overdue = 0, action = 0 } = rows[0] ?? {};
  const all = { ...standing, overdue, 'action-needed': action, 'on-track': open - overdue - action };
  return Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0));
}
