import type { Kysely } from 'kysely';
import { composeAccountMail } from '../activities/mail/account-mail.ts';
import type { Mailer } from '../activities/mail/transport.ts';
import { findAccountByEmail } from '../db/register/accounts.ts';
import { removeMail, takeMails, type AccountMailRow } from '../db/register/account-mails.ts';
import { sweepExpired } from '../db/register/expired-sign-ins.ts';
import type { Schema } from '../db/schema.ts';
import { makeAccountLink } from './account-links.ts';

export type AccountMailDeps = {
  readonly db: Kysely<Schema>;
  readonly mailer: Mailer;
  readonly publicUrl: string;
};

const lookEveryMs = 1_000;
const tryAgainAfterMs = 60_000;
/** Whoever still waits after an hour has asked again. */
const givenUpAfterMs = 3_600_000;
const sweepEveryMs = 3_600_000;

/**
 * Sends what was asked for through the API, which has no mail server of its own. The table is the queue: it outlasts both
 * processes, an outage of the mail server delays a mail and loses none, and Temporal is not needed to let somebody in. The
 * link is made here, at the moment of sending, so that no secret lies in wait.
 */
export function startAccountMail(deps: AccountMailDeps): { readonly stop: () => Promise<void> } {
  let isStopping = false;
  let sweptAtMs = -Infinity;
  let timer: NodeJS.Timeout | undefined;
  let wake = (): void => {};
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
      timer = setTimeout(resolve, lookEveryMs);
    });
  const run = async (): Promise<void> => {
    while (!isStopping) {
      // A database that is away is what other parts speak about; mail waits for it.
      await sendWaiting(deps).catch(() => undefined);
      if (performance.now() - sweptAtMs > sweepEveryMs) {
        sweptAtMs = performance.now();
        await sweepExpired(deps.db, Date.now()).catch(() => undefined);
      }
      if (!isStopping) await pause();
    }
  };
  const ended = run();
  return {
    stop: async () => {
      isStopping = true;
      clearTimeout(timer);
      wake();
      await ended;
    },
  };
}

/** Sends all that waits now. */
export async function sendWaiting(deps: AccountMailDeps): Promise<void> {
  const nowMs = Date.now();
  const at = (ms: number): string => new Date(ms).toISOString();
  for (const mail of await takeMails(deps.db, at(nowMs), at(nowMs + tryAgainAfterMs))) {
    const isTooLate = Date.parse(mail.asked_at) < nowMs - givenUpAfterMs;
    if (isTooLate || (await sendOne(deps, mail))) await removeMail(deps.db, mail.id);
  }
}

/** Whether this mail is done with: sent, refused for good, or for nobody. */
async function sendOne(
  { db, mailer, publicUrl }: AccountMailDeps,
  { id, kind, email }: AccountMailRow,
): Promise<boolean> {
  const account = await findAccountByEmail(db, email);
  if (account === undefined || account.is_disabled) return true;
  // Who signs in elsewhere alone has no password to forget; who has chosen one is not invited any more.
  if (kind === 'reset' ? isProvidersAlone(account) : account.password_hash !== null) return true;
  if (!(await mailer.isReachable())) return false;
  const link = await makeAccountLink(db, { kind, publicUrl, accountId: account.id });
  const { senderName } = mailer;
  const { name, language } = account;
  const composed = composeAccountMail({ kind, language, senderName, name, link });
  const to = { name, address: email };
  const sent = await mailer.send({
    ...composed,
    digestId: id,
    to,
    language,
    at: new Date().toISOString(),
    isPersonal: true,
  });
  return sent.outcome !== 'deferred';
}

const isProvidersAlone = (account: { readonly password_hash: string | null; readonly openid_subject: string | null }) =>
  account.password_hash === null && account.openid_subject !== null;
