import { ulid } from 'ulid';
import { refusalOfPassword } from '../../domain/access/password-policy.ts';
import {
  changeAccount,
  findAccount,
  findAccountByEmail,
  insertAccount,
  replaceGrants,
  type AccountWithGrants,
} from '../../db/register/accounts.ts';
import {
  findAccountLink,
  removeAccountLinks,
  takeAccountLink,
  type AccountLinkRow,
} from '../../db/register/account-links.ts';
import { forgetDevices } from '../../db/register/known-devices.ts';
import { endTickets, saveRecoveryCodes } from '../../db/register/second-factors.ts';
import { endSessions } from '../../db/register/sessions.ts';
import type { AppDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { blankAccount } from './account-view.ts';
import { secretHash } from './secrets.ts';
import { wallTime } from './wall-time.ts';

type Db = AppDeps['db'];

/** What a link is good for; looking at it changes nothing. */
export async function readLink(deps: AppDeps, token: string) {
  const { link, account } = await requireLink(deps, token);
  return { kind: link.kind, email: account?.email ?? link.email, name: account?.name ?? null };
}

async function requireLink(deps: AppDeps, token: string) {
  const link = await findAccountLink(deps.db, secretHash(token), wallTime(deps));
  if (link === undefined) throw new Problem('LinkNotValid');
  const account = await ownerOf(deps.db, link);
  // Of a set-up link the operator decides, who made it on the machine itself.
  if (link.kind !== 'set-up' && (account === undefined || account.is_disabled)) throw new Problem('LinkNotValid');
  return { link, account };
}

async function ownerOf(db: Db, { account_id, email }: AccountLinkRow): Promise<AccountWithGrants | undefined> {
  if (account_id !== null) return findAccount(db, account_id);
  return email === null ? undefined : findAccountByEmail(db, email);
}

export type LinkUse = {
  readonly password: string;
  readonly name?: string | undefined;
  /** Of a set-up link that names no address. */
  readonly email?: string | undefined;
};

/** Sets the password that a link allows to set, once. A password that is refused leaves the link as it was. */
export async function useLink(deps: AppDeps, token: string, use: LinkUse): Promise<AccountWithGrants> {
  const { link, account } = await requireLink(deps, token);
  const email = account?.email ?? link.email ?? use.email ?? missing('email');
  const name = use.name ?? account?.name ?? missing('name');
  const refusal = refusalOfPassword(use.password, { email, name });
  if (refusal !== undefined) throw new Problem(refusal);
  const passwordHash = await deps.signIn.passwords.hash(use.password);
  const at = wallTime(deps);
  return deps.db.transaction().execute(async (tx) => {
    if ((await takeAccountLink(tx, secretHash(token), at)) === undefined) throw new Problem('LinkNotValid');
    const id = account?.id ?? `acc_${ulid()}`;
    if (account === undefined && !(await insertAccount(tx, { ...blankAccount, id, email, name, created_at: at })))
      throw new Problem('EmailTaken');
    await changeAccount(tx, id, { name, password_hash: passwordHash, password_changed_at: at });
    if (link.kind === 'set-up') await makeAdministrator(tx, id);
    await endEverything(tx, id);
    return (await findAccount(tx, id)) ?? missing('email');
  });
}

/** For the first one, and for one who has lost everything: then the second factor goes too. */
async function makeAdministrator(db: Db, id: string): Promise<void> {
  const role = 'administrator';
  const grants = [{ role, scope: { kind: 'everywhere' } }] as const;
  await replaceGrants(db, id, { origin: 'local', grants });
  await changeAccount(db, id, { is_disabled: false, totp_secret: null, totp_confirmed_at: null });
  await saveRecoveryCodes(db, id, []);
}

/** Whoever knew the old password may have left something open. */
export async function endEverything(db: Db, id: string, exceptSessionId?: string): Promise<void> {
  await endSessions(db, id, exceptSessionId);
  await endTickets(db, id);
  await removeAccountLinks(db, id);
  await forgetDevices(db, id);
}

function missing(field: string): never {
  throw new Problem('InvalidField', `The link does not say it: name the ${field}`, {
    fields: [{ path: `/${field}`, message: 'is needed here' }],
  });
}
