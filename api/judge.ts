import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { sightedDatabase } from '../db/sight.ts';
import { mayAnywhere } from '../domain/access/permissions.ts';
import type { Principal } from '../domain/access/principal.ts';
import { reachOf } from '../domain/access/reach.ts';
import { seesEverything, sightOf, type Sight } from '../domain/access/sight.ts';
import { principalOf } from './access.ts';
import type { AppDeps } from './deps.ts';
import { judgeSubjects } from './judge-subjects.ts';
import { policies, policyOf } from './policies.ts';
import type { Policies, Policy } from './policies/policy.ts';
import { Problem } from './problems.ts';
import { withDatabase } from './request-database.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The database as whoever asks sees it. */
    sight: Kysely<Schema>;
    /** All of it, for the judge's own questions. */
    whole: Kysely<Schema>;
  }
  interface FastifyContextConfig {
    policy?: Policy;
  }
}

/** Gives every route its policy as it is registered; one that has none ends the building of the API. */
export function declarePolicies(app: FastifyInstance, table: Policies = policies): void {
  app.addHook('onRoute', (route) => {
    for (const method of [route.method].flat()) {
      const policy = policyOf(table, method, route.url);
      if (policy === undefined) throw new Error(`${method} ${route.url} has no policy: declare one in api/policies.ts`);
      route.config = { ...route.config, policy };
    }
  });
}

/**
 * Judges every request before its route does anything: who it is, whether their role can ever do this, and whether they
 * may do it to what the request names. The rest of the request has the database as they see it.
 */
export function registerJudge(
  app: FastifyInstance,
  { db, sighted = sightedDatabase }: Pick<AppDeps, 'db' | 'sighted'>,
): void {
  app.decorateRequest('sight');
  app.decorateRequest('whole');
  app.addHook('onRequest', async (request) => judgeRole(request));
  app.addHook('preHandler', async (request) => {
    const sight = seenBy(request);
    request.whole = db;
    request.sight = seesEverything(sight) ? db : sighted(db, sight);
    const policy = policyFor(request);
    if (policy.access === 'permission') await judgeSubjects({ db, policy }, request);
  });
  // The callback alone keeps the database for all that comes behind it.
  app.addHook('preHandler', (request, _, done) => withDatabase(request.sight, done));
}

function policyFor({ routeOptions }: FastifyRequest): Policy {
  const { policy } = routeOptions.config;
  if (policy === undefined) throw new Error(`${routeOptions.url} has no policy`);
  return policy;
}

function judgeRole(request: FastifyRequest): void {
  const policy = policyFor(request);
  if (policy.access === 'public' || policy.access === 'link') return;
  const principal = principalOf(request);
  if (principal.tokenReach === 'read' && isChange(request)) throw new Problem('Forbidden', 'This token may only read');
  if (policy.access !== 'permission') return;
  if (!mayAnywhere(principal, policy.permission)) throw new Problem('Forbidden');
  if (policy.isEverywhereOnly && !reachOf(principal, policy.permission).isEverywhere) throw new Problem('Forbidden');
}

/** Whether a request would change anything, by its method and its policy. */
export function isChange(request: FastifyRequest): boolean {
  const policy = policyFor(request);
  const isQuestion = policy.access === 'permission' && policy.isQuestion;
  return !isQuestion && !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
}

/** Nobody who is not signed in sees anything of what is narrowed. */
const nobody: Principal = { actor: 'nobody', accountId: '', contactId: null, grants: [], tokenReach: 'read' };

function seenBy(request: FastifyRequest): Sight {
  const policy = policyFor(request);
  const changing = policy.access === 'permission' && request.method !== 'GET' ? policy.permission : undefined;
  return sightOf(request.principal ?? nobody, changing);
}
