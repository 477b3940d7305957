import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';

/** The names that clients, workers and operators share. */
export const workflowTypes = {
  followUpRecommendation: 'followUpRecommendation',
  correspondWithContact: 'correspondWithContact',
  runBatch: 'runBatch',
  runCampaign: 'runCampaign',
  runCampaignRound: 'runCampaignRound',
  runImport: 'runImport',
  runRetention: 'runRetention',
} as const;

/** Registered in the namespace before any worker starts: an unknown one would fail the workflow task. */
export const searchAttributes = {
  state: defineSearchAttributeKey('RelanceState', SearchAttributeType.KEYWORD),
  playbook: defineSearchAttributeKey('RelancePlaybook', SearchAttributeType.KEYWORD),
  status: defineSearchAttributeKey('RelanceStatus', SearchAttributeType.KEYWORD),
  rung: defineSearchAttributeKey('RelanceRung', SearchAttributeType.INT),
  nextStepAt: defineSearchAttributeKey('RelanceNextStepAt', SearchAttributeType.DATETIME),
} as const;
