import type { AfterWords } from '../after-words.ts';

export const afterInChinese: AfterWords = {
  languages: '本页语言',
  save: '保存，稍后继续',
  kept: {
    title: '已保存',
    nothingSent: '内容尚未提交。想继续时，请再次打开邮件中的链接。',
    until: '您所写的内容仅为此链接保存至{date}，您答复后即予删除。',
    goOn: '现在继续',
  },
  found: '您于{date}开始撰写答复，尚未提交。',
  open: '继续撰写',
  filledIn: '您此前所写的内容已填入下方。请选择您要答复的内容，然后提交。',
  chooseAgain: '您此前所写的内容已填入下方。您当时选择的是“{choice}”：请重新选择，然后提交。',
  nothingToKeep: '尚未填写任何内容，无需保存。',
  erase: {
    label: '删除已保存的内容',
    submit: '删除',
    tick: '如需删除，请勾选。',
    done: '已保存的内容已删除。未提交任何内容。',
  },
  next: {
    heading: '接下来',
    due: '下次答复截止日期',
    mail: '最早于何日再给您发邮件',
    whoSees: '谁能看到',
  },
  who: {
    answer: '本项后续工作的主管干事和主管；在征求意见时，还有国家人权机构和非政府组织。',
    'not-me': '您指明的人选仅主管干事可以看到。',
    view: '本项后续工作的主管干事和主管。',
  },
};
