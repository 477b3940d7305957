import * as client from 'openid-client';
import { grantsFromClaims, type RoleMap } from '../../domain/access/grants.ts';
import type { Grant } from '../../domain/access/principal.ts';

export type OpenIdSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string;
  /** What the button says. */
  readonly name: string;
  readonly scope: string;
  /** The claim that holds roles, and what each of its values is worth here; without one, roles are granted here alone. */
  readonly roles?: { readonly claim: string; readonly map: RoleMap };
};

/** What the provider says of somebody, its signature, audience and nonce having been checked. */
export type Identity = {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | undefined;
  readonly isEmailVerified: boolean;
  readonly name: string | undefined;
  /** Undefined where the provider grants nothing at all here. */
  readonly grants: readonly Grant[] | undefined;
};
export type Login = { readonly state: string; readonly nonce: string; readonly codeVerifier: string };
export type OpenIdRefusal = 'OpenIdRefused' | 'OpenIdUnavailable';

export type OpenIdProvider = {
  readonly name: string;
  /** Where to send the browser, and what to remember until it comes back. */
  readonly begin: (redirectUri: string) => Promise<(Login & { readonly url: string }) | { refused: OpenIdRefusal }>;
  /** `returnedTo`: the whole address with which the browser came back. */
  readonly finish: (returnedTo: URL, login: Login) => Promise<Identity | { refused: OpenIdRefusal }>;
};

const timeoutSeconds = 10;

/** Authorization code with PKCE, state and nonce. The provider is asked about itself when somebody first signs in. */
export function createOpenIdProvider(settings: OpenIdSettings): OpenIdProvider {
  const { issuer, clientId, clientSecret, scope, name } = settings;
  let found: Promise<client.Configuration> | undefined;
  const configuration = (): Promise<client.Configuration> => {
    found ??= client
      .discovery(new URL(issuer), clientId, clientSecret, undefined, {
        timeout: timeoutSeconds,
        // Without TLS only to this machine: the settings take no other address.
        execute: issuer.startsWith('http:') ? [client.allowInsecureRequests] : [],
      })
      .catch((error: unknown) => {
        found = undefined; // One that was away is asked again.
        throw error;
      });
    return found;
  };
  return {
    name,
    begin: (redirectUri) =>
      refusable(async () => {
        const codeVerifier = client.randomPKCECodeVerifier();
        const login = { state: client.randomState(), nonce: client.randomNonce(), codeVerifier };
        const url = client.buildAuthorizationUrl(await configuration(), {
          redirect_uri: redirectUri,
          scope,
          state: login.state,
          nonce: login.nonce,
          code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
          code_challenge_method: 'S256',
        });
        return { ...login, url: url.href };
      }),
    finish: (returnedTo, { state, nonce, codeVerifier }) =>
      refusable(async () => {
        const tokens = await client.authorizationCodeGrant(await configuration(), returnedTo, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
          idTokenExpected: true,
        });
        return identityOf(tokens.claims(), settings);
      }),
  };
}

function identityOf(claims: client.IDToken | undefined, { roles }: OpenIdSettings): Identity {
  if (claims === undefined) throw new Error('The provider sent no ID token');
  const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
  return {
    issuer: claims.iss,
    subject: claims.sub,
    email: text(claims.email)?.toLowerCase(),
    isEmailVerified: claims.email_verified === true,
    name: text(claims.name),
    grants: roles === undefined ? undefined : grantsFromClaims(claims, roles.claim, roles.map),
  };
}

async function refusable<T>(work: () => Promise<T>): Promise<T | { refused: OpenIdRefusal }> {
  try {
    return await work();
  } catch (error) {
    return { refused: isAway(error) ? 'OpenIdUnavailable' : 'OpenIdRefused' };
  }
}

/** What `fetch` says when nobody answers, or what the client makes of it when that takes too long. */
function isAway(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, message, code, cause } = error as { name?: string; message?: string; code?: string; cause?: unknown };
  return message === 'fetch failed' || name === 'TimeoutError' || code === 'OAUTH_TIMEOUT' || isAway(cause);
}
