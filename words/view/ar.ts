import type { ViewWords } from '../view-words.ts';
import { sharedInArabic } from '../shared/ar.ts';

export const viewInArabic: ViewWords = {
  title: 'رأيكم المستقل',
  introduction:
    'أنتم تتكلمون باسمكم. ويوضع رأيكم إلى جانب ما تفيد به الدولة: فهو لا يحل محل رد الدولة ولا يغير شيئًا مما يُطلب منها.',
  warning: 'لا تذكروا اسم أي ضحية أو شاهد أو مصدر، ولا تكتبوا ما قد يكشف هويتهم. ويُحفظ ما تكتبونه مع بيان كاتبه.',
  standing: {
    paused: 'هذه المتابعة معلقة مؤقتًا. ومع ذلك سيُسجل رأيكم.',
    'under-verification': 'أفادت الدولة بتنفيذ هذه التوصية، ويجري التحقق من ذلك.',
    closed: 'هذه المتابعة مغلقة. ومع ذلك سيُسجل رأيكم.',
  },
  labels: {
    question: 'ما يُطلب من الدولة',
    claim: 'ما تفيد به الدولة',
    lastWords: 'آخر ما ذكرته',
    evidence: 'أدلتها',
    assessment: 'تقييمنا',
    ownView: 'آخر رأي لكم',
  },
  noEvidence: 'لم تُذكر أدلة',
  notAssessed: 'لا يوجد حتى الآن',
  assessments: sharedInArabic.assessments,
  give: { label: 'إبداء رأي', hint: 'اذكروا ما ترونه، حتى إن اختلف عما تفيد به الدولة.' },
  note: { label: 'رأيكم', hint: 'ما الذي تغير في الواقع، وما الذي لم يتغير.' },
  stage: { label: 'مرحلة التنفيذ في رأيكم', hint: 'اتركوها دون تحديد إن تعذر عليكم الحكم.' },
  implemented: sharedInArabic.implementations.implemented,
  evidenceHint: 'إن وُجد: تقرير أو بيان أو أرقام.',
  submit: 'إرسال الرأي',
  thanks:
    'سُجل رأيكم إلى جانب ما تفيد به الدولة. ويبقى هذا الرابط صالحًا: فإذا كتبتم مجددًا عُرض أحدث رأي لكم وبقيت الآراء السابقة مسجلة.',
};
