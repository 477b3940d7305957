import { handoversFrom, waitingFor } from '../db/queries/correspondence.ts';
import { findContact } from '../db/register/contacts.ts';
import { isAwayOn } from '../domain/correspondence/absence.ts';
import { mayComeForward, nextDigestAt, nextLookAt, type DigestTiming } from '../domain/correspondence/timing.ts';
import type { ContactId } from '../domain/ids.ts';
import { earliest, type Instant } from '../domain/time.ts';
import type { CorrespondenceActivities, DigestPlan } from './contract.ts';
import { readdress } from './mail/compose.ts';
import { nowOf, type CorrespondenceDeps } from './mail/deps.ts';
import { settleLeftovers } from './mail/settle.ts';
import { readTiming } from './mail/timing.ts';

export type PlanDigestDeps = Pick<CorrespondenceDeps, 'db' | 'clock' | 'calendars' | 'routineMailDays' | 'now'>;

/**
 * When a contact's next digest may go; first settles what a crash left *sending*, and hands what is for somebody else's
 * eyes to theirs.
 */
export const createPlanDigest =
  (deps: PlanDigestDeps): CorrespondenceActivities['planDigest'] =>
  async (contactId) => {
    const judgedAt = await settleLeftovers(deps, contactId);
    if (judgedAt !== undefined) return { clock: deps.clock, sendAt: judgedAt };
    const plan = await planSending(deps, contactId);
    return { clock: deps.clock, ...plan, handedOver: await handoversFrom(deps.db, contactId) };
  };

type Plan = Omit<DigestPlan, 'clock'>;

async function planSending(deps: PlanDigestDeps, contactId: ContactId): Promise<Plan> {
  const at = nowOf(deps);
  const waiting = await waitingFor(deps.db, contactId);
  if (waiting === undefined) return { sendAt: null };
  const contact = await findContact(deps.db, contactId);
  // Nothing will be sent, so nothing need wait: delivering puts the notices away.
  if (contact === undefined || contact.unreachable_since !== null) return { sendAt: at };
  const calendar = await deps.calendars.forContact(contactId);
  const { routineMailDays } = deps;
  const timing = await readTiming(deps.db, { contactId, calendar, routineMailDays, notBefore: at });
  return (await isLeftBehind(deps, timing)) ? { sendAt: null } : planned(nextDigestAt(waiting, timing), timing);
}

/** A leave that begins before the mail would go comes first: what is queued then moves to whoever stands in. */
function planned(digestAt: Instant, timing: DigestTiming): Plan {
  const sendAt = earliest(digestAt, nextLookAt(timing) ?? digestAt) ?? digestAt;
  return { sendAt, mayComeForward: mayComeForward(sendAt, timing) };
}

/** Whoever is on leave today hands everything over for which somebody stands in. True when nothing is left. */
async function isLeftBehind(deps: PlanDigestDeps, { contactId, absences, calendar, notBefore }: DigestTiming) {
  if (!isAwayOn(calendar.dateOf(notBefore), absences)) return false;
  await readdress(deps.db, contactId, notBefore);
  return (await waitingFor(deps.db, contactId)) === undefined;
}
