import * as wf from '@temporalio/workflow';
import type { AppealsPage } from '../activities/contract.ts';
import { realMsUntil } from '../domain/clock.ts';
import { campaignActivities } from './activity-options.ts';
import { campaignChanged, type CampaignInput } from './messages.ts';

const longestHistory = 300;
const shortestPauseMs = 1_000;
const longestPauseMs = 60_000;
/** Appeals that give no answer for so many pages are put on record as failed: they must not hold up the letter of all others. */
const mostBarrenPages = 6;

/**
 * Begins the appeals of a campaign, wave by wave and page by page. It has no children: each follow-up is started like any other, so
 * that this history stays short however many there are. It ends when nobody waits; whatever may give it work starts it again.
 */
export async function runCampaign({ campaignId }: CampaignInput): Promise<void> {
  const { beginAppeals, syncSchedule } = campaignActivities();
  let changes = 0;
  let barrenPages = 0;
  wf.setHandler(campaignChanged, () => void (changes += 1));

  for (;;) {
    const seen = changes;
    const page = await beginAppeals(campaignId, { givesUp: barrenPages >= mostBarrenPages });
    barrenPages = page.isUnderWay && page.settled === 0 ? barrenPages + 1 : 0;
    if (!page.isUnderWay) await syncSchedule(campaignId); // A wave may be through: then its letter has a date.
    if (!page.isUnderWay && page.nextWaveAt === null && changes === seen) return; // A signal that arrives now makes the server ask again.
    const waitMs = page.isUnderWay ? backOffMs(barrenPages) : untilNextWaveMs(page);
    if (waitMs > 0) await wf.condition(() => changes !== seen, waitMs, { summary: 'until the next page or wave' });
    if (wf.workflowInfo().historyLength >= longestHistory) return wf.continueAsNew<typeof runCampaign>({ campaignId });
  }
}

/** None while the pages bring something: a page keeps to the campaign's rate by itself. */
const backOffMs = (barrenPages: number): number =>
  barrenPages === 0 ? 0 : Math.min(shortestPauseMs * 2 ** (barrenPages - 1), longestPauseMs);

const untilNextWaveMs = ({ clock, nextWaveAt }: AppealsPage): number =>
  nextWaveAt === null ? 0 : realMsUntil(clock, Date.now(), nextWaveAt);
