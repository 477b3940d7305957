import * as wf from '@temporalio/workflow';
import type { Bounce } from '../activities/contract.ts';
import { realMsOfDays, realMsUntil, type Clock } from '../domain/clock.ts';
import type { UnreachableReason } from '../domain/follow-up/events.ts';
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
  let wakes = 0;
  wf.setHandler(wake, () => void (wakes += 1));
  wf.setHandler(reportBounce, (bounce) => void news.push(() => settleBounce(bounce)));
  wf.setHandler(resolveDigest, (resolution) => void news.push(() => activities.resolveDigest(contactId, resolution)));

  for (;;) {
    for (let settle = news.shift(); settle; settle = news.shift()) await settle();
    const seen = wakes;
    const { sendAt, clock } = await activities.planDigest(contactId);
    if (news.length > 0) continue;
    if (sendAt === null && wakes === seen) return; // A signal that arrives now makes the server ask again.
    if (sendAt !== null) await deliverAt(sendAt, clock);
    if (wf.workflowInfo().historyLength >= longestHistory && news.length === 0)
      return wf.continueAsNew<typeof correspondWithContact>({ contactId });
  }

  /** More notices cannot make the next digest go earlier, so only news of earlier mail cuts the wait short. */
  async function deliverAt(sendAt: string, clock: Clock): Promise<void> {
    const waitMs = Math.max(1, realMsUntil(clock, Date.now(), sendAt));
    if (await wf.condition(isInterrupted, waitMs, { summary: 'next digest' })) return;
    const hourMs = realMsOfDays(clock, 1 / 24);
    const { outcome, digestId } = await deliveryActivities(hourMs).deliverDigest(contactId);
    if (outcome === 'refused' && digestId !== undefined) await moveRoles('refused-by-server', digestId);
    if (outcome === 'too-early') await wf.sleep(Math.max(1, hourMs)); // The calendar changed meanwhile: no busy loop.
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
