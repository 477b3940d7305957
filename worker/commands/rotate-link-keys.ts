import { createLinkKeys } from '../../api/link-keys.ts';
import { readOrCreateClock } from '../../db/installation.ts';
import { calendarTime } from '../../domain/clock.ts';
import { linkSecretsOf } from '../parts.ts';
import { runCommand } from './run-command.ts';

await runCommand(async ({ kysely: db }, config) => {
  const clock = await readOrCreateClock(db, { dayMs: config.dayMs });
  const keys = createLinkKeys({ db, secrets: await linkSecretsOf(config), keyDays: config.linkKeyDays });
  const { kid, rewrapped, removed } = await keys.rotate(calendarTime(clock, Date.now()));
  console.log(`Answer links are signed with the new key ${kid} from now on; links that were sent stay good`);
  if (rewrapped > 0) console.log(`${rewrapped} older keys are kept under the first secret now: take the others away`);
  if (removed > 0) console.log(`${removed} keys whose links have all expired were forgotten`);
});
