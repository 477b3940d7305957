/** `npm run set-up-link`: a new link for the first administrator; with `-- --email NAME@HOST` for one who has lost everything. */
import { parseArgs } from 'node:util';
import { hasAccounts } from '../../db/register/accounts.ts';
import { makeAccountLink } from '../account-links.ts';
import { runCommand } from './run-command.ts';

await runCommand(async ({ kysely }, { http }) => {
  const { values } = parseArgs({ options: { email: { type: 'string' } } });
  const email = values.email?.trim().toLowerCase();
  if (email === undefined && (await hasAccounts(kysely)))
    throw new Error('There are accounts already: say which address the link is for, with -- --email NAME@HOST');
  const publicUrl = http.publicUrl ?? `http://localhost:${http.port}`;
  const wish = { kind: 'set-up', publicUrl, ...(email === undefined ? {} : { email }) } as const;
  console.log(
    `Good once, for a day. Whoever opens it administers this installation:\n${await makeAccountLink(kysely, wish)}`,
  );
});
