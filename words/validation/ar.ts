import type { ValidationWords } from '../validation-words.ts';

export const validationInArabic: ValidationWords = {
  title: 'هل تؤكد دولتكم ذلك؟',
  introduction:
    'أفادت دولتكم بتنفيذ هذه التوصية. وأنتم توقّعون باسمها: فلا يُتحقق إلا مما تؤكدونه، وما تعيدونه تستمر متابعته كما كانت.',
  labels: { claim: 'ما أُفيد به', evidence: 'أدلته' },
  choices: {
    validate: { label: 'نؤكد ذلك', hint: 'تصبح الإفادة كلمة الدولة، ثم يجري التحقق منها.' },
    decline: { label: 'نعيدها', hint: 'تُبلَّغ جهة التنسيق وتستمر المتابعة.' },
  },
  note: { label: 'بضع كلمات', hint: 'ما تستندون إليه، أو ما ينقص. وتُحفظ مع ردكم.' },
  submit: 'إرسال',
  thanks: { validate: 'سُجّل تأكيدكم. وسينظر الموظف المسؤول في الأدلة.', decline: 'أُعيدت الإفادة، وستُبلَّغ جهة التنسيق.' },
  refused: {
    SamePerson: 'يجب أن يؤكدها شخص آخر غير من قدّم الإفادة.',
    SignerUnknown: 'لا يُعرف من قدّم هذه الإفادة: يجب تقديمها من جديد قبل تأكيدها.',
    NothingToValidate: 'لم تعد هذه الإفادة تنتظر تأكيدًا.',
  },
  action: 'التأكيد أو الإعادة',
};
