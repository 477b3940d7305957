import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { assignStateRole, findContact, listStateRoles } from '../../db/register/contacts.ts';
import { findLetterLanguage, saveLetterLanguage } from '../../db/register/letters.ts';
import { languages } from '../../db/schema.ts';
import { states, type State } from '../../domain/reference/states.ts';
import type { AppDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { idSchema, problemResponses, roleSchema } from '../schemas/common.ts';
import { letterLanguageSchema } from '../schemas/letters.ts';
import { stateDetailSchema, stateRoleSchema, stateSchema } from '../schemas/register.ts';
import { typed } from './route.ts';
import { calendarView, stateNamed, stateParams } from './state-calendars.ts';

const tags = ['States'];
const params = stateParams;

export function stateRoutes(instance: FastifyInstance, { db, stateCalendars }: AppDeps): void {
  const app = typed(instance);
  const response = { 200: z.array(stateSchema), ...problemResponses };
  app.get('/states', { schema: { tags, summary: 'The members and observers of the United Nations', response } }, () =>
    states.map(stateView),
  );

  app.get(
    '/states/:code',
    { schema: { tags, params, response: { 200: stateDetailSchema, ...problemResponses } } },
    async ({ params: { code } }) => {
      const state = stateNamed(code);
      return { ...stateView(state), ...calendarView(await stateCalendars.describe(state.code)) };
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

const stateView = ({ code, names, regionalGroup, membership, timeZone, weekend }: State) => ({
  code,
  names: { ...names },
  regionalGroup,
  membership,
  timeZone,
  weekend: [...weekend],
});
