import type { FastifyRequest } from 'fastify';
import { networkOf } from './network.ts';

/** So many a minute from one network: what a person does by hand never comes near. */
const perNetwork = (max: number) => ({
  max,
  timeWindow: '1 minute',
  keyGenerator: ({ ip }: FastifyRequest) => networkOf(ip),
});

/** For routes that anybody may ask, and where guessing could pay. */
export const signInLimit = { rateLimit: perNetwork(60), isAnswerSecret: true } as const;
export const linkLimit = { rateLimit: perNetwork(30), isAnswerSecret: true } as const;
export const resetLimit = { rateLimit: perNetwork(10) } as const;

/** Searching texts costs more than reading a page: so often in a minute for one account. */
export const searchLimit = {
  rateLimit: {
    max: 240,
    timeWindow: '1 minute',
    keyGenerator: ({ principal, ip }: FastifyRequest) => principal?.accountId ?? networkOf(ip),
    allowList: ({ query }: FastifyRequest) => (query as { readonly q?: unknown }).q === undefined,
  },
} as const;
