import type { FeedWords } from '../feed-words.ts';

export const feedInRussian: FeedWords = {
  name: 'Даты Relance',
  due: 'Срок ответа: {state}',
  opens: 'Следующий вопрос: {state}',
  target: 'Целевая дата: {state}',
  limit: 'Срок этапа: {state}',
  agreed: 'Договорённость: {text}',
  planned: 'Запланировано: {text}',
  labels: { question: 'Что спрашивается', source: 'Источник', roles: 'Ваша роль', place: 'Место' },
};
