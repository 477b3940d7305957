import type { ValidationWords } from '../validation-words.ts';

export const validationInChinese: ValidationWords = {
  title: '贵国是否予以确认？',
  introduction: '贵国报告此项建议已落实。您代表国家签署：只有您确认的才会进入核实，您退回的照旧继续跟进。',
  labels: { claim: '所报告的内容', evidence: '其证据' },
  choices: {
    validate: { label: '予以确认', hint: '该报告即为国家的表态，随后将予核实。' },
    decline: { label: '予以退回', hint: '将通知联络人，跟进继续进行。' },
  },
  note: { label: '简要说明', hint: '您的依据，或尚缺什么。将与您的答复一并保存。' },
  submit: '提交',
  thanks: { validate: '您的确认已记录在案。主管干事将审阅证据。', decline: '该报告已退回，将通知联络人。' },
  refused: {
    SamePerson: '须由报告人以外的另一人确认。',
    SignerUnknown: '无法得知由谁作出该报告：须重新报告后方可确认。',
    NothingToValidate: '该报告不再等待确认。',
  },
  action: '确认或退回',
};
