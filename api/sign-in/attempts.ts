import type { FastifyRequest } from 'fastify';
import type { AttemptPolicy } from '../../domain/access/sign-in-attempts.ts';
import { isKnownDevice } from '../../db/register/known-devices.ts';
import { takeAttempt, type Attempt } from '../../db/register/sign-in-failures.ts';
import type { AppDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { cookieIn } from './cookies.ts';
import { networkOf } from './network.ts';
import { secretHash } from './secrets.ts';
import { wallTime } from './wall-time.ts';

/** Counts an attempt, or tells how long to wait. Addresses that have no account are counted alike. */
export async function countAttempt(deps: AppDeps, attempt: Attempt, policy: AttemptPolicy): Promise<void> {
  const waitMs = await takeAttempt(deps.db, attempt, policy, wallTime(deps));
  if (waitMs > 0) throw new Problem('TooManyRequests', undefined, { retryAfterSeconds: Math.ceil(waitMs / 1_000) });
}

/**
 * Who guesses: a device that has signed in to this very account before counts for itself, anybody else for their network. So
 * whoever shares a network with somebody who guesses still signs in from their own device.
 */
export async function attemptOn(deps: AppDeps, request: FastifyRequest, email: string): Promise<Attempt> {
  const device = await knownDevice(deps, request, email);
  return { emailHash: secretHash(email), origin: device ?? `network:${networkOf(request.ip)}` };
}

/** Of codes it is the account that counts, wherever they come from: whoever is asked for one knows the password. */
export async function codeAttemptOn(deps: AppDeps, request: FastifyRequest, email: string): Promise<Attempt> {
  const device = await knownDevice(deps, request, email);
  return { emailHash: secretHash(email), origin: device === undefined ? 'codes' : `codes:${device}` };
}

async function knownDevice(deps: AppDeps, request: FastifyRequest, email: string): Promise<string | undefined> {
  const hash = secretHash(cookieIn(deps, request, 'device') ?? '');
  return (await isKnownDevice(deps.db, hash, email)) ? `device:${hash}` : undefined;
}
