import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { sourceKinds } from '../../domain/reference/source-kinds.ts';
import { findInstitution, listInstitutions, registerInstitution } from '../../db/register/institutions.ts';
import { findSource, listSources, registerSource } from '../../db/register/sources.ts';
import { camel } from '../camel.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { given } from '../given.ts';
import { idFor } from '../idempotency.ts';
import { Problem } from '../problems.ts';
import {
  idempotencyHeaders,
  idParams,
  idSchema,
  limitSchema,
  problemResponses,
  stateCodeSchema,
} from '../schemas/common.ts';
import { institutionBody, institutionSchema, sourceBody, sourceSchema } from '../schemas/register.ts';
import { typed } from './route.ts';

const pageQuery = z.strictObject({
  limit: limitSchema,
  afterId: idSchema.optional(),
  stateCode: stateCodeSchema.optional(),
});

export function sourceRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const { db } = deps;
  const sources = { tags: ['Sources'] };
  const institutions = { tags: ['Institutions'] };

  app.post(
    '/sources',
    {
      schema: {
        ...sources,
        summary: 'Register what recommendations came from',
        headers: idempotencyHeaders,
        body: sourceBody,
        response: { 201: sourceSchema, ...problemResponses },
      },
    },
    async (request, reply) => {
      const { body } = request;
      const row = await registerSource(db, {
        id: idFor('src', request),
        kind: body.kind,
        state_code: body.stateCode ?? null,
        title: body.title,
        starts_on: body.startsOn ?? null,
        ends_on: body.endsOn ?? null,
        mandate_holder: body.mandateHolder ?? null,
        report_symbol: body.reportSymbol ?? null,
        url: body.url ?? null,
        created_at: nowOf(deps),
      });
      return reply.status(201).send(camel(row));
    },
  );

  const sourceQuery = pageQuery.extend({ kind: z.enum(sourceKinds).optional() });
  app.get(
    '/sources',
    { schema: { ...sources, querystring: sourceQuery, response: { 200: z.array(sourceSchema), ...problemResponses } } },
    async ({ query: { limit, afterId, kind, stateCode } }) =>
      (await listSources(db, { ...given({ kind, stateCode }) }, { limit, ...given({ afterId }) })).map(camel),
  );

  app.get(
    '/sources/:id',
    { schema: { ...sources, params: idParams, response: { 200: sourceSchema, ...problemResponses } } },
    async ({ params: { id } }) => {
      const row = await findSource(db, id);
      if (row === undefined) throw new Problem('UnknownSource');
      return camel(row);
    },
  );

  app.post(
    '/institutions',
    {
      schema: {
        ...institutions,
        headers: idempotencyHeaders,
        body: institutionBody,
        response: { 201: institutionSchema, ...problemResponses },
      },
    },
    async (request, reply) => {
      const { name, kind, stateCode } = request.body;
      const row = { id: idFor('inst', request), name, kind, state_code: stateCode ?? null, created_at: nowOf(deps) };
      return reply.status(201).send(camel(await registerInstitution(db, row)));
    },
  );

  app.get(
    '/institutions',
    {
      schema: {
        ...institutions,
        querystring: pageQuery,
        response: { 200: z.array(institutionSchema), ...problemResponses },
      },
    },
    async ({ query: { limit, afterId, stateCode } }) =>
      (await listInstitutions(db, given({ stateCode }), { limit, ...given({ afterId }) })).map(camel),
  );

  app.get(
    '/institutions/:id',
    { schema: { ...institutions, params: idParams, response: { 200: institutionSchema, ...problemResponses } } },
    async ({ params: { id } }) => {
      const row = await findInstitution(db, id);
      if (row === undefined) throw new Problem('UnknownInstitution');
      return camel(row);
    },
  );
}
