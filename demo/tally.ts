import { wallClock } from '../domain/clock.ts';
import { everyItem, type Api } from './api-client.ts';

export type Tally = {
  readonly followUps: number;
  readonly closed: number;
  readonly stepsFellDue: number;
  readonly stepsTwice: number;
  readonly rungsReached: Readonly<Record<number, number>>;
  readonly notices: Readonly<Record<string, number>>;
  readonly stepsLate: number;
  readonly noticesWaitingTooLong: number;
};
type Entry = { readonly type: string; readonly data: Readonly<Record<string, unknown>> };
type Notice = { readonly status: string; readonly queuedAt: string };
type Line = { readonly status: string; readonly nextStepAt: string | null };

/** In days of the calendar: a step or a mail that is later than this counts as lost. Mail waits for a morning. */
const patienceDays = { step: 20, mail: 30 };

/** What the record says after a run, read through the API alone. `now` is an instant of the calendar. */
export async function tallyUp(api: Api, recommendationIds: readonly string[], now: string): Promise<Tally> {
  const rungsReached: Record<number, number> = {};
  let [closed, stepsFellDue, stepsTwice, stepsLate] = [0, 0, 0, 0];
  for (const id of recommendationIds) {
    const line = await api.get<Line>(`/recommendations/${id}`);
    if (line.status === 'closed') closed += 1;
    if (line.nextStepAt !== null && isOlder(line.nextStepAt, now, patienceDays.step)) stepsLate += 1;
    const timeline = await api.get<readonly Entry[]>(`/recommendations/${id}/timeline`);
    const steps = timeline.filter(({ type }) => type === 'StepFellDue').map(stepIdOf);
    stepsFellDue += steps.length;
    stepsTwice += steps.length - new Set(steps).size;
    const rungs = timeline.filter(({ type }) => type === 'EscalationRaised').map(({ data }) => Number(data.rung));
    const highest = Math.max(0, ...rungs);
    rungsReached[highest] = (rungsReached[highest] ?? 0) + 1;
  }
  const notices = await everyItem<Notice>(api, '/notices?direction=asc');
  return {
    followUps: recommendationIds.length,
    closed,
    stepsFellDue,
    stepsTwice,
    rungsReached,
    notices: countBy(notices.map(({ status }) => status)),
    stepsLate,
    noticesWaitingTooLong: notices.filter(
      ({ status, queuedAt }) => status === 'queued' && isOlder(queuedAt, now, patienceDays.mail),
    ).length,
  };
}

const stepIdOf = ({ data }: Entry): unknown => (data.step as { readonly id: string }).id;
const isOlder = (instant: string, now: string, days: number): boolean =>
  Date.parse(now) - Date.parse(instant) > days * wallClock.dayMs;

const countBy = (names: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
};
