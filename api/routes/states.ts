import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { findOwnHolidays, findWeekend } from '../../db/queries/calendars.ts';
import { saveHoliday, saveWeekend } from '../../db/register/calendars.ts';
import { assignStateRole, findContact, listStateRoles } from '../../db/register/contacts.ts';
import { findLetterLanguage, saveLetterLanguage } from '../../db/register/letters.ts';
import { languages } from '../../db/schema.ts';
import { states, stateByCode, type State } from '../../domain/reference/states.ts';
import type { Weekday } from '../../domain/time.ts';
import type { AppDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { dateSchema, idSchema, problemResponses, roleSchema, shortTextSchema } from '../schemas/common.ts';
import { letterLanguageSchema } from '../schemas/letters.ts';
import { stateRoleSchema, stateSchema } from '../schemas/register.ts';
import { typed } from './route.ts';

const tags = ['States'];
const params = z.object({ code: z.string().max(2) });
const weekday = z.union([1, 2, 3, 4, 5, 6, 7].map((day) => z.literal(day as Weekday)));
const holidaySchema = z.object({ onDate: dateSchema, name: shortTextSchema, isWorkingDay: z.boolean() });

export function stateRoutes(instance: FastifyInstance, { db }: AppDeps): void {
  const app = typed(instance);
  const response = { 200: z.array(stateSchema), ...problemResponses };
  app.get('/states', { schema: { tags, summary: 'The members and observers of the United Nations', response } }, () =>
    states.map(stateView),
  );

  app.get(
    '/states/:code',
    { schema: { tags, params, response: { 200: stateSchema, ...problemResponses } } },
    async ({ params: { code } }) => {
      const state = stateNamed(code);
      return { ...stateView(state), weekend: [...((await findWeekend(db, code)) ?? state.weekend)] };
    },
  );

  const weekendBody = z.strictObject({ weekend: z.array(weekday).max(6) });
  app.put(
    '/states/:code/weekend',
    { schema: { tags, params, body: weekendBody, response: { 204: z.null(), ...problemResponses } } },
    async ({ params: { code }, body }, reply) => {
      await saveWeekend(db, stateNamed(code).code, body.weekend);
      return reply.status(204).send(null);
    },
  );

  app.get(
    '/states/:code/holidays',
    {
      schema: {
        tags,
        summary: 'Own additions to, and deletions from, the known holidays',
        params,
        response: { 200: z.array(holidaySchema), ...problemResponses },
      },
    },
    async ({ params: { code } }) => [...(await findOwnHolidays(db, stateNamed(code).code))],
  );

  const holidayBody = z.strictObject({ name: shortTextSchema, isWorkingDay: z.boolean().default(false) });
  const holidayParams = params.extend({ date: dateSchema });
  app.put(
    '/states/:code/holidays/:date',
    { schema: { tags, params: holidayParams, body: holidayBody, response: { 204: z.null(), ...problemResponses } } },
    async ({ params: { code, date }, body }, reply) => {
      await saveHoliday(db, { stateCode: stateNamed(code).code, onDate: date, ...body });
      return reply.status(204).send(null);
    },
  );

  app.get(
    '/states/:code/roles',
    {
      schema: {
        tags,
        summary: 'Who holds which role for a State',
        params,
        response: { 200: z.array(stateRoleSchema), ...problemResponses },
      },
    },
    async ({ params: { code } }) =>
      (await listStateRoles(db, stateNamed(code).code)).map(({ role, contact_id }) => ({
        role,
        contactId: contact_id,
      })),
  );

  app.get(
    '/states/:code/letter-language',
    {
      schema: {
        tags,
        summary: 'The language in which the State is written to; none where the recipient decides',
        params,
        response: { 200: z.object({ language: z.enum(languages).nullable() }), ...problemResponses },
      },
    },
    async ({ params: { code } }) => ({ language: (await findLetterLanguage(db, stateNamed(code).code)) ?? null }),
  );

  app.put(
    '/states/:code/letter-language',
    {
      schema: {
        tags,
        params,
        body: letterLanguageSchema,
        response: { 200: letterLanguageSchema, ...problemResponses },
      },
    },
    async ({ params: { code }, body: { language } }) => {
      await saveLetterLanguage(db, stateNamed(code).code, language);
      return { language };
    },
  );

  const roleParams = params.extend({ role: roleSchema });
  const roleBody = z.strictObject({ contactId: idSchema });
  app.put(
    '/states/:code/roles/:role',
    { schema: { tags, params: roleParams, body: roleBody, response: { 200: stateRoleSchema, ...problemResponses } } },
    async ({ params: { code, role }, body: { contactId } }) => {
      if (!(await findContact(db, contactId))) throw new Problem('UnknownContact');
      await assignStateRole(db, stateNamed(code).code, role, contactId);
      return { role, contactId };
    },
  );
}

function stateNamed(code: string): State {
  const state = stateByCode(code);
  if (state === undefined) throw new Problem('UnknownState');
  return state;
}

const stateView = ({ code, names, regionalGroup, membership, timeZone, weekend }: State) => ({
  code,
  names: { ...names },
  regionalGroup,
  membership,
  timeZone,
  weekend: [...weekend],
});
