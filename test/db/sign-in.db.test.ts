import type { Database } from '../../db/database.ts';
import { takeAccountLink } from '../../db/register/account-links.ts';
import { askForMail, takeMails } from '../../db/register/account-mails.ts';
import { findAccount } from '../../db/register/accounts.ts';
import { findSession, rotateSession } from '../../db/register/sessions.ts';
import { takeStep } from '../../db/register/second-factors.ts';
import { takeAttempt } from '../../db/register/sign-in-failures.ts';
import { secretHash } from '../../api/sign-in/secrets.ts';
import { passwordAttempts } from '../../domain/access/sign-in-attempts.ts';
import { addAccount, addLink, addSession } from '../support/administrator.ts';
import { openPostgresDatabase } from '../support/databases.ts';

let database: Database;
beforeAll(async () => {
  database = await openPostgresDatabase();
});
afterAll(() => database.close());
const db = () => database.kysely;
const now = new Date().toISOString();
const soon = new Date(Date.now() + 60_000).toISOString();
const atOnce = <T>(count: number, work: (each: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, each) => work(each)));

test('of fifty guesses at once five are looked at', async () => {
  const attempt = { emailHash: secretHash('a@un.example'), origin: 'network:192.0.2.1' };
  const waits = await atOnce(50, () => takeAttempt(db(), attempt, passwordAttempts, now));
  expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
});

test('of ten who use a link at once one gets it', async () => {
  const hash = secretHash(await addLink(db(), { kind: 'set-up' }));
  const taken = await atOnce(10, () => takeAccountLink(db(), hash, now));
  expect(taken.filter((link) => link !== undefined)).toHaveLength(1);
});

test('of ten requests at once one changes the secret of their session', async () => {
  const shownHash = secretHash(await addSession(db(), await addAccount(db())));
  const session = (await findSession(db(), shownHash))!;
  const rotated = await atOnce(10, (each) =>
    rotateSession(db(), session, { shownHash, nextHash: secretHash(String(each)), at: now }),
  );
  expect(rotated.filter(Boolean)).toHaveLength(1);
  expect((await findSession(db(), shownHash))?.id).toBe(session.id);
});

test('of ten who send the same code at once one is taken, and no older one after it', async () => {
  const id = await addAccount(db());
  expect((await atOnce(10, () => takeStep(db(), id, 999))).filter(Boolean)).toHaveLength(1);
  expect(await takeStep(db(), id, 998)).toBe(false);
  expect(await takeStep(db(), id, 1_000)).toBe(true); // As a number: as a text it would come before.
});

test('two senders do not take the same mail', async () => {
  await atOnce(30, (each) =>
    askForMail(db(), {
      id: `acm_${each}`,
      kind: 'reset',
      email: `${each % 20}@un.example`,
      asked_at: now,
      next_try_at: now,
    }),
  );
  const taken = (await atOnce(4, () => takeMails(db(), now, soon))).flat().map(({ email }) => email);
  expect(taken).toHaveLength(20);
  expect(new Set(taken).size).toBe(20);
});

test('grants come whole, in the order in which they were given', async () => {
  const grants = [
    { role: 'desk-officer', scope: { kind: 'states', stateCodes: ['SI'], regions: ['african'] } },
    { role: 'auditor', scope: { kind: 'everywhere' } },
  ] as const;
  const account = await findAccount(db(), await addAccount(db(), { grants }));
  expect(account?.grants).toEqual(grants.map((grant) => ({ ...grant, origin: 'local' })));
});
