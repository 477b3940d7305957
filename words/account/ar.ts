import type { AccountWords } from '../account-words.ts';

export const accountInArabic: AccountWords = {
  reset: {
    subject: 'اختيار كلمة مرور جديدة',
    intro: 'طُلبت كلمة مرور جديدة لحسابكم لدى {sender}.',
    action: 'اختيار كلمة المرور الجديدة',
    validity: 'يعمل الرابط مرة واحدة خلال ساعة واحدة.',
    unasked: 'إن لم تطلبوا ذلك فلا تفعلوا شيئًا: تبقى كلمة مروركم كما هي.',
  },
  invitation: {
    subject: 'حسابكم لدى {sender}',
    intro: 'فُتح لكم حساب لدى {sender}. اختاروا كلمة مرور للبدء.',
    action: 'اختيار كلمة مرور',
    validity: 'يعمل الرابط مرة واحدة خلال سبعة أيام.',
    unasked: 'إن كنتم لا تعرفون سبب وصول هذه الرسالة فلا تفعلوا شيئًا: لا يستطيع أحد استعمال الحساب من دون كلمة مرور.',
  },
};
