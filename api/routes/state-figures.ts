import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { countSourcesOf, countState } from '../../db/queries/state-figures.ts';
import { listPeopleOf } from '../../db/queries/state-people.ts';
import { contactsAway } from '../../db/register/absences.ts';
import { languages } from '../../db/schema.ts';
import { sourceKinds } from '../../domain/reference/source-kinds.ts';
import { camel } from '../camel.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { problemResponses, roleSchema } from '../schemas/common.ts';
import { typed } from './route.ts';
import { stateNamed, stateParams } from './state-calendars.ts';

const count = z.number().int();
const counts = z.record(z.string(), count);
const figuresSchema = z
  .object({
    total: count,
    status: counts,
    position: counts,
    rung: counts.meta({ description: 'Of started follow-ups' }),
    sources: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(sourceKinds),
        title: z.string(),
        startsOn: z.string().nullable(),
        reportSymbol: z.string().nullable(),
        total: count,
        notStarted: count,
        open: count,
        late: count.meta({ description: 'Overdue or escalated' }),
        closed: count,
      }),
    ),
  })
  .meta({ id: 'StateFigures' });

const personSchema = z
  .object({
    role: roleSchema,
    contactId: z.string(),
    name: z.string(),
    language: z.enum(languages),
    timeZone: z.string(),
    institution: z.object({ id: z.string(), name: z.string() }).nullable(),
    isReachable: z.boolean(),
    isAway: z.boolean().meta({ description: 'On leave today, by the calendar of their own zone' }),
  })
  .meta({ id: 'StatePerson' });

/** What the page of a State begins with: how its recommendations stand, and who is who. */
export function stateFigureRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const common = { tags: ['States'], params: stateParams };

  const figures = {
    ...common,
    summary: 'How the recommendations to a State stand, by axis and by source',
    response: { 200: figuresSchema, ...problemResponses },
  };
  app.get('/states/:code/figures', { schema: figures }, async ({ params }) => {
    const { code } = stateNamed(params.code);
    const [counted, sources] = await Promise.all([
      countState(deps.db, code),
      countSourcesOf(deps.db, code, nowOf(deps)),
    ]);
    return { ...counted, sources: sources.map(camel) };
  });

  const people = {
    ...common,
    summary: 'Who holds which role for a State, by name, and who of them is away',
    response: { 200: z.array(personSchema), ...problemResponses },
  };
  app.get('/states/:code/people', { schema: people }, async ({ params }) => {
    const rows = await listPeopleOf(deps.db, stateNamed(params.code).code);
    const contactIds = rows.map(({ contact_id }) => contact_id);
    const away = await contactsAway(deps.db, contactIds, nowOf(deps));
    return rows.map(({ institution_id, institution_name, unreachable_since, ...row }) => ({
      ...camel(row),
      institution: institution_id === null ? null : { id: institution_id, name: institution_name ?? '' },
      isReachable: unreachable_since === null,
      isAway: away.has(row.contact_id),
    }));
  });
}
