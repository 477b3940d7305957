import { realMsUntil, type Clock } from '../domain/clock.ts';
import { morningMomentOf } from '../domain/correspondence/morning.ts';
import { workingDayUntil } from '../domain/plan/calendar.ts';
import { addDays, type CalendarDate } from '../domain/time.ts';
import { utcCalendar } from '../test/support/calendar.ts';
import type { Api } from '../demo/api-client.ts';
import { inParallel } from './in-parallel.ts';

type WithId = { readonly id: string; readonly createdAt: string };
type Forecast = {
  readonly entries: readonly { readonly at: string; readonly notices: readonly { readonly kind: string }[] }[];
};

const calendar = utcCalendar();
/** The first reminder of a target date comes a month before it. */
const reminderOn = (targetOn: CalendarDate): CalendarDate => workingDayUntil(addDays(targetOn, -30), calendar);
/** The last quarter of an hour in which mail goes. */
const burstFrom = '11:15';

export type RelanceSide = {
  /** `targetOn` is the date on which the recommendation should be implemented. */
  readonly register: (count: number, targetOn: string) => Promise<void>;
  /** Starts the follow-up of the next ones that were registered. */
  readonly start: (count: number) => Promise<void>;
  /** When the newest follow-up's first reminder falls due, in wall-clock milliseconds. */
  readonly firstReminder: () => Promise<number>;
};

/**
 * Relance as its users have it: over HTTP. Each follow-up has a focal point of its own, so that no digest merges two.
 * `dayMs` is the length of a day in wall-clock milliseconds.
 */
export async function createRelanceSide(api: Api, dayMs: number): Promise<RelanceSide> {
  const { id: sourceId, createdAt } = await firstAnswer(() =>
    api.post<WithId>('/sources', { kind: 'mission', stateCode: 'SI', title: 'The mission of the bench' }),
  );
  const clock: Clock = { realAt: new Date().toISOString(), calendarAt: createdAt, dayMs };
  const waiting: { readonly id: string; readonly focalPoint: string }[] = [];
  const started: string[] = [];
  let registered = 0;

  /** Everybody's mail has a moment of its own in the morning; a burst needs people whose moment is the same, at its end. */
  const contactLateOn = async (on: CalendarDate, address: string): Promise<string> => {
    for (;;) {
      const contact = { name: 'Focal point', address, timeZone: 'Europe/Ljubljana' };
      const { id } = await api.post<WithId>('/contacts', contact);
      if (morningMomentOf(id, on, calendar).slice(11) >= burstFrom) return id;
    }
  };
  const registerOne = async (targetOn: string): Promise<void> => {
    registered += 1;
    const focalPoint = await contactLateOn(reminderOn(targetOn), `ours-${registered}@bench.example`);
    const text = `Take measure ${registered}`;
    const recommendation = { sourceId, stateCode: 'SI', text, playbook: 'general', position: 'supported', targetOn };
    const { id } = await api.post<WithId>('/recommendations', recommendation);
    waiting.push({ id, focalPoint });
  };
  const startOne = async (): Promise<void> => {
    const next = waiting.shift();
    if (next === undefined) throw new Error('None is left to start');
    const assign = { 'focal-point': next.focalPoint };
    await api.post(`/recommendations/${next.id}/commands/start-follow-up`, { assign });
    started.push(next.id);
  };
  return {
    register: (count, targetOn) => inParallel(count, () => registerOne(targetOn)),
    start: (count) => inParallel(count, startOne),
    firstReminder: async () => {
      const { entries } = await api.get<Forecast>(`/recommendations/${started.at(-1)}/forecast`);
      const at = entries.find(({ notices }) => notices.length > 0)?.at;
      if (at === undefined) throw new Error('The forecast holds no reminder');
      return Date.now() + realMsUntil(clock, Date.now(), at);
    },
  };
}

/** The API may not answer yet. */
async function firstAnswer<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (tries === 300 || !(error instanceof TypeError)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
