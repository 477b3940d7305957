import type { FeedWords } from '../feed-words.ts';

export const feedInEnglish: FeedWords = {
  name: 'Dates of Relance',
  due: 'Answer due: {state}',
  opens: 'Next question: {state}',
  target: 'Target date: {state}',
  limit: 'Milestone due: {state}',
  agreed: 'Agreed: {text}',
  planned: 'Planned: {text}',
  labels: { question: 'What is asked', source: 'Source', roles: 'Your part', place: 'Place' },
};
