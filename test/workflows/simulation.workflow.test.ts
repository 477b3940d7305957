/**
 * The simulation beside the real workflow on a real Temporal server, with days of a second and a bit. Compared are the events of
 * each follow-up over some 70 days, in order: their types, the ids of steps that fell due, what each round asks and when it is due,
 * every step that was planned with its exact instant, rungs and milestones, and the calendar date on which each event happened. Not
 * compared: the hour of an event (a worker that wakes 50 ms late is an hour late here). What people do is given to both on the same
 * dates; the simulation takes the instants at which the log says that it arrived. After the last date nothing is compared, nor
 * after a step or a plan that came a day late on a machine that was busy with something else.
 */
import { createCalendars } from '../../activities/calendars.ts';
import { readPortfolio } from '../../activities/portfolio.ts';
import { listTimeline } from '../../db/queries/follow-ups.ts';
import { liveOn, type Answers } from '../../domain/forecast/life.ts';
import type { Command } from '../../domain/follow-up/commands.ts';
import type { FollowUpEvent } from '../../domain/follow-up/events.ts';
import { addDays } from '../../domain/time.ts';
import { ask, command, openRelance, register, type Relance } from '../support/relance.ts';

const dayMs = 1_200;
const lastDay = 70;
const startsAt = '2026-01-05T10:00:00.000Z';
const dayTwenty = '2026-01-25T11:00:00.000Z';
const on = (day: number): string => addDays(startsAt.slice(0, 10), day);

let relance: Relance;
beforeAll(async () => {
  relance = await openRelance({ dayMs, startsAt });
});
afterAll(() => relance.close());

type Deed = { readonly day: number; readonly name: string; readonly body: object };
type Case = { readonly over: object; readonly deeds: readonly Deed[] };
const evidence = [{ url: 'https://gazette.example/1', description: 'Letter of the State' }];

const cases: Readonly<Record<string, Case>> = {
  'nobody answers': { over: { targetOn: on(25) }, deeds: [] },
  'one check-in is answered, late': {
    over: { targetOn: on(25) },
    deeds: [{ day: 33, name: 'report-progress', body: { note: 'Begun', implementation: 'in-progress' } }],
  },
  noted: { over: { targetOn: on(30), position: 'noted' }, deeds: [] },
  'a milestone, then a pause that ends by itself': {
    over: { targetOn: on(40), playbook: 'ratify' },
    deeds: [
      {
        day: 30,
        name: 'complete-milestone',
        body: { milestone: 'acknowledged', on: on(29), note: 'A letter', evidence },
      },
      { day: 43, name: 'pause', body: { cause: 'election', reason: 'Election', until: `${on(55)}T06:00:00.000Z` } },
    ],
  },
  'claimed and verified': {
    over: { targetOn: on(35) },
    deeds: [
      { day: 22, name: 'claim-implementation', body: { note: 'Done', evidence } },
      { day: 40, name: 'verify', body: { evidence: evidence[0] } },
    ],
  },
};

test('the log of real follow-ups holds what the simulation said', async () => {
  const { sourceId } = await register(relance.app);
  const begun = await Promise.all(
    Object.entries(cases).map(async ([name, { over, deeds }]) => {
      const { body } = await ask(relance.app, 'POST /v1/recommendations', {
        sourceId,
        stateCode: 'SI',
        text: name,
        playbook: 'general',
        position: 'supported',
        ...over,
      });
      const id = body.id as string;
      const calendars = createCalendars({ db: relance.db });
      const { subjects } = await readPortfolio(
        { db: relance.db, calendars },
        { scope: { recommendationId: id } },
        relance.now(),
      );
      return { id, name, deeds, subject: subjects[0]! };
    }),
  );
  // Each in the first minutes of a day of its own: planning has the whole of that day.
  for (const { id } of begun) {
    await newDay();
    expect((await command(relance.app, id, 'start-follow-up')).status).toBe(200);
  }
  await Promise.all(begun.map(({ id, deeds }) => doAll(id, deeds)));
  await until(lastDay);

  const until70 = `${on(lastDay)}T00:00:00.000Z`;
  let stepsCompared = 0;
  for (const { id, name, subject } of begun) {
    const logged = (await listTimeline(relance.db, id)).map(({ event }) => event as FollowUpEvent);
    const real = logged.filter(({ at }) => at < until70);
    const given = peoples(real);
    const life = liveOn({ ...subject, at: real[0]!.at }, given, { until: until70, maxCommands: 500 });
    const simulated = life.happened.map(({ event }) => event).filter(({ at }) => at < until70);
    const punctual = whileInTime(real);
    const compared = punctual.length === real.length ? simulated : simulated.slice(0, punctual.length);
    expect({ name, events: compared.map(shown) }).toEqual({ name, events: punctual.map(shown) });
    stepsCompared += punctual.filter(({ type }) => type === 'StepFellDue').length;
    // The control: with a report that nobody made, the simulation tells another story.
    const invented: Answers = (state, at, count) =>
      count === 1
        ? { type: 'ReportProgress', at: dayTwenty, note: 'Invented', implementation: null }
        : given(state, at, count);
    const wrong = liveOn({ ...subject, at: real[0]!.at }, invented, { until: until70, maxCommands: 500 });
    expect(wrong.happened.map(({ event }) => shown(event))).not.toEqual(real.map(shown));
  }
  expect(stepsCompared).toBeGreaterThan(10);
}, 180_000);

/**
 * A clock that wakes a calendar day late (here: a second) rightly counts what follows from that day. No simulation knows how late a
 * machine will be, so from there on there is nothing to compare.
 */
function whileInTime(events: readonly FollowUpEvent[]): readonly FollowUpEvent[] {
  const late = events.findIndex((event, index) => isDayLate(event, events[index - 1]));
  return late === -1 ? events : events.slice(0, late);
}

/** A step that fell due is late by its own date; a plan by that of the event that asked for it. */
function isDayLate(event: FollowUpEvent, before: FollowUpEvent | undefined): boolean {
  const on = event.at.slice(0, 10);
  if (event.type === 'StepFellDue') return event.step.dueAt.slice(0, 10) < on;
  const isPlan = event.type === 'RoundOpened' || event.type === 'StepsPlanned';
  return isPlan && before !== undefined && before.at.slice(0, 10) < on;
}

async function doAll(id: string, deeds: readonly Deed[]): Promise<void> {
  for (const { day, name, body } of deeds) {
    await until(day);
    expect(await command(relance.app, id, name, body)).toMatchObject({ status: 200 });
  }
}

/** Waits for the late morning of a day, when steps of that day have fallen due and half a day is left. */
const until = (day: number): Promise<void> => relance.until(`${on(day)}T11:00:00.000Z`);

const newDay = (): Promise<void> => relance.until(`${addDays(relance.now().slice(0, 10), 1)}T00:10:00.000Z`);

/** What people did, as the log has it: the commands behind its events, in order, at the instants at which they arrived. */
function peoples(events: readonly FollowUpEvent[]): Answers {
  const commands = events.flatMap((event): readonly Command[] => {
    switch (event.type) {
      case 'ProgressReported':
        return [{ ...event, type: 'ReportProgress' }];
      case 'MilestoneCompleted':
        return [{ ...event, type: 'CompleteMilestone' }];
      case 'FollowUpPaused':
        return [{ ...event, type: 'Pause' }];
      case 'ImplementationClaimed':
        return [{ ...unsigned(event), type: 'ClaimImplementation', ...givers(event) }];
      case 'ImplementationVerified':
        return [{ ...unsigned(event), type: 'Verify', ...givers(event) }];
      default:
        return [];
    }
  });
  return (_, __, given) => commands[given - 1]; // The first is the start.
}

/** Who gave the command, as the log has it. */
const givers = ({ by }: { readonly by?: readonly string[] }) =>
  by === undefined ? {} : { by: { actor: 'simulated', persons: by } };
const unsigned = <T extends { readonly by?: readonly string[] }>(event: T): Omit<T, 'by'> => {
  const { by: _, ...rest } = event;
  return rest;
};

/** What is compared of an event; planned steps whole, with their instants. */
const shown = ({ at, ...event }: FollowUpEvent): object =>
  JSON.parse(JSON.stringify({ on: at.slice(0, 10), ...event }));
