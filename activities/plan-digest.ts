import { lastDigestOn, oldestQueuedAt } from '../db/queries/correspondence.ts';
import { findContact } from '../db/register/contacts.ts';
import { nextDigestAt } from '../domain/correspondence/timing.ts';
import type { ContactId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { CorrespondenceActivities } from './contract.ts';
import { nowOf, type CorrespondenceDeps } from './mail/deps.ts';
import { settleLeftovers } from './mail/settle.ts';

export type PlanDigestDeps = Pick<CorrespondenceDeps, 'db' | 'clock' | 'calendars' | 'now'>;

/** When a contact's next digest may go; first settles what a crash left *sending*. */
export const createPlanDigest =
  (deps: PlanDigestDeps): CorrespondenceActivities['planDigest'] =>
  async (contactId) => {
    const judgedAt = await settleLeftovers(deps, contactId);
    return { clock: deps.clock, sendAt: judgedAt ?? (await planSending(deps, contactId)) };
  };

async function planSending(deps: PlanDigestDeps, contactId: ContactId): Promise<Instant | null> {
  const queuedAt = await oldestQueuedAt(deps.db, contactId);
  if (queuedAt === undefined) return null;
  const at = nowOf(deps);
  const contact = await findContact(deps.db, contactId);
  // Nothing will be sent, so nothing need wait: delivering puts the notices away.
  if (contact === undefined || contact.unreachable_since !== null) return at;
  const [lastOn, calendar] = await Promise.all([
    lastDigestOn(deps.db, contactId),
    deps.calendars.forContact(contactId),
  ]);
  return nextDigestAt({ queuedAt, notBefore: at, lastDigestOn: lastOn, calendar });
}
