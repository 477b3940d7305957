export { followUpRecommendation } from './follow-up-recommendation.ts';
export { correspondWithContact } from './correspond-with-contact.ts';
