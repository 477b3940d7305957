import type { Kysely } from 'kysely';
import { findPlaybook } from '../db/queries/playbooks.ts';
import { listKnownEvents } from '../db/queries/world-events.ts';
import type { Schema } from '../db/schema.ts';
import type { StartedState } from '../domain/follow-up/state.ts';
import type { PlanningContext } from '../domain/plan/context.ts';
import { planNext } from '../domain/plan/plan.ts';
import type { Calendars } from './calendars.ts';
import type { FollowUpActivities } from './contract.ts';

export type PlanningDeps = { readonly db: Kysely<Schema>; readonly calendars: Calendars };

/** The playbook version that a follow-up runs on, its State's working days, and the dates that are known for it. */
export async function planningContext(
  deps: PlanningDeps,
  state: Pick<StartedState, 'stateCode' | 'playbook'>,
): Promise<PlanningContext> {
  const [playbook, calendar, events] = await Promise.all([
    findPlaybook(deps.db, state.playbook),
    deps.calendars.forState(state.stateCode),
    listKnownEvents(deps.db, state.stateCode),
  ]);
  if (playbook === undefined)
    throw new Error(`Playbook ${state.playbook.key} version ${state.playbook.version} is not stored`);
  return { playbook, calendar, events };
}

export const createPlanNext =
  (deps: PlanningDeps): FollowUpActivities['planNext'] =>
  async ({ request, state }) =>
    planNext(request, state, await planningContext(deps, state));
