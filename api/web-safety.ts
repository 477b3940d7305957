import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { createHash } from 'node:crypto';
import { pageStyle } from './pages/render.ts';
import { registerSameSite } from './same-site.ts';

/** What no page of ours ever asks a browser for. */
const permissions = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'display-capture', 'browsing-topics']
  .map((feature) => `${feature}=()`)
  .join(', ');

const policy = (directives: Readonly<Record<string, string>>): string =>
  Object.entries({ 'default-src': "'none'", 'base-uri': "'none'", 'frame-ancestors': "'none'", ...directives })
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

const styleHash = `'sha256-${createHash('sha256').update(pageStyle).digest('base64')}'`;

/** Pages that the server writes: no script at all, and the one style that stands in each of them. */
export const pagePolicy = policy({ 'style-src': styleHash, 'form-action': "'self'" });

/** A caught mail is shown as its reader sees it, with the styles that stand in it; its frame runs no script either. */
export const caughtMailPolicy = policy({ 'style-src': "'unsafe-inline'", 'frame-src': "'self'", 'img-src': 'data:' });

/** The screens: scripts from files of ours alone; the styles that components write while they run carry the page's nonce. */
export const screensPolicy = (nonce: string): string =>
  policy({
    'script-src': "'self'",
    'style-src': `'self' 'nonce-${nonce}'`,
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'form-action': "'self'",
  });

/** The API's own pages, made by a library whose scripts and styles are files. */
export const docsPolicy = policy({
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self' data:",
  'connect-src': "'self'",
});

/** What every answer says to a browser, whatever it is; routes that serve pages name a policy of their own. */
export async function registerWebSafety(app: FastifyInstance, publicUrl: string): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: publicUrl.startsWith('https:') && { maxAge: 31_536_000, includeSubDomains: true },
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
  app.addHook('onRequest', async (_, reply) => {
    void reply.headers({
      'content-security-policy': policy({}),
      'permissions-policy': permissions,
      'x-robots-tag': 'noindex, nofollow',
    });
  });
  // What is told to one who may know it is kept by nobody in between, unless its route says how long.
  app.addHook('onSend', async (_, reply) => {
    if (reply.getHeader('cache-control') === undefined) void reply.header('cache-control', 'no-store');
  });
  registerSameSite(app, publicUrl);
}
