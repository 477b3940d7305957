export { followUpRecommendation } from './follow-up-recommendation.ts';
export { runBatch } from './run-batch.ts';
export { runCampaign } from './run-campaign.ts';
export { runCampaignRound } from './run-campaign-round.ts';
export { runImport } from './run-import.ts';
export { runRetention } from './run-retention.ts';
export { correspondWithContact } from './correspond-with-contact.ts';
