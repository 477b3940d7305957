import type { FeedWords } from '../feed-words.ts';

export const feedInFrench: FeedWords = {
  name: 'Dates de Relance',
  due: 'Réponse attendue : {state}',
  opens: 'Prochaine question : {state}',
  target: 'Date visée : {state}',
  limit: 'Étape attendue : {state}',
  agreed: 'Convenu : {text}',
  planned: 'Prévu : {text}',
  labels: { question: 'Ce qui est demandé', source: 'Source', roles: 'Votre rôle', place: 'Lieu' },
};
