import { firstSetUpLink, makeAccountLink } from '../../worker/account-links.ts';
import { sweepExpired } from '../../db/register/expired-sign-ins.ts';
import { addAccount, addLink, addSession, addToken } from '../support/administrator.ts';
import { openPGliteDatabase } from '../support/databases.ts';

const publicUrl = 'https://relance.example';

test('there is a link for the first administrator until somebody has an account; the newest one counts', async () => {
  const { kysely, close } = await openPGliteDatabase();
  const links = (): Promise<readonly unknown[]> => kysely.selectFrom('account_links').select('kind').execute();
  expect(await firstSetUpLink(kysely, publicUrl)).toMatch(/^https:\/\/relance\.example\/sign-in\/link#[\w-]{43}$/);
  expect(await firstSetUpLink(kysely, publicUrl)).toBeDefined();
  expect(await links()).toHaveLength(1);
  await makeAccountLink(kysely, { kind: 'set-up', publicUrl, email: 'lost@un.example' });
  expect(await links()).toHaveLength(2);
  await addAccount(kysely);
  expect(await firstSetUpLink(kysely, publicUrl)).toBeUndefined();
  await close();
});

test('what is over is swept away, and nothing else', async () => {
  const { kysely, close } = await openPGliteDatabase();
  const id = await addAccount(kysely);
  await addSession(kysely, id);
  await addToken(kysely, id);
  await addLink(kysely, { kind: 'set-up' });
  const counts = async (): Promise<readonly number[]> =>
    Promise.all(
      (['sessions', 'api_tokens', 'account_links'] as const).map(
        async (table) => (await kysely.selectFrom(table).select('account_id').execute()).length,
      ),
    );
  await sweepExpired(kysely, Date.now());
  expect(await counts()).toEqual([1, 1, 1]);
  await sweepExpired(kysely, Date.now() + 13 * 3_600_000);
  expect(await counts()).toEqual([0, 1, 0]);
  await sweepExpired(kysely, Date.now() + 9 * 86_400_000);
  expect(await counts()).toEqual([0, 0, 0]);
  await close();
});
