import { appendCorrespondenceEvents } from '../db/event-store.ts';
import { lockLog } from '../db/log.ts';
import { findDigest } from '../db/queries/notices.ts';
import type { CorrespondenceActivities } from './contract.ts';
import { nowOf, type CorrespondenceDeps } from './mail/deps.ts';

/** Puts a person's word on record for a digest that still waits for it; whatever was not delivered is queued again. */
export const createResolveDigest =
  (deps: Pick<CorrespondenceDeps, 'db' | 'clock' | 'now'>): CorrespondenceActivities['resolveDigest'] =>
  (contactId, { digestId, wasDelivered, resolvedBy: actor = 'system' }) =>
    deps.db.transaction().execute(async (trx) => {
      await lockLog(trx);
      const digest = await findDigest(trx, digestId);
      if (digest?.contact_id !== contactId || digest.status !== 'uncertain') return;
      const events = [{ type: 'DigestResolved', at: nowOf(deps), digestId, wasDelivered } as const];
      await appendCorrespondenceEvents(trx, { contactId, commandId: `resolve:${digestId}`, actor, events });
    });
