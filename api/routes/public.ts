import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { listPublic, publicEdition, type PublicWish } from '../../db/queries/publication.ts';
import { languages, type Language } from '../../db/schema.ts';
import { cutoffOf } from '../../domain/publication/standing.ts';
import { stateByCode } from '../../domain/reference/states.ts';
import { nowOf, type AppDeps, type PublicViewSettings } from '../deps.ts';
import { Problem } from '../problems.ts';
import { pagePolicy } from '../web-safety.ts';
import { createPublicCache } from '../public-cache.ts';
import { publicCsv, publicJson } from '../public-data.ts';
import { publicRecommendationPage, publicStatePage, publicStatesPage, type PublicFrame } from '../public-pages.ts';
import { languageWanted } from '../reader-language.ts';

type Request = FastifyRequest<{
  Params: { readonly code?: string; readonly id?: string };
  Querystring: Readonly<Record<string, unknown>>;
}>;
type Made = { readonly type: string; readonly body: string } | undefined;
/** What an address shows: the part of its cache key that the language or the query adds, and how it is made. */
type Show = (request: Request, frame: PublicFrame) => { readonly key: string; readonly make: () => Promise<Made> };

/** People and programs ask; a search engine asks slower than this. */
const rateLimit = { max: 120, timeWindow: '1 minute' };
const htmlType = 'text/html; charset=utf-8';

/**
 * What everybody may read, without a cookie and without an account. Where it is off these addresses do not exist: what is not here
 * cannot leak.
 */
export function publicRoutes(app: FastifyInstance, deps: AppDeps): void {
  const { publicView } = deps;
  if (publicView === undefined) return;
  const cache = createPublicCache();
  const options = { schema: { hide: true }, config: { rateLimit } };
  for (const [path, show] of Object.entries(addresses(deps, publicView)))
    app.get(path, options, async (request, reply) => {
      const asked = request as Request;
      const frame = frameOf(deps, publicView, asked);
      const { key, make } = show(asked, frame);
      const edition = await publicEdition(deps.db);
      const page = await cache.get({ key: `${key} ${frame.asOfOn}`, edition, nowMs: Date.now() }, make);
      if (page === undefined) throw new Problem('NotFound');
      void reply.headers({
        etag: page.etag,
        'cache-control': 'public, max-age=300',
        vary: 'accept-language',
        'content-language': page.type === htmlType ? frame.language : 'en',
      });
      return isKnown(request.headers['if-none-match'], page.etag) ? reply.status(304).send() : sent(reply, page);
    });
}

const sent = (reply: FastifyReply, { type, body }: NonNullable<Made>): FastifyReply =>
  reply.type(type).removeHeader('x-robots-tag').header('content-security-policy', pagePolicy).send(body);

function addresses(deps: AppDeps, { licence, delayDays }: PublicViewSettings): Readonly<Record<string, Show>> {
  const items = (wish: Omit<PublicWish, 'cutoffAt'> = {}) =>
    listPublic(deps.db, { ...wish, cutoffAt: cutoffOf(nowOf(deps), delayDays) });
  const html = (body: string | undefined): Made => (body === undefined ? undefined : { type: htmlType, body });
  const data =
    (extension: 'csv' | 'json'): Show =>
    ({ query }, { asOfOn }) => {
      const stateCode = stateIn(query.state);
      return {
        key: `data.${extension} ${stateCode ?? ''}`,
        make: async () => {
          const found = await items(stateCode === undefined ? {} : { stateCode });
          const address = `${deps.publicUrl}/public/data/recommendations.json`;
          return extension === 'csv'
            ? { type: 'text/csv; charset=utf-8; header=present', body: publicCsv(found) }
            : {
                type: 'application/json; charset=utf-8',
                body: publicJson(found, { licence, publisher: deps.senderName, asOfOn, address }),
              };
        },
      };
    };
  return {
    '/public': (_, frame) => ({
      key: `states ${frame.language}`,
      make: async () => html(publicStatesPage(frame, await items())),
    }),
    '/public/states/:code': ({ params, query }, frame) => {
      const code = stateIn(params.code) ?? '';
      const page = pageIn(query.page);
      return {
        key: `state ${code} ${page} ${frame.language}`,
        make: async () =>
          code === ''
            ? undefined
            : html(publicStatePage(frame, { code, page, items: await items({ stateCode: code }) })),
      };
    },
    '/public/recommendations/:id': ({ params: { id = '' } }, frame) => ({
      key: `one ${id.slice(0, 100)} ${frame.language}`,
      make: async () => {
        const [one] = await items({ id });
        return one && html(publicRecommendationPage(frame, one));
      },
    }),
    '/public/data/recommendations.csv': data('csv'),
    '/public/data/recommendations.json': data('json'),
  };
}

const stateIn = (given: unknown): string | undefined =>
  typeof given === 'string' ? stateByCode(given.toUpperCase())?.code : undefined;

const pageIn = (given: unknown): number =>
  typeof given === 'string' && /^[1-9]\d{0,4}$/.test(given) ? Number(given) : 1;

function frameOf(deps: AppDeps, { licence, delayDays }: PublicViewSettings, request: Request): PublicFrame {
  const language: Language =
    languages.find((each) => each === request.query.lang) ?? languageWanted(request.headers['accept-language']);
  const [path = ''] = request.url.split('?');
  const page = pageIn(request.query.page);
  return {
    language,
    licence,
    asOfOn: cutoffOf(nowOf(deps), delayDays).slice(0, 10),
    path: page === 1 ? path : `${path}?page=${page}`,
  };
}

const isKnown = (known: string | undefined, etag: string): boolean =>
  known !== undefined && known.split(',').some((each) => each.trim().replace(/^W\//, '') === etag);
