import * as wf from '@temporalio/workflow';
import type { Bounce, DigestPlan, Handover } from '../activities/contract.ts';
import { realMsOfDays, realMsUntil } from '../domain/clock.ts';
import type { UnreachableReason } from '../domain/follow-up/events.ts';
import type { ContactId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import { correspondenceActivities, deliveryActivities } from './activity-options.ts';
import { reportBounce, resolveDigest, wake, type CorrespondenceInput } from './messages.ts';

const longestHistory = 300;
/** A contact with more roles than this many pages hold is a fault that must not run for ever. */
const mostPages = 100;

/**
 * All mail to one contact: gathers what was queued, sends one digest when this person's working day begins, and hears of
 * bounces. It ends when nothing is queued; the next notice starts it again.
 */
export async function correspondWithContact({ contactId }: CorrespondenceInput): Promise<void> {
  const activities = correspondenceActivities();
  const news: (() => Promise<void>)[] = [];
  const told = new Map<ContactId, Instant>();
  let wakes = 0;
  wf.setHandler(wake, () => void (wakes += 1));
  wf.setHandler(reportBounce, (bounce) => void news.push(() => settleBounce(bounce)));
  wf.setHandler(resolveDigest, (resolution) => void news.push(() => activities.resolveDigest(contactId, resolution)));

  for (;;) {
    for (let settle = news.shift(); settle; settle = news.shift()) await settle();
    const seen = wakes;
    const plan = await activities.planDigest(contactId);
    await tell(plan.handedOver ?? []);
    if (news.length > 0) continue;
    if (plan.sendAt === null && wakes === seen) return; // A signal that arrives now makes the server ask again.
    if (plan.sendAt !== null) await deliverAt(plan.sendAt, plan, seen);
    if (wf.workflowInfo().historyLength >= longestHistory && news.length === 0)
      return wf.continueAsNew<typeof correspondWithContact>({ contactId });
  }

  /** Cut short by news of earlier mail, and by a wake where the plan says that something may bring the digest forward. */
  async function deliverAt(sendAt: Instant, { clock, mayComeForward }: DigestPlan, seen: number): Promise<void> {
    const waitMs = Math.max(1, realMsUntil(clock, Date.now(), sendAt));
    const isCutShort = (): boolean => isInterrupted() || (mayComeForward === true && wakes !== seen);
    if (await wf.condition(isCutShort, waitMs, { summary: 'next digest' })) return;
    const hourMs = realMsOfDays(clock, 1 / 24);
    const { outcome, digestId } = await deliveryActivities(hourMs).deliverDigest(contactId);
    if (outcome === 'refused' && digestId !== undefined) await moveRoles('refused-by-server', digestId);
    if (outcome === 'too-early') await wf.sleep(Math.max(1, hourMs)); // The calendar changed meanwhile: no busy loop.
  }

  /** Once for each handover, or two contacts who hand things to each other would wake one another for ever. */
  async function tell(handedOver: readonly Handover[]): Promise<void> {
    const untold = handedOver.filter(({ to, at }) => told.get(to) !== at);
    if (untold.length === 0) return;
    for (const { to, at } of untold) told.set(to, at);
    await activities.wakeCorrespondence(untold.map(({ to }) => to));
  }

  function isInterrupted(): boolean {
    return news.length > 0 || wf.workflowInfo().historyLength >= longestHistory;
  }

  async function settleBounce(bounce: Bounce): Promise<void> {
    await activities.recordBounce(contactId, bounce);
    if (bounce.isPermanent) await moveRoles('bounced', bounce.digestId);
  }

  /** Page by page: what was moved is no longer found. */
  async function moveRoles(because: UnreachableReason, causeId: string): Promise<void> {
    for (let page = 0; page < mostPages; page += 1) {
      const moves = await activities.findRoleMoves(contactId, because, causeId);
      for (const move of moves) await activities.moveRole(contactId, move);
      if (moves.length === 0) return;
    }
  }
}
