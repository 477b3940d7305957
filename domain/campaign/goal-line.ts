import { addMonths, daysBetween, type CalendarDate } from '../time.ts';

/** Straight from the parties on the day a campaign began to all that it asks, on its target date. */
export type GoalLine = {
  readonly fromOn: CalendarDate;
  readonly fromParties: number;
  readonly targetOn: CalendarDate;
  readonly goal: number;
};

export type ProgressPoint = { readonly on: CalendarDate; readonly parties: number; readonly line: number };

/** Where the line stands on a date; level before it begins and after the target. */
export function lineOn({ fromOn, fromParties, targetOn, goal }: GoalLine, on: CalendarDate): number {
  if (on <= fromOn) return fromParties;
  if (on >= targetOn) return goal;
  const part = daysBetween(fromOn, on) / daysBetween(fromOn, targetOn);
  return fromParties + part * (goal - fromParties);
}

/**
 * The parties beside the line, month by month from the beginning, on the target date and on the last day asked for. `changes` are the
 * dates on which the number of parties changed, with the number from that day on, in order.
 */
export function progressAlong(
  line: GoalLine,
  changes: readonly { readonly on: CalendarDate; readonly parties: number }[],
  untilOn: CalendarDate,
): readonly ProgressPoint[] {
  let seen = -1;
  let parties = line.fromParties;
  return sampleDates(line, untilOn).map((on) => {
    for (let next = changes[seen + 1]; next !== undefined && next.on <= on; next = changes[seen + 1]) {
      parties = next.parties;
      seen += 1;
    }
    return { on, parties, line: lineOn(line, on) };
  });
}

function sampleDates({ fromOn, targetOn }: GoalLine, untilOn: CalendarDate): readonly CalendarDate[] {
  const dates = new Set<CalendarDate>([fromOn]);
  for (let month = 1; addMonths(fromOn, month) < untilOn; month += 1) dates.add(addMonths(fromOn, month));
  if (targetOn > fromOn && targetOn < untilOn) dates.add(targetOn);
  if (untilOn > fromOn) dates.add(untilOn);
  return [...dates].sort();
}
