import { createLinkKeys } from '../../api/link-keys.ts';
import { readOrCreateClock } from '../../db/installation.ts';
import { calendarTime } from '../../domain/clock.ts';
import { linkSecretsOf } from '../parts.ts';
import { resealSecondFactors } from '../reseal-second-factors.ts';
import { runCommand } from './run-command.ts';

await runCommand(async ({ kysely: db }, config) => {
  const clock = await readOrCreateClock(db, { dayMs: config.dayMs });
  const secrets = await linkSecretsOf(config);
  const keys = createLinkKeys({ db, secrets, keyDays: config.linkKeyDays });
  const { kid, rewrapped, removed } = await keys.rotate(calendarTime(clock, Date.now()));
  console.log(`Answer links are signed with the new key ${kid} from now on; links that were sent stay good`);
  const resealed = await resealSecondFactors(db, secrets);
  console.log(`${rewrapped} older keys and ${resealed} second factors are kept under RELANCE_LINK_SECRET now`);
  if (removed > 0) console.log(`${removed} keys whose links have all expired were forgotten`);
});
