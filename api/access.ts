import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isAdministrator } from '../domain/access/grants.ts';
import type { Principal } from '../domain/access/principal.ts';
import type { AppDeps } from './deps.ts';
import { Problem } from './problems.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null until somebody is found, and on routes that anybody may ask. */
    principal: Principal | null;
    /** The session by which somebody asks; null for a token, and for nobody. */
    sessionId: string | null;
  }
}

/** Every request can say who asks, wherever it goes. */
export function decorateAccess(app: FastifyInstance): void {
  app.decorateRequest('principal', null);
  app.decorateRequest('sessionId', null);
}

/** Finds out who asks before anything else is done with a request. */
export function registerAccess(app: FastifyInstance, { identify }: AppDeps): void {
  app.addHook('onRequest', async (request, reply) => {
    request.principal = await identify(request, reply);
  });
}

/** Who asks; a `SignInRequired` problem when nobody has signed in. */
export function principalOf({ principal }: FastifyRequest): Principal {
  if (principal === null) throw new Problem('SignInRequired');
  return principal;
}

/** As events and the access log name who asks. */
export const actorOf = (request: FastifyRequest): string => principalOf(request).actor;

export function requireAdministrator(request: FastifyRequest): void {
  if (!isAdministrator(principalOf(request).grants)) throw new Problem('Forbidden');
}

/** A token does its owner's work; what the account itself is, its owner changes in person. */
export function requireInPerson(request: FastifyRequest): Principal {
  const principal = principalOf(request);
  if (principal.tokenReach !== null)
    throw new Problem('Forbidden', 'Sign in for this: a token may not change an account');
  return principal;
}
