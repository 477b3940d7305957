import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { safeReturnPath } from '../../domain/access/return-path.ts';
import { saveOpenidLogin, takeOpenidLogin } from '../../db/register/openid-logins.ts';
import type { AppDeps } from '../deps.ts';
import { problemResponses } from '../schemas/common.ts';
import { clearCookie, cookieIn, setCookie } from '../sign-in/cookies.ts';
import { linkLimit } from '../sign-in/limits.ts';
import { openSession, type Exchange } from '../sign-in/open-session.ts';
import { accountOfIdentity } from '../sign-in/openid-account.ts';
import type { OpenIdProvider } from '../sign-in/openid-provider.ts';
import { secretHash } from '../sign-in/secrets.ts';
import { wallTime } from '../sign-in/wall-time.ts';
import { Problem } from '../problems.ts';
import { typed } from './route.ts';

const tags = ['Signing in'];
const loginLifeMs = 10 * 60_000;

/** Signing in elsewhere. These addresses are for browsers: what goes wrong leads to the sign-in screen, with its code. */
export function openIdRoutes(instance: FastifyInstance, deps: AppDeps): void {
  const app = typed(instance);
  const offered = z.object({ isOffered: z.boolean(), name: z.string().nullable() });
  const described = {
    tags,
    summary: 'Whether one can sign in elsewhere',
    response: { 200: offered, ...problemResponses },
  };
  app.get('/session/openid', { schema: described }, () => {
    const { openid } = deps.signIn;
    return { isOffered: openid !== undefined, name: openid?.name ?? null };
  });

  const led = { 302: z.null().meta({ description: 'To the provider, to where one wanted to go, or to /sign-in' }) };
  const start = {
    tags,
    summary: 'To the identity provider',
    querystring: z.object({ to: z.string().max(1_000).optional() }),
    response: { ...led, ...problemResponses },
  };
  app.get('/session/openid/start', { schema: start, config: linkLimit }, async ({ query: { to } }, reply) =>
    begin(deps, requireProvider(deps), { to: safeReturnPath(to), reply }),
  );

  const back = { tags, summary: 'Back from the identity provider', response: { ...led, ...problemResponses } };
  app.get('/session/openid/return', { schema: back, config: linkLimit }, async (request, reply) =>
    finish(deps, requireProvider(deps), { request, reply }),
  );
}

function requireProvider({ signIn }: AppDeps): OpenIdProvider {
  if (signIn.openid === undefined) throw new Problem('OpenIdNotOffered');
  return signIn.openid;
}

const returnPath = '/api/v1/session/openid/return';

type Beginning = { readonly to: string; readonly reply: FastifyReply };

async function begin(deps: AppDeps, openid: OpenIdProvider, { to, reply }: Beginning): Promise<FastifyReply> {
  const begun = await openid.begin(`${deps.publicUrl}${returnPath}`);
  if ('refused' in begun) return backToSignIn(reply, begun.refused);
  await saveOpenidLogin(deps.db, {
    state_hash: secretHash(begun.state),
    nonce: begun.nonce,
    code_verifier: begun.codeVerifier,
    return_path: to,
    expires_at: wallTime(deps, loginLifeMs),
  });
  // The browser that began is the one that must come back: else somebody could be signed in as somebody else.
  return setCookie(deps, reply, 'openid', begun.state).redirect(begun.url);
}

async function finish(deps: AppDeps, openid: OpenIdProvider, exchange: Exchange): Promise<FastifyReply> {
  const { request, reply } = exchange;
  const state = cookieIn(deps, request, 'openid');
  void clearCookie(deps, reply, 'openid');
  const login = state === undefined ? undefined : await takeOpenidLogin(deps.db, secretHash(state), wallTime(deps));
  if (state === undefined || login === undefined) return backToSignIn(reply, 'SignInExpired');
  const { nonce, code_verifier: codeVerifier } = login;
  const identity = await openid.finish(new URL(request.url, deps.publicUrl), { state, nonce, codeVerifier });
  if ('refused' in identity) return backToSignIn(reply, identity.refused);
  const outcome = await accountOfIdentity(deps, identity);
  if ('refused' in outcome) return backToSignIn(reply, outcome.refused);
  await openSession(deps, outcome.account, exchange);
  return reply.redirect(login.return_path);
}

const backToSignIn = (reply: FastifyReply, problem: string): FastifyReply =>
  reply.redirect(`/sign-in?problem=${problem}`);
