import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ulid } from 'ulid';
import { recordAccess } from '../db/register/access-log.ts';
import { nowOf, type AppDeps } from './deps.ts';
import { isChange } from './judge.ts';
import { idsNamedBy } from './named.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What this request has registered. */
    registeredIds: string[];
  }
}

/**
 * Puts on record who changed something, and who read what is confidential or personal: before the answer goes out, so
 * that nothing is read without a trace. Ids and an address, never what was read.
 */
export function registerAccessLog(app: FastifyInstance, deps: AppDeps): void {
  app.decorateRequest('registeredIds');
  app.addHook('onRequest', async (request) => {
    request.registeredIds = [];
  });
  app.addHook('onSend', async (request, reply, payload) => {
    if (isOnRecord(request, reply)) await record(deps, request, reply);
    return payload;
  });
}

/** What was refused before it touched anything leaves no trace here: whoever asks at random would fill the log. */
function isOnRecord(request: FastifyRequest, { statusCode }: FastifyReply): boolean {
  const { policy } = request.routeOptions.config;
  if (request.principal === null || policy === undefined) return false;
  if (isChange(request)) return statusCode < 300;
  return policy.access === 'permission' && policy.isLogged && statusCode < 300;
}

async function record(deps: AppDeps, request: FastifyRequest, { statusCode }: FastifyReply): Promise<void> {
  const { principal, method, routeOptions, ip } = request;
  if (principal === null) return;
  const access = {
    id: `acs_${ulid()}`,
    at: nowOf(deps),
    actor: principal.actor,
    account_id: principal.accountId,
    did: isChange(request) ? ('changed' as const) : ('read' as const),
    route: `${method} ${routeOptions.url}`,
    subjects: subjectsOf(request),
    status: statusCode,
    network_address: ip,
  };
  // What was done is done: a log that cannot be written is told in the other log, and the answer still goes out.
  await recordAccess(deps.db, access).catch((error: unknown) => {
    request.log.error({ err: error, access }, 'an access could not be put on record');
  });
}

/** Everything that the request named in its address, that its policy knows to be named in its body, and what it made. */
function subjectsOf(request: FastifyRequest): string[] {
  const { policy } = request.routeOptions.config;
  const named = policy?.access === 'permission' ? policy.subjects.filter(({ of }) => of !== 'state') : [];
  const params = Object.entries((request.params ?? {}) as Readonly<Record<string, string>>);
  const inAddress = params.map(([key, value]) => (key === 'code' ? `state:${value}` : value));
  const inBody = named.flatMap((subject) => idsNamedBy(request, subject));
  return [...new Set([...inAddress, ...inBody, ...request.registeredIds])];
}
