import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AppDeps } from '../deps.ts';
import { renderPage } from '../pages/render.ts';
import { pagePolicy, screensPolicy } from '../web-safety.ts';

/** The first parts of the addresses that the screens have: web/app/router.tsx has what stands behind each. */
export const screens = [
  'recommendations',
  'states',
  'sources',
  'institutions',
  'contacts',
  'meetings',
  'letters',
  'campaigns',
  'treaties',
  'playbooks',
  'sign-in',
  'account',
  'accounts',
  'audit',
] as const;

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
  const show = async (_: unknown, reply: FastifyReply): Promise<FastifyReply> => {
    const nonce = randomBytes(16).toString('base64');
    return reply
      .headers({ 'content-security-policy': isBuilt ? screensPolicy(nonce) : pagePolicy, 'cache-control': 'no-cache' })
      .type('text/html; charset=utf-8')
      .send((await page()).replace('</head>', `<meta property="csp-nonce" nonce="${nonce}"></head>`));
  };
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
