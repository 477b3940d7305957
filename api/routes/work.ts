import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { listWork, type WorkRow } from '../../db/queries/held-work.ts';
import { listHoldings, listTakenWeeks, readComing } from '../../db/queries/load.ts';
import { readCursor } from '../../db/queries/paging.ts';
import { findContact } from '../../db/register/contacts.ts';
import { listContactIdsOf } from '../../db/register/hand-over.ts';
import { findInstitution } from '../../db/register/institutions.ts';
import { weekOf } from '../../domain/forecast/weeks.ts';
import type { WaitsFor } from '../../domain/follow-up/reading.ts';
import type { ContactId } from '../../domain/ids.ts';
import { addDays, type Instant } from '../../domain/time.ts';
import { camel } from '../camel.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { given } from '../given.ts';
import { Problem } from '../problems.ts';
import { idParams, problemResponses } from '../schemas/common.ts';
import { loadSchema, workQuery, workSchema } from '../schemas/work.ts';
import { typed } from './route.ts';

const weeksBack = 13;
const weeksAhead = 13;
type Finder = (id: string) => Promise<readonly ContactId[]>;

/** What is asked of a person, or of all persons of an institution, and how much of it each week brings. */
export function workRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const ofContact: Finder = async (id) => {
    if (!(await findContact(deps.db, id))) throw new Problem('UnknownContact');
    return [id];
  };
  const ofInstitution: Finder = async (id) => {
    if (!(await findInstitution(deps.db, id))) throw new Problem('UnknownInstitution');
    return listContactIdsOf(deps.db, id);
  };
  routesFor(instance, deps, { path: 'contacts', tag: 'Contacts', find: ofContact });
  routesFor(instance, deps, { path: 'institutions', tag: 'Institutions', find: ofInstitution });
}

type Whose = { readonly path: string; readonly tag: string; readonly find: Finder };

function routesFor(instance: FastifyInstance, deps: AppDeps, { path, tag, find }: Whose): void {
  const app = typed(instance);
  const common = { tags: [tag], params: idParams };
  const page = z.object({ items: z.array(workSchema), nextCursor: z.string().nullable() });
  const work = {
    ...common,
    summary: 'The follow-ups in which they hold a role, by the date on which an answer is due',
    querystring: workQuery,
    response: { 200: page, ...problemResponses },
  };
  app.get(`/${path}/:id/work`, { schema: work }, async ({ params: { id }, query: { direction, limit, cursor } }) => {
    const sort = { by: 'dueAt', direction } as const;
    if (cursor !== undefined && readCursor(sort, cursor) === undefined) throw new Problem('InvalidCursor');
    const { lines, nextCursor } = await listWork(deps.db, await find(id), { sort, limit, ...given({ cursor }) });
    return { items: lines.map((row) => workView(row, nowOf(deps))), nextCursor };
  });

  const load = {
    ...common,
    summary: 'What came to them each week of the last quarter, and what is planned for the next',
    response: { 200: loadSchema, ...problemResponses },
  };
  app.get(`/${path}/:id/load`, { schema: load }, async ({ params: { id } }) => loadOf(deps, await find(id)));
}

function workView(whole: WorkRow, now: Instant) {
  const { id, asks: _, due_at, overdue_from, ...row } = whole;
  return {
    recommendationId: id,
    ...camel(row),
    roles: [...row.roles],
    status: row.status as 'open',
    waitsFor: row.waits_for as WaitsFor,
    dueAt: due_at,
    isLate: row.status === 'open' && (row.rung > 0 || (overdue_from !== null && overdue_from <= now)),
  };
}

async function loadOf(deps: AppDeps, contactIds: readonly ContactId[]): Promise<z.input<typeof loadSchema>> {
  const now = nowOf(deps);
  const thisWeek = weekOf(now.slice(0, 10));
  const first = addDays(thisWeek, -7 * weeksBack);
  const end = addDays(thisWeek, 7 * weeksAhead);
  const [taken, { weeks: coming, ...held }, holds] = await Promise.all([
    listTakenWeeks(deps.db, contactIds, midnight(first)),
    readComing(deps.db, contactIds, { from: midnight(thisWeek), until: midnight(end), now }),
    listHoldings(deps.db, contactIds, now),
  ]);
  const weeks = Array.from({ length: weeksBack + weeksAhead }, (_, index) => addDays(first, 7 * index));
  return {
    now,
    ...held,
    weeks: weeks.map((week) => ({
      ...nothing,
      ...taken.find((each) => each.week === week),
      ...coming.find((each) => each.week === week),
      week,
      isComing: week >= thisWeek,
    })),
    holds: holds.map(camel),
  };
}

const nothing = { notices: 0, mails: 0, answers: 0, due: 0, steps: 0, agreed: 0 };
const midnight = (on: string): Instant => `${on}T00:00:00.000Z`;
