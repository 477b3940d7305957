import type { FeedWords } from '../feed-words.ts';

export const feedInSpanish: FeedWords = {
  name: 'Fechas de Relance',
  due: 'Respuesta prevista: {state}',
  opens: 'Próxima pregunta: {state}',
  target: 'Fecha prevista: {state}',
  limit: 'Hito previsto: {state}',
  agreed: 'Acordado: {text}',
  planned: 'Previsto: {text}',
  labels: { question: 'Lo que se pregunta', source: 'Fuente', roles: 'Su función', place: 'Lugar' },
};
