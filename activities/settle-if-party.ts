import type { Kysely } from 'kysely';
import { askOf } from '../db/queries/open-asks.ts';
import { afterTelling, depositsToTell } from '../db/register/settle.ts';
import type { Schema } from '../db/schema.ts';
import { calendarTime, type Clock } from '../domain/clock.ts';
import type { RecommendationId } from '../domain/ids.ts';
import type { CalendarDate } from '../domain/time.ts';
import type { FollowUpCommands } from './follow-up-commands.ts';

export type SettleDeps = { readonly db: Kysely<Schema>; readonly clock: Clock; readonly commands: FollowUpCommands };
export type Settled = { readonly instrument: string; readonly on: CalendarDate; readonly hasClosed: boolean };

/**
 * Tells a follow-up that has just begun which of the instruments it asks for its State has deposited already: what was recorded between
 * looking and starting reached no batch. Repeating it changes nothing. Returns what it was told.
 */
export async function settleIfParty(
  { db, clock, commands }: SettleDeps,
  recommendationId: RecommendationId,
): Promise<readonly Settled[]> {
  const ask = await askOf(db, recommendationId);
  if (ask === undefined || ask.state.status === 'closed') return [];
  const at = calendarTime(clock, Date.now());
  const settled: Settled[] = [];
  let { state } = ask;
  for (const { command } of await depositsToTell(db, [ask], at)) {
    const { instrument, on } = command;
    const commandId = `settle:${instrument}:${on}:${ask.state.startedAt}`;
    const submission = await commands.submit(recommendationId, { commandId, actor: 'system', command });
    if (!submission.isAccepted) continue;
    ({ state } = afterTelling(state, [command], at));
    settled.push({ instrument, on, hasClosed: state.status === 'closed' });
  }
  return settled;
}
