import type { OpenIdProvider } from './openid-provider.ts';
import type { Passwords } from './passwords.ts';
import type { Sealer } from './sealer.ts';

/** What signing in needs beside the database. */
export type SignInDeps = {
  readonly passwords: Passwords;
  readonly sealer: Sealer;
  /** Where people may sign in elsewhere. */
  readonly openid?: OpenIdProvider;
  /** Wall-clock milliseconds: how long somebody stays signed in has nothing to do with the calendar of a demonstration. */
  readonly wallMs: () => number;
};
