import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { languages } from '../../db/schema.ts';
import { noticeKinds } from '../../domain/follow-up/notices.ts';
import { wordsFor } from '../../words/words.ts';
import type { AppDeps, NoticePreview } from '../deps.ts';
import { Problem } from '../problems.ts';
import { idParams, problemResponses } from '../schemas/common.ts';
import { caughtMailPolicy } from '../web-safety.ts';
import { typed } from './route.ts';

const tags = ['Notices'];
const languageSchema = z
  .enum(languages)
  .meta({ description: 'One of the six official languages of the United Nations' });
const formatSchema = z.enum(['html', 'text']).default('html');
type Format = z.output<typeof formatSchema>;

const response = {
  200: {
    description: 'The mail as its reader would see it; its answer link opens nothing',
    content: { 'text/html': { schema: z.string() }, 'text/plain': { schema: z.string() } },
  },
  ...problemResponses,
};

/** What a notice says in any language, for whoever decides about it: nothing is sent and nothing is changed. */
export function noticePreviewRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);

  const ofNotice = {
    tags,
    summary: 'A notice on record as its reader would see it; without a language, in the reader’s own',
    params: idParams,
    querystring: z.strictObject({ language: languageSchema.optional(), format: formatSchema }),
    response,
  };
  app.get('/notices/:id/preview', { schema: ofNotice }, async ({ params, query: { language, format } }, reply) => {
    const preview = await deps.previewNotice(params.id, language);
    if (preview === undefined) throw new Problem('UnknownNotice');
    return sendPreview(reply, preview, format);
  });

  const ofKind = {
    tags,
    summary: 'A notice of any kind with invented facts',
    querystring: z.strictObject({
      kind: z.enum(noticeKinds),
      language: languageSchema.default('en'),
      format: formatSchema,
    }),
    response,
  };
  app.get('/notice-previews', { schema: ofKind }, async ({ query: { kind, language, format } }, reply) =>
    sendPreview(reply, deps.previewSample(kind, language), format),
  );

  const kinds = {
    tags,
    summary: 'The kinds of notices, by name in any language',
    querystring: z.strictObject({ language: languageSchema.default('en') }),
    response: { 200: z.array(z.object({ kind: z.enum(noticeKinds), name: z.string() })), ...problemResponses },
  };
  app.get('/notice-kinds', { schema: kinds }, async ({ query: { language } }) => {
    const names = wordsFor(language).mail.kinds;
    return noticeKinds.map((kind) => ({ kind, name: names[kind] }));
  });
}

const sendPreview = (reply: FastifyReply, { language, html, text }: NoticePreview, format: Format): FastifyReply =>
  reply
    .type(format === 'html' ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8')
    // A preview shows a person's name, and what it says may change with every answer.
    .headers({ 'cache-control': 'no-store', 'content-language': language, 'content-security-policy': caughtMailPolicy })
    .send(format === 'html' ? html : text);
