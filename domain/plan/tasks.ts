import type { Plan, PlanRequest } from '../follow-up/commands.ts';
import type { AppealTask } from '../follow-up/appeal-kinds.ts';
import type { Step } from '../follow-up/events.ts';
import type { Role } from '../follow-up/roles.ts';
import type { StartedState } from '../follow-up/state.ts';
import { addDays, latest } from '../time.ts';
import { openingHour, workingDayFrom } from './calendar.ts';
import type { PlanningContext } from './context.ts';

/** Whoever was asked is reminded as for a decision: a week after the day it was due, and two weeks after that. */
const reminderDays = [7, 21] as const;
/** Two weeks after the last reminder the manager is told, once. */
const managerIsToldAfterDays = 35;

/** To whom a task is given. Who acts where nobody holds the role is decided when each notice is made. */
export const holderOf: Readonly<Record<AppealTask, Role>> = {
  delivery: 'resident-coordinator',
  'next-step': 'resident-coordinator',
  review: 'desk-officer',
};

/** The reminders of a task, on working days of the State; of a day that has passed when they are planned, counted from then. */
export function planTask(
  { task, from, dueOn }: Extract<PlanRequest, { kind: 'task' }>,
  state: StartedState,
  { calendar }: PlanningContext,
): Plan {
  const countedOn = latest(dueOn, calendar.dateOf(from)) ?? dueOn;
  const step = (offsetDays: number, role: Role): Step => ({
    id: `${state.plansAdopted + 1}.${task}-${offsetDays}`,
    kind: 'task-reminder',
    task,
    role,
    offsetDays,
    dueAt: calendar.instantOf(workingDayFrom(addDays(countedOn, offsetDays), calendar), openingHour),
  });
  return {
    kind: 'steps',
    steps: [...reminderDays.map((days) => step(days, holderOf[task])), step(managerIsToldAfterDays, 'manager')],
  };
}
