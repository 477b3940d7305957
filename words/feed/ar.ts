import type { FeedWords } from '../feed-words.ts';

export const feedInArabic: FeedWords = {
  name: 'مواعيد Relance',
  due: 'موعد الرد: {state}',
  opens: 'السؤال القادم: {state}',
  target: 'التاريخ المستهدف: {state}',
  limit: 'موعد المرحلة: {state}',
  agreed: 'ما اتُّفق عليه: {text}',
  planned: 'المقرر: {text}',
  labels: { question: 'المطلوب', source: 'المصدر', roles: 'دوركم', place: 'المكان' },
};
