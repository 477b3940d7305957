import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requireAdministrator } from '../access.ts';
import type { AppDeps } from '../deps.ts';
import { renderPage } from '../pages/render.ts';
import { Problem } from '../problems.ts';

/**
 * The mailbox where mail is caught that would otherwise go out. With the links in it one speaks for others, and chooses their
 * passwords: it is for administrators, also on one's own machine, where any page of the web may try its addresses.
 */
export function mailboxRoutes(app: FastifyInstance, { mailbox, identify }: AppDeps): void {
  if (mailbox === undefined) return;
  const schema = { hide: true };
  const preHandler = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    request.principal = await identify(request, reply);
    requireAdministrator(request);
  };
  app.get('/mailbox', { schema, preHandler }, (_, reply) =>
    reply.type('text/html; charset=utf-8').send(renderPage('mailbox', { mails: mailbox.list() })),
  );
  app.get<{ Params: { id: string } }>('/mailbox/:id', { schema, preHandler }, (request, reply) => {
    const mail = mailbox.get(request.params.id);
    if (mail === undefined) throw new Problem('UnknownMail');
    return reply
      .type('text/html; charset=utf-8')
      .send(renderPage('mail', { mail, srcdoc: `<base target="_blank">${mail.html}` }));
  });
}
