import { realMsUntil, type Clock } from '../domain/clock.ts';
import type { Api } from '../demo/api-client.ts';
import { inParallel } from './in-parallel.ts';

type WithId = { readonly id: string; readonly createdAt: string };
type Forecast = {
  readonly entries: readonly { readonly at: string; readonly notices: readonly { readonly kind: string }[] }[];
};

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

  const registerOne = async (targetOn: string): Promise<void> => {
    registered += 1;
    const address = `ours-${registered}@bench.example`;
    const { id: focalPoint } = await api.post<WithId>('/contacts', {
      name: 'Focal point',
      address,
      timeZone: 'Europe/Ljubljana',
    });
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
