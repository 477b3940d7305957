import type { EvidenceWords } from '../evidence-words.ts';

export const evidenceInRussian: EvidenceWords = {
  title: 'Доказательства',
  named: 'Указано',
  outcomes: {
    answers: 'Адрес отвечал {date}.',
    'does-not-answer': 'Адрес не отвечал {date}.',
    gone: 'Документ отсутствовал {date}.',
    'not-looked-at': 'Не проверялось {date}: адрес ведёт не в открытый интернет.',
  },
  notYet: 'Адрес ещё не проверялся.',
  off: 'Адреса здесь не проверяются.',
  checkNow: 'Проверить адреса сейчас',
};
