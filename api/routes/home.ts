import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../domain/clock.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { renderPage } from '../pages/render.ts';
import { Problem } from '../problems.ts';

/** Whoever plays with short days must not take the calendar for the real one. */
const paceOf = ({ dayMs }: Clock): string | undefined =>
  dayMs === 86_400_000 ? undefined : `where a day lasts ${dayMs / 1_000} s`;

/** What a person finds who opens the address in a browser, and the mailbox where mail is caught. */
export function homeRoutes(app: FastifyInstance, deps: AppDeps): void {
  const schema = { hide: true };
  const links = [
    ['/api/docs', 'The API, to browse and to try'],
    ['/api/v1/recommendations?reading=overdue,escalated', 'What is late'],
    ['/api/v1/recommendations/counts', 'The figures'],
    ['/api/v1/notices', 'The proof of sending'],
    ...(deps.mailbox ? [['/mailbox', 'The mailbox: all mail that was sent']] : []),
    ['/health/ready', 'Health'],
  ];
  app.get('/', { schema }, (_, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .send(renderPage('home', { links, now: nowOf(deps).slice(0, 16).replace('T', ' '), pace: paceOf(deps.clock) })),
  );
  const { mailbox } = deps;
  if (mailbox === undefined) return;
  app.get('/mailbox', { schema }, (_, reply) =>
    reply.type('text/html; charset=utf-8').send(renderPage('mailbox', { mails: mailbox.list() })),
  );
  app.get<{ Params: { id: string } }>('/mailbox/:id', { schema }, (request, reply) => {
    const mail = mailbox.get(request.params.id);
    if (mail === undefined) throw new Problem('UnknownMail');
    return reply
      .type('text/html; charset=utf-8')
      .send(renderPage('mail', { mail, srcdoc: `<base target="_blank">${mail.html}` }));
  });
}
