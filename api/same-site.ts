import type { FastifyInstance } from 'fastify';
import { Problem } from './problems.ts';

type Asked = {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
};

const changesNothing = ['GET', 'HEAD', 'OPTIONS'];

/** Refuses whatever would change something and comes from a page of another site (CSRF), before its body is read. */
export function registerSameSite(app: FastifyInstance, publicUrl: string): void {
  const own = URL.canParse(publicUrl) ? new URL(publicUrl).origin : '';
  app.addHook('onRequest', async (request) => {
    if (!isOfThisSite(request, own)) throw new Problem('CrossSiteRequest');
  });
}

/**
 * A browser says where a request comes from, and no page can make it lie: by `Sec-Fetch-Site` on https and on localhost,
 * by `Origin` everywhere. Our answer pages send no referrer and so the origin `null`: their link is what authorises them,
 * not a cookie. What says nothing at all is a program, and has no cookie.
 */
function isOfThisSite({ method, url, headers }: Asked, own: string): boolean {
  if (changesNothing.includes(method)) return true;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin, cookie } = headers;
  if (origin !== undefined && origin !== 'null') return origin === own;
  return cookie === undefined || (origin === 'null' && url.startsWith('/answer/'));
}
