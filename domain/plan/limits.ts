import type { Step } from '../follow-up/events.ts';
import type { StartedState } from '../follow-up/state.ts';
import { rungEntry, type Limit } from '../playbooks/playbook.ts';
import { addDays, latest, type CalendarDate } from '../time.ts';
import { openingHour, workingDayFrom } from './calendar.ts';
import type { PlanningContext } from './context.ts';
import { isQuiet } from './next-check-in.ts';

/**
 * When the milestones that are missing become too late. The limits run beside the round: a State that answers every check-in
 * and moves nothing climbs the ladder all the same. What has been late already is on record and does not fall due again.
 */
export function watchesFrom(fromOn: CalendarDate, state: StartedState, context: PlanningContext): readonly Step[] {
  if (isQuiet(state)) return [];
  const { playbook, calendar } = context;
  return playbook.limits.flatMap((limit): readonly Step[] => {
    const sinceOn = isOpen(limit, state) ? countedFrom(limit, state, context) : undefined;
    const entry = rungEntry(playbook, limit.rung);
    if (sinceOn === undefined || entry === undefined) return [];
    const limitOn = addDays(sinceOn, limit.withinDays + state.pausedDays);
    const on = workingDayFrom(latest(limitOn, addDays(fromOn, 1)) ?? limitOn, calendar);
    const { key, milestone } = limit;
    const id = `${state.plansAdopted + 1}.limit-${key}`;
    return [
      { id, kind: 'milestone-limit', limit: key, milestone, ...entry, dueAt: calendar.instantOf(on, openingHour) },
    ];
  });
}

const isOpen = ({ key, milestone }: Limit, { milestones, late }: StartedState): boolean =>
  !(milestone !== null && milestone in milestones) && !late.some(({ limit }) => limit === key);

/** Undefined while the milestone that the limit counts from has not been reached. */
function countedFrom(
  { after, milestone }: Limit,
  { milestones, startedAt }: StartedState,
  { calendar }: PlanningContext,
): CalendarDate | undefined {
  if (after !== null) return milestones[after];
  const startedOn = calendar.dateOf(startedAt);
  return milestone === null ? latest(startedOn, ...Object.values(milestones)) : startedOn;
}
