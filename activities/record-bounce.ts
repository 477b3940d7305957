import { appendCorrespondenceEvents } from '../db/event-store.ts';
import { lockLog } from '../db/log.ts';
import { findDigest } from '../db/queries/notices.ts';
import { markUnreachable } from '../db/register/contacts.ts';
import type { CorrespondenceActivities } from './contract.ts';
import { actor, nowOf, type CorrespondenceDeps } from './mail/deps.ts';

/** Puts a bounce on record and, when it is permanent, that mail no longer reaches the contact. */
export const createRecordBounce =
  (deps: Pick<CorrespondenceDeps, 'db' | 'clock' | 'now'>): CorrespondenceActivities['recordBounce'] =>
  (contactId, { digestId, status, isPermanent }) =>
    deps.db.transaction().execute(async (trx) => {
      await lockLog(trx);
      const digest = await findDigest(trx, digestId);
      // A report about mail to somebody else moves nobody's roles.
      if (digest?.contact_id !== contactId) return;
      const at = nowOf(deps);
      const commandId = `bounce:${digestId}:${status}`;
      const events = [{ type: 'DigestBounced', at, digestId, status, isPermanent } as const];
      const isNews = await appendCorrespondenceEvents(trx, { contactId, commandId, actor, events });
      if (isNews && isPermanent) await markUnreachable(trx, contactId, 'bounced', at);
    });
