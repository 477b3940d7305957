import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { AccountRow } from '../../db/register/accounts.ts';
import { takeRecoveryCode, takeStep } from '../../db/register/second-factors.ts';
import type { AppDeps } from '../deps.ts';
import { secretHash } from './secrets.ts';

const periodSeconds = 30;
/** A clock may be half a minute off to either side. */
const window = 1;

const totpOf = (secret: Secret, label: string): TOTP =>
  new TOTP({ issuer: 'Relance', label, secret, algorithm: 'SHA1', digits: 6, period: periodSeconds });

/** What authenticator programs take up: 160 random bits. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

export const totpUri = (base32: string, email: string): string => totpOf(Secret.fromBase32(base32), email).toString();

export type GivenCode = { readonly code?: string | undefined; readonly recoveryCode?: string | undefined };

/** Whether a code is the account's and was not used before; using it up is part of looking at it. */
export async function takeCode(deps: AppDeps, account: AccountRow, given: GivenCode): Promise<boolean> {
  if (given.code !== undefined) return takeTotp(deps, account, given.code);
  const code = given.recoveryCode ?? '';
  return takeRecoveryCode(deps.db, account.id, recoveryHash(account.id, code));
}

async function takeTotp({ db, signIn }: AppDeps, account: AccountRow, code: string): Promise<boolean> {
  const base32 = signIn.sealer.open(account.totp_secret ?? '', account.id);
  if (base32 === undefined) return false;
  const timestamp = signIn.wallMs();
  const delta = totpOf(Secret.fromBase32(base32), account.email).validate({ token: code, timestamp, window });
  if (delta === null) return false;
  return takeStep(db, account.id, Math.floor(timestamp / 1_000 / periodSeconds) + delta);
}

/** Letters and figures that nobody takes for each other. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const codeLength = 12;
const codeCount = 10;

/** 59 bits each, written in groups of four. */
export const newRecoveryCodes = (): readonly string[] =>
  Array.from({ length: codeCount }, () =>
    Array.from(
      { length: codeLength },
      (_, index) => (index > 0 && index % 4 === 0 ? '-' : '') + (alphabet[randomInt(alphabet.length)] ?? ''),
    ).join(''),
  );

/** However it was typed: dashes, spaces and capitals say nothing. */
export const recoveryHash = (accountId: string, code: string): string =>
  secretHash(`${accountId} ${code.toLowerCase().replaceAll(/[^a-z0-9]/g, '')}`);
