import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { listHolders, successorOf } from '../../db/queries/follow-ups.ts';
import { saveSuggestion } from '../../db/register/contacts.ts';
import type { PersonCommand } from '../../domain/follow-up/commands.ts';
import { answerPage, findAsked, type Asked } from '../answer-page.ts';
import { nowOf, type AppDeps } from '../deps.ts';
import { renderPage } from '../pages/render.ts';
import { Problem, statusOf } from '../problems.ts';
import { answerFormSchema, type AnswerForm } from '../schemas/answer.ts';
import { submitOnce } from './commands.ts';

type Params = { readonly token: string };
const options = { schema: { hide: true }, config: { rateLimit: { max: 120, timeWindow: '1 minute' } } };

/** The page behind a mail's link. Reading it changes nothing: mail scanners open every link, and some press buttons. */
export function answerRoutes(app: FastifyInstance, deps: AppDeps): void {
  app.get<{ Params: Params }>('/answer/:token', options, async ({ params: { token } }, reply) => {
    const asked = await askedBy(deps, token);
    return asked ? html(reply, 200, answerPage(asked, { action: `/answer/${token}` })) : invalidLink(reply);
  });

  app.post<{ Params: Params }>('/answer/:token', options, async ({ params: { token }, body }, reply) => {
    const asked = await askedBy(deps, token);
    if (asked === undefined) return invalidLink(reply);
    const again = (status: number, error: string): FastifyReply =>
      html(
        reply,
        status,
        answerPage(asked, { action: `/answer/${token}`, error, form: (body ?? {}) as Partial<AnswerForm> }),
      );
    const parsed = answerFormSchema.safeParse(body ?? {});
    if (!parsed.success) return again(422, parsed.error.issues[0]?.message ?? 'Something is missing.');
    const missing = whatIsMissing(parsed.data);
    if (missing !== undefined) return again(422, missing);
    try {
      await answer(deps, asked, token, parsed.data);
    } catch (error) {
      if (error instanceof Problem)
        return again(statusOf(error.code), `${error.message}. Nothing was sent; what you wrote is still here.`);
      throw error;
    }
    return html(
      reply,
      200,
      renderPage('message', { title: 'Thank you', paragraphs: whatHappensNext[parsed.data.choice] }),
    );
  });
}

async function askedBy(deps: AppDeps, token: string): Promise<Asked | undefined> {
  const claim = await deps.links.read(token, nowOf(deps));
  return claim && findAsked(deps, claim);
}

const html = (reply: FastifyReply, status: number, page: string): FastifyReply =>
  reply.status(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page);

const invalidLink = (reply: FastifyReply): FastifyReply =>
  html(
    reply,
    403,
    renderPage('message', {
      title: 'This link is not valid',
      paragraphs: [
        'It may have expired, or lost a part on the way. The newest mail has a link that works.',
        'Nothing was changed.',
      ],
    }),
  );

/** A person writes something; a scanner that presses the button does not. */
function whatIsMissing({ choice, note, evidenceUrl, untilOn }: AnswerForm): string | undefined {
  if (note === '')
    return choice === 'not-me' ? 'Say whom to ask instead, or that you do not know.' : 'Write a few words.';
  if (choice === 'implemented' && evidenceUrl === undefined) return 'Name the evidence by its address on the web.';
  if (choice === 'more-time' && untilOn === undefined) return 'Say until when.';
  return undefined;
}

const whatHappensNext: Readonly<Record<AnswerForm['choice'], readonly string[]>> = {
  progress: ['Your answer is on record. We will ask again before the next check-in.'],
  implemented: [
    'Your answer is on record. The desk officer will look at the evidence, and you will hear what came of it.',
  ],
  'more-time': [
    'Your request is on record. The desk officer will decide, and you will be told. Until then you will not be reminded.',
  ],
  'not-me': ['Thank you for telling us. We will ask somebody else, and the desk officer will see whom you named.'],
};

/** The same form sent twice is one answer: its id is made from the link and the form's own nonce. */
async function answer(deps: AppDeps, asked: Asked, token: string, form: AnswerForm): Promise<void> {
  const { contactId, recommendationId } = asked.claim;
  const commandId = `answer:${createHash('sha256').update(`${token} ${form.nonce}`).digest('base64url')}`;
  await submitOnce(deps, recommendationId, {
    commandId,
    actor: `contact:${contactId}`,
    command: await commandOf(deps, asked, form),
  });
  if (form.choice === 'not-me') await saveSuggestion(deps.db, contactId, form.note);
}

async function commandOf(deps: AppDeps, { claim, row }: Asked, form: AnswerForm): Promise<PersonCommand> {
  const { note, implementation, evidenceUrl, evidenceDescription, untilOn } = form;
  switch (form.choice) {
    case 'progress':
      return { type: 'ReportProgress', note, implementation: implementation ?? null };
    case 'implemented':
      return {
        type: 'ClaimImplementation',
        note,
        evidence: [{ url: evidenceUrl ?? '', description: evidenceDescription }],
      };
    case 'more-time':
      return { type: 'RequestExtension', untilOn: untilOn ?? '', reason: note };
    case 'not-me': {
      const { contactId, role } = claim;
      const holders = await listHolders(deps.db, claim.recommendationId, row.state_code);
      return {
        type: 'RecordContactUnreachable',
        contactId,
        role,
        because: 'not-me',
        movedTo: successorOf(contactId, role, holders),
      };
    }
  }
}
