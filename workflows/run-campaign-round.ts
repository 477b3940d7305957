import * as wf from '@temporalio/workflow';
import { campaignActivities } from './activity-options.ts';
import type { CampaignInput } from './messages.ts';

/** A campaign whose rounds follow each other at once is a fault that must not run for ever. */
const mostLooks = 10;

/**
 * What the Schedule of a campaign starts: holds the rounds that are due, and gives the Schedule its next dates. It reads what is due from
 * the campaign itself, so it does not matter which date woke it, how late, or how often.
 */
export async function runCampaignRound({ campaignId }: CampaignInput): Promise<void> {
  const { holdRounds, syncSchedule } = campaignActivities();
  for (let look = 1; look <= mostLooks; look += 1) {
    const { nextInMs } = await holdRounds(campaignId);
    if (nextInMs === null) break;
    await wf.sleep(Math.max(1, nextInMs), { summary: 'a round is due in a moment' });
  }
  await syncSchedule(campaignId);
}
