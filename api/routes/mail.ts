import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { AppDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { problemResponses } from '../schemas/common.ts';
import { typed } from './route.ts';

/** Where a mail server that cannot reach the inbound listener may post what came back. */
export function mailRoutes(instance: FastifyInstance, { takeReturnedMail }: AppDeps): void {
  // A scope of its own: no other route takes a mail for a body.
  void instance.register(async (scope) => inboundMailRoute(scope, takeReturnedMail));
}

function inboundMailRoute(scope: FastifyInstance, takeReturnedMail: AppDeps['takeReturnedMail']): void {
  const app = typed(scope);
  app.addContentTypeParser('message/rfc822', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
  const schema = {
    tags: ['Mail'],
    summary: 'Take a delivery report (RFC 3464) that came back, as message/rfc822',
    consumes: ['message/rfc822'],
    response: { 202: z.object({ outcome: z.literal('bounce') }), ...problemResponses },
  };
  app.post('/inbound-mail', { schema }, async (request, reply) => {
    if (!Buffer.isBuffer(request.body)) throw new Problem('UnsupportedMediaType');
    const outcome = await takeReturnedMail(request.body);
    if (outcome === 'unknown-digest') throw new Problem('UnknownDigest');
    if (outcome === 'not-a-bounce') throw new Problem('NotADeliveryReport');
    return reply.status(202).send({ outcome });
  });
}
