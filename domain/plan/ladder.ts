import type { Plan, PlanRequest } from '../follow-up/commands.ts';
import type { DecisionSubject, Step } from '../follow-up/events.ts';
import type { Role } from '../follow-up/roles.ts';
import type { StartedState } from '../follow-up/state.ts';
import { rungEntry } from '../playbooks/playbook.ts';
import { addDays, daysBetween, type CalendarDate } from '../time.ts';
import { openingHour, workingDayFrom } from './calendar.ts';
import type { PlanningContext } from './context.ts';

/** The next rung, counted from when the one before was raised or this one dismissed; above the last rung, the ladder's end. */
export function planRung(
  request: Extract<PlanRequest, { kind: 'rung' }>,
  state: StartedState,
  context: PlanningContext,
): Plan {
  const fromOn = context.calendar.dateOf(request.from);
  return { kind: 'steps', steps: rungStep(request.rung, fromOn, state, context) };
}

export function rungStep(
  rung: number,
  fromOn: CalendarDate,
  state: StartedState,
  { playbook, calendar }: PlanningContext,
): readonly Step[] {
  const entry = rungEntry(playbook, rung);
  const afterDays = playbook.ladder[rung - 1]?.afterDays ?? playbook.ladderEndDays;
  const on = workingDayFrom(addDays(fromOn, afterDays), calendar);
  const common = { id: `${state.plansAdopted + 1}.rung-${rung}`, dueAt: calendar.instantOf(on, openingHour) };
  if (entry === undefined) return [{ ...common, kind: 'ladder-end' }];
  return [{ ...common, kind: 'escalation', ...entry }];
}

const firstAskAgainDays = 7;
const laterAskAgainDays = 14;
const managerStepsInDays = 28;

/** Our own side is reminded too: after a week, then every two, and from the fourth week on it is the manager who is told. */
export function planDecision(
  request: Extract<PlanRequest, { kind: 'decision' }>,
  state: StartedState,
  { calendar }: PlanningContext,
): Plan {
  const fromOn = calendar.dateOf(request.from);
  const sinceAt = {
    approval: state.draft?.draftedAt,
    extension: state.extension?.requestedAt,
    validation: state.claim?.claimedAt,
    verification: state.claim?.validation === 'done' ? state.claim.validatedAt : state.claim?.claimedAt,
  }[request.about];
  const waitingDays = sinceAt === undefined ? 0 : daysBetween(calendar.dateOf(sinceAt), fromOn);
  const on = workingDayFrom(addDays(fromOn, waitingDays === 0 ? firstAskAgainDays : laterAskAgainDays), calendar);
  const role = decidesAfter(waitingDays, request.about);
  const id = `${state.plansAdopted + 1}.${request.about}`;
  const dueAt = calendar.instantOf(on, openingHour);
  return { kind: 'steps', steps: [{ id, kind: 'decision-reminder', about: request.about, role, dueAt }] };
}

/** The authority of the State is reminded of what it is to sign; that it has not is told to our own side afterwards. */
function decidesAfter(waitingDays: number, about: DecisionSubject): Role {
  if (about === 'approval' || waitingDays >= managerStepsInDays) return 'manager';
  return about === 'validation' ? 'validating-authority' : 'desk-officer';
}
