export { followUpRecommendation } from './follow-up-recommendation.ts';
export { runBatch } from './run-batch.ts';
export { runImport } from './run-import.ts';
export { correspondWithContact } from './correspond-with-contact.ts';
