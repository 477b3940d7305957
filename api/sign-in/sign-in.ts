import type { FastifyRequest } from 'fastify';
import { codeAttempts, passwordAttempts } from '../../domain/access/sign-in-attempts.ts';
import { changeAccount, findAccount, findAccountByEmail, type AccountWithGrants } from '../../db/register/accounts.ts';
import { endTicket, saveTicket, useTicket } from '../../db/register/second-factors.ts';
import { forgetFailures } from '../../db/register/sign-in-failures.ts';
import type { AppDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { attemptOn, codeAttemptOn, countAttempt } from './attempts.ts';
import { openSession, type Exchange } from './open-session.ts';
import { takeCode, type GivenCode } from './second-factor.ts';
import { newSecret, secretHash } from './secrets.ts';
import { wallTime } from './wall-time.ts';

type Credentials = { readonly email: string; readonly password: string };

/** By address and password. An unknown address, a wrong password and an account that is disabled look the same. */
export async function signIn(deps: AppDeps, { email, password }: Credentials, exchange: Exchange) {
  const attempt = await attemptOn(deps, exchange.request, email);
  await countAttempt(deps, attempt, passwordAttempts);
  const account = await findAccountByEmail(deps.db, email);
  const { isRight, isStale } = await deps.signIn.passwords.verify(account?.password_hash ?? null, password);
  if (!isRight || account === undefined || account.is_disabled) throw new Problem('SignInFailed');
  if (isStale) await changeAccount(deps.db, account.id, { password_hash: await deps.signIn.passwords.hash(password) });
  return finish(deps, account, exchange);
}

/** Opens a session, or asks for the second factor first. */
export async function finish(deps: AppDeps, account: AccountWithGrants, exchange: Exchange) {
  if (account.totp_confirmed_at !== null) return askForCode(deps, account, exchange);
  await forgetFailures(deps.db, await attemptOn(deps, exchange.request, account.email));
  return openSession(deps, account, exchange);
}

const ticketLifeMs = 5 * 60_000;
const mostCodes = 5;

async function askForCode(deps: AppDeps, { id }: AccountWithGrants, { reply }: Exchange) {
  const ticket = newSecret();
  const expires = wallTime(deps, ticketLifeMs);
  await saveTicket(deps.db, { ticket_hash: secretHash(ticket), account_id: id, expires_at: expires });
  void reply.header('cache-control', 'no-store');
  return { secondFactor: 'totp' as const, ticket };
}

/** The second step: a code of now, or one of the recovery codes. */
export async function signInWithCode(
  deps: AppDeps,
  { ticket, ...given }: GivenCode & { readonly ticket: string },
  exchange: Exchange,
) {
  const hash = secretHash(ticket);
  const accountId = await useTicket(deps.db, hash, { now: wallTime(deps), most: mostCodes });
  const account = accountId === undefined ? undefined : await findAccount(deps.db, accountId);
  if (account === undefined || account.is_disabled) throw new Problem('SignInExpired');
  const codes = await codeAttemptOn(deps, exchange.request, account.email);
  await countAttempt(deps, codes, codeAttempts);
  if (!(await takeCode(deps, account, given))) throw new Problem('SignInFailed');
  if (!(await endTicket(deps.db, hash))) throw new Problem('SignInExpired');
  await forgetFailures(deps.db, codes);
  await forgetFailures(deps.db, await attemptOn(deps, exchange.request, account.email));
  return openSession(deps, account, exchange);
}

/** Whoever is signed in says once more that it is they: before what could shut them out. */
export async function requirePassword(
  deps: AppDeps,
  account: AccountWithGrants,
  { request, password }: { readonly request: FastifyRequest; readonly password: string },
): Promise<void> {
  if (account.password_hash === null) throw new Problem('NoPasswordHere');
  const attempt = { emailHash: secretHash(account.email), origin: `session:${request.sessionId ?? ''}` };
  await countAttempt(deps, attempt, passwordAttempts);
  const { isRight } = await deps.signIn.passwords.verify(account.password_hash, password);
  if (!isRight) throw new Problem('PasswordNotRight');
  await forgetFailures(deps.db, attempt);
}
