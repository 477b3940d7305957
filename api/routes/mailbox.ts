import type { FastifyInstance } from 'fastify';
import type { AppDeps } from '../deps.ts';
import { renderPage } from '../pages/render.ts';
import { Problem } from '../problems.ts';
import { caughtMailPolicy, pagePolicy } from '../web-safety.ts';

/** The mailbox where mail is caught that would otherwise go out. */
export function mailboxRoutes(app: FastifyInstance, { mailbox }: AppDeps): void {
  if (mailbox === undefined) return;
  const schema = { hide: true };
  app.get('/mailbox', { schema }, (_, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', pagePolicy)
      .send(renderPage('mailbox', { mails: mailbox.list() })),
  );
  app.get<{ Params: { id: string } }>('/mailbox/:id', { schema }, (request, reply) => {
    const mail = mailbox.get(request.params.id);
    if (mail === undefined) throw new Problem('UnknownMail');
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', caughtMailPolicy)
      .send(renderPage('mail', { mail, srcdoc: `<base target="_blank">${mail.html}` }));
  });
}
