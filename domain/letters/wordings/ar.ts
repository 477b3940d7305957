import { arabicMonths } from '../../reference/months.ts';
import type { LetterWording } from '../wording.ts';
import { partsOf } from '../written-date.ts';

const office = 'مفوضية الأمم المتحدة السامية لحقوق الإنسان';
const seat = 'لدى مكتب الأمم المتحدة والمنظمات الدولية الأخرى في جنيف';
const dated = (text: string) => (on: string | null) => `${text}${on === null ? '' : ` في ${on}`}.`;

/** The form of Arabic diplomatic usage: تهدي أطيب تحياتها، تتشرف، تغتنم هذه الفرصة لتعرب مجدداً عن فائق تقديرها. */
export const arabic: LetterWording = {
  isRightToLeft: true,
  date: (on) => {
    const { day, month, year } = partsOf(on, arabicMonths);
    return `${day} ${month} ${year}`;
  },
  heading: { 'note-verbale': 'مذكرة شفوية', 'high-commissioner-letter': '', 'secretary-general-letter': '' },
  addressee: {
    'note-verbale': ({ of }) => [`البعثة الدائمة ${of}`, seat],
    'high-commissioner-letter': ({ name }) => ['معالي وزير الخارجية', name],
    'secretary-general-letter': ({ name }) => ['دولة رئيس الحكومة', name],
  },
  salutation: {
    'note-verbale': '',
    'high-commissioner-letter': 'صاحب المعالي،',
    'secretary-general-letter': 'صاحب الدولة،',
  },
  opening: {
    'note-verbale': ({ name, of }, source) =>
      `تهدي ${office} أطيب تحياتها إلى البعثة الدائمة ${of} ${seat}، وتتشرف بالإشارة إلى التوصية التالية الموجهة إلى حكومة ${name} (${source}):`,
    'high-commissioner-letter': ({ name }, source) =>
      `أتشرف بالإشارة إلى التوصية التالية الموجهة إلى حكومة ${name} (${source}):`,
    'secretary-general-letter': ({ name }, source) =>
      `أكتب إليكم لأسترعي عنايتكم الشخصية إلى التوصية التالية الموجهة إلى حكومة ${name} (${source}):`,
  },
  // A right-to-left mark keeps a comma between two Latin parts from joining them in the wrong order.
  source: ({ title, symbol, paragraph }) =>
    [title, symbol, paragraph && `الفقرة ${paragraph}`].filter(Boolean).join('\u200f، '),
  quoted: (text) => `«${text}»`,
  labelled: (label, value) => `${label}: ${value}`,
  gap: ' ',
  position: {
    pending: () => 'ولم يُسجَّل موقف للحكومة من هذه التوصية.',
    supported: dated('وقد أيدت الحكومة هذه التوصية'),
    'supported-in-part': dated('وقد أيدت الحكومة هذه التوصية جزئياً'),
    noted: dated('وقد أحاطت الحكومة علماً بهذه التوصية'),
    pledged: dated('وقد تعهدت الحكومة بتنفيذ هذه التوصية'),
  },
  history: ({ times, first, last, lastAnswer }) => {
    const since = lastAnswer === null ? 'ولم يرد أي رد حتى الآن.' : `وقد ورد آخر رد في ${lastAnswer}.`;
    if (first === null || last === null) return since;
    if (times < 2) return `وطُلبت معلومات عن تنفيذها في ${first}. ${since}`;
    return `وطُلبت معلومات عن تنفيذها ${timesOf(times)}، أولاها في ${first} وآخرها في ${last}. ${since}`;
  },
  late: 'ولم يُبلَّغ عن خطوات كان من المتوقع إنجازها حتى الآن، وهي مدرجة في المرفق.',
  ask: {
    'note-verbale': (by) =>
      `وترجو المفوضية ممتنةً موافاتها، في موعد أقصاه ${by}، بمعلومات عن التدابير المتخذة والمزمع اتخاذها لتنفيذ هذه التوصية. ومرفق طيه ملخص للملف.`,
    'high-commissioner-letter': (by) =>
      `وأكون ممتناً لو تفضلت حكومتكم بإبلاغي، في موعد أقصاه ${by}، بالتدابير المتخذة والمزمع اتخاذها لتنفيذ هذه التوصية. ومرفق طيه ملخص للملف. والمفوضية على استعداد لتقديم المساعدة.`,
    'secretary-general-letter': (by) =>
      `وأكون ممتناً لو تفضلت حكومتكم بإبلاغ ${office}، في موعد أقصاه ${by}، بالتدابير المتخذة والمزمع اتخاذها لتنفيذ هذه التوصية. ومرفق طيه ملخص للملف. والأمم المتحدة على استعداد لتقديم المساعدة.`,
  },
  closing: {
    'note-verbale': ({ of }) =>
      `وتغتنم ${office} هذه الفرصة لتعرب مجدداً للبعثة الدائمة ${of} عن فائق تقديرها واحترامها.`,
    'high-commissioner-letter': () => 'وتفضلوا، صاحب المعالي، بقبول فائق التقدير والاحترام.',
    'secretary-general-letter': () => 'وتفضلوا، صاحب الدولة، بقبول فائق التقدير والاحترام.',
  },
  signature: {
    'note-verbale': [],
    'high-commissioner-letter': ['مفوض الأمم المتحدة السامي لحقوق الإنسان'],
    'secretary-general-letter': ['الأمين العام للأمم المتحدة'],
  },
  labels: {
    reference: 'المرجع',
    place: (date) => `جنيف، ${date}`,
    page: ['الصفحة ', ''],
    enclosure: 'المرفق: ملخص الملف',
    state: 'الدولة',
    institution: 'المؤسسة المعنية',
    source: 'المصدر',
    recommendation: 'التوصية',
    positionLabel: 'موقف الدولة',
    followedUpSince: 'المتابعة منذ',
    askedOn: 'تاريخ الطلب',
    dueOn: 'موعد الرد',
    reminders: 'الطلبات المرسلة منذ آخر رد',
    answers: 'الردود الواردة',
    implementationLabel: 'التنفيذ حسب إفادة الدولة',
    reached: 'الخطوات المنجزة',
    late: 'الخطوات المتوقعة التي لم يُبلَّغ عنها، وتاريخ بدء تأخرها',
    noMilestone: 'لا توجد أي خطوة',
    earlierLetters: 'الرسائل السابقة',
    none: 'لا يوجد',
    kinds: {
      'note-verbale': 'مذكرة شفوية',
      'high-commissioner-letter': 'رسالة المفوض السامي',
      'secretary-general-letter': 'رسالة الأمين العام',
      'letter-of-thanks': 'رسالة شكر',
    },
    answerKinds: {
      progress: 'تقرير عن التقدم المحرز',
      milestone: 'إنجاز خطوة',
      claim: 'إفادة بالتنفيذ الكامل',
      extension: 'طلب تمديد المهلة',
      position: 'الموقف من التوصية',
      letter: 'رد على رسالة',
    },
    positions: {
      pending: 'قيد النظر',
      supported: 'مؤيَّدة',
      'supported-in-part': 'مؤيَّدة جزئياً',
      noted: 'أُحيط علماً بها',
      pledged: 'تعهد طوعي',
    },
    implementations: {
      'not-started': 'لم يبدأ',
      planned: 'مخطط له',
      'in-progress': 'جارٍ',
      'partly-implemented': 'نُفذت جزئياً',
      implemented: 'نُفذت',
      'will-not-implement': 'لن تُنفَّذ',
    },
  },
};

/** Arabic has a dual, counts three to ten in the plural, and more in the singular. */
function timesOf(times: number): string {
  if (times === 2) return 'مرتين';
  return times % 100 >= 3 && times % 100 <= 10 ? `${times} مرات` : `${times} مرة`;
}
