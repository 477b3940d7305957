import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppDeps } from '../deps.ts';
import { renderPage } from '../pages/render.ts';

/** The first parts of the addresses that the screens have: web/app/router.tsx has what stands behind each. */
export const screens = [
  'recommendations',
  'states',
  'sources',
  'institutions',
  'contacts',
  'meetings',
  'campaigns',
  'playbooks',
  'sign-in',
  'account',
  'accounts',
  'audit',
] as const;

/**
 * Scripts come from here alone and none stands in a page. Styles may: components set widths and positions while they
 * run, and a style takes nothing and sends nothing under `default-src 'self'`.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join(';');

/** The screens as `npm run build-web` made them: named by their content and kept by browsers for a year, but the page itself. */
export async function webRoutes(app: FastifyInstance, { webFolder }: AppDeps): Promise<void> {
  const schema = { hide: true };
  const isBuilt = webFolder !== undefined && existsSync(join(webFolder, 'index.html'));
  if (isBuilt)
    await app.register(fastifyStatic, {
      root: join(webFolder, 'assets'),
      prefix: '/assets/',
      immutable: true,
      maxAge: '365d',
      decorateReply: false,
      schemaHide: true,
    });
  // Read each time: a build while this runs names other files.
  const page = async () => (isBuilt ? readFile(join(webFolder, 'index.html'), 'utf8') : notBuilt());
  const show = async (_: unknown, reply: FastifyReply): Promise<FastifyReply> =>
    reply
      .headers({ 'content-security-policy': contentSecurityPolicy, 'cache-control': 'no-cache' })
      .type('text/html; charset=utf-8')
      .send(await page());
  app.get('/', { schema }, show);
  for (const screen of screens) {
    app.get(`/${screen}`, { schema }, show);
    app.get(`/${screen}/*`, { schema }, show);
  }
}

const notBuilt = (): string =>
  renderPage('message', {
    title: 'The screens are not built',
    paragraphs: ['Run npm run build-web once and start again. The API answers all the same, at /api/docs.'],
  });
