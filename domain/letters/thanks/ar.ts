import type { ThanksWording } from './wording.ts';

const instruments = {
  ratification: 'صك تصديقها على',
  accession: 'صك انضمامها إلى',
  acceptance: 'صك قبولها',
  approval: 'صك موافقتها على',
  'formal-confirmation': 'صك إقرارها الرسمي',
  succession: 'صك خلافتها في',
} as const;

export const thanksInArabic: ThanksWording = {
  thanks: ({ state, treaty, how, on }) =>
    `أتشرف بأن أعرب عن خالص الشكر لحكومة ${state.name} على إيداع ${instruments[how]} ${treaty}، في ${on}.`,
  entryIntoForce: (treaty, { name }, on) => `ويبدأ نفاذ ${treaty} بالنسبة إلى ${name} في ${on}.`,
  firstReport: (dueOn) =>
    `ويحين موعد تقديم التقرير الأولي بموجب هذه المعاهدة في أجل أقصاه ${dueOn}. ويسر المفوضية أن تدعم إعداده.`,
  offer:
    'وبهذه الخطوة تعزز حكومتكم حماية حقوق الإنسان في بلدكم وتعزز مكانة المعاهدة في العالم أجمع. والمفوضية على استعداد لتقديم المساعدة في إعمالها إعمالاً تاماً في القانون والممارسة.',
};
