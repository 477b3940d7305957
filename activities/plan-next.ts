import type { Kysely } from 'kysely';
import { findPlaybook } from '../db/queries/playbooks.ts';
import type { Schema } from '../db/schema.ts';
import type { StartedState } from '../domain/follow-up/state.ts';
import type { PlanningContext } from '../domain/plan/context.ts';
import { planNext } from '../domain/plan/plan.ts';
import type { Calendars } from './calendars.ts';
import type { FollowUpActivities } from './contract.ts';

export type PlanningDeps = { readonly db: Kysely<Schema>; readonly calendars: Calendars };

/** The playbook version that a follow-up runs on, and its State's working days. */
export async function planningContext(deps: PlanningDeps, state: StartedState): Promise<PlanningContext> {
  const [playbook, calendar] = await Promise.all([
    findPlaybook(deps.db, state.playbook),
    deps.calendars.forState(state.stateCode),
  ]);
  if (playbook === undefined)
    throw new Error(`Playbook ${state.playbook.key} version ${state.playbook.version} is not stored`);
  return { playbook, calendar };
}

export const createPlanNext =
  (deps: PlanningDeps): FollowUpActivities['planNext'] =>
  async ({ request, state }) =>
    planNext(request, state, await planningContext(deps, state));
