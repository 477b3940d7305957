import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { findOwnHolidays } from '../../db/queries/calendars.ts';
import { removeHoliday, removeWeekend, saveHoliday, saveWeekend } from '../../db/register/calendars.ts';
import { holidaysInWords, type StateCalendar } from '../../domain/plan/state-calendar.ts';
import { stateByCode, type State } from '../../domain/reference/states.ts';
import { addDays, addYears, daysBetween, type Weekday } from '../../domain/time.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { dateSchema, problemResponses, shortTextSchema } from '../schemas/common.ts';
import { stateCalendarSchema } from '../schemas/register.ts';
import { typed } from './route.ts';

const tags = ['States'];
export const stateParams = z.object({ code: z.string().max(2) });
const params = stateParams;
const weekday = z.union([1, 2, 3, 4, 5, 6, 7].map((day) => z.literal(day as Weekday)));
const holidaySchema = z.object({ onDate: dateSchema, name: shortTextSchema, isWorkingDay: z.boolean() });
const nothing = { 204: z.null(), ...problemResponses };

/** The days on which States do not work, and our own corrections to them. */
export function stateCalendarRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const { db, stateCalendars } = deps;

  const calendar = {
    tags,
    summary: 'The days that are not worked, each with its reason and source; a year from today unless said otherwise',
    params,
    querystring: z.strictObject({ from: dateSchema.optional(), to: dateSchema.optional() }),
    response: { 200: stateCalendarSchema, ...problemResponses },
  };
  app.get('/states/:code/calendar', { schema: calendar }, async ({ params: { code }, query }) => {
    const { timeZone } = stateNamed(code);
    const from = query.from ?? nowOf(deps).slice(0, 10);
    const to = query.to ?? addDays(addYears(from, 1), -1);
    requireSpan(from, to);
    const [known, days] = await Promise.all([stateCalendars.describe(code), stateCalendars.daysOff(code, from, to)]);
    return { code, timeZone, ...calendarView(known), from, to, daysOff: [...days] };
  });

  const weekendBody = z.strictObject({ weekend: z.array(weekday).max(6) });
  app.put(
    '/states/:code/weekend',
    { schema: { tags, params, body: weekendBody, response: nothing } },
    async ({ params: { code }, body }, reply) => {
      await saveWeekend(db, stateNamed(code).code, body.weekend);
      return reply.status(204).send(null);
    },
  );
  app.delete(
    '/states/:code/weekend',
    { schema: { tags, summary: 'Back to the shipped weekend', params, response: nothing } },
    async ({ params: { code } }, reply) => {
      await removeWeekend(db, stateNamed(code).code);
      return reply.status(204).send(null);
    },
  );

  const summary = 'Own additions to, and deletions from, the known holidays';
  const holidays = { 200: z.array(holidaySchema), ...problemResponses };
  app.get(
    '/states/:code/holidays',
    { schema: { tags, summary, params, response: holidays } },
    async ({ params: { code } }) => [...(await findOwnHolidays(db, stateNamed(code).code))],
  );

  const holidayBody = z.strictObject({ name: shortTextSchema, isWorkingDay: z.boolean().default(false) });
  const holidayParams = params.extend({ date: dateSchema });
  app.put(
    '/states/:code/holidays/:date',
    { schema: { tags, params: holidayParams, body: holidayBody, response: nothing } },
    async ({ params: { code, date }, body }, reply) => {
      await saveHoliday(db, { stateCode: stateNamed(code).code, onDate: date, ...body });
      return reply.status(204).send(null);
    },
  );
  app.delete(
    '/states/:code/holidays/:date',
    {
      schema: { tags, summary: 'Back to what the library says of the date', params: holidayParams, response: nothing },
    },
    async ({ params: { code, date } }, reply) => {
      if (!(await removeHoliday(db, stateNamed(code).code, date))) throw new Problem('UnknownHoliday');
      return reply.status(204).send(null);
    },
  );
}

export function stateNamed(code: string): State {
  const state = stateByCode(code);
  if (state === undefined) throw new Problem('UnknownState');
  return state;
}

/** What is known of a State's days, in words that a page can show. */
export const calendarView = (known: StateCalendar) => ({
  weekend: [...known.weekend],
  weekendSource: known.weekendSource,
  holidays: { source: known.holidaySource, says: holidaysInWords(known), ownDays: known.ownHolidays },
});

const longestSpanDays = 731;

function requireSpan(from: string, to: string): void {
  const message = to < from ? 'lies before from' : 'lies more than two years after from';
  if (to < from || daysBetween(from, to) >= longestSpanDays)
    throw new Problem('InvalidRequest', undefined, { fields: [{ path: '/to', message }] });
}
