import type { EvidenceWords } from '../evidence-words.ts';

export const evidenceInArabic: EvidenceWords = {
  title: 'الأدلة',
  named: 'ذُكر في',
  outcomes: {
    answers: 'استجاب العنوان في {date}.',
    'does-not-answer': 'لم يستجب العنوان في {date}.',
    gone: 'لم تعد الوثيقة موجودة في {date}.',
    'not-looked-at': 'لم يُفحص في {date}: لا يؤدي إلى عنوان على الإنترنت العام.',
  },
  notYet: 'لم يفحص أحد هذا العنوان بعد.',
  off: 'لا تُفحص العناوين هنا.',
  checkNow: 'فحص العناوين الآن',
};
