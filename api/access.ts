import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Principal } from '../domain/access/principal.ts';
import type { AppDeps } from './deps.ts';
import { Problem } from './problems.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null until somebody is found, and on routes that anybody may ask. */
    principal: Principal | null;
  }
}

/** Finds out who asks before anything else is done with a request. */
export function registerAccess(app: FastifyInstance, { identify }: AppDeps): void {
  app.decorateRequest('principal', null);
  app.addHook('onRequest', async (request) => {
    request.principal = await identify(request);
  });
}

/** Who asks; a `SignInRequired` problem when nobody has signed in. */
export function principalOf({ principal }: FastifyRequest): Principal {
  if (principal === null) throw new Problem('SignInRequired');
  return principal;
}

/** As events and the access log name who asks. */
export const actorOf = (request: FastifyRequest): string => principalOf(request).actor;

/** Until accounts are there, whoever reaches the API may do everything. */
const everybody: Principal = {
  actor: 'api',
  accountId: 'acc_everybody',
  contactId: null,
  grants: [{ role: 'administrator', scope: { kind: 'everywhere' } }],
  tokenReach: null,
};
export const identifyEverybody = (): Promise<Principal> => Promise.resolve(everybody);
