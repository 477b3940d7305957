import type { LetterWording } from '../wording.ts';

const office = '联合国人权事务高级专员办事处';
const mission = (of: string): string => `${of}常驻联合国日内瓦办事处和瑞士其他国际组织代表团`;
const dated = (text: string) => (on: string | null) => `${on ?? ''}${on === null ? '' : '，'}${text}。`;

/** The form of Chinese diplomatic usage: 致意, 谨, 顺致最崇高的敬意. */
export const chinese: LetterWording = {
  isRightToLeft: false,
  date: (on) => {
    const [year, month, day] = on.split('-').map(Number);
    return `${year}年${month}月${day}日`;
  },
  heading: { 'note-verbale': '普通照会', 'high-commissioner-letter': '', 'secretary-general-letter': '' },
  addressee: {
    'note-verbale': ({ of }) => [mission(of)],
    'high-commissioner-letter': ({ of }) => [`${of}外交部长`],
    'secretary-general-letter': ({ of }) => [`${of}政府首脑`],
  },
  salutation: {
    'note-verbale': '',
    'high-commissioner-letter': '阁下：',
    'secretary-general-letter': '阁下：',
  },
  opening: {
    'note-verbale': ({ of }, source) =>
      `${office}向${mission(of)}致意，并谨提及向${of}政府提出的以下建议（${source}）：`,
    'high-commissioner-letter': ({ of }, source) => `谨提及向${of}政府提出的以下建议（${source}）：`,
    'secretary-general-letter': ({ of }, source) =>
      `谨此致函，提请阁下亲自关注向${of}政府提出的以下建议（${source}）：`,
  },
  source: ({ title, symbol, paragraph }) => [title, symbol, paragraph && `第${paragraph}段`].filter(Boolean).join('，'),
  quoted: (text) => `“${text}”`,
  labelled: (label, value) => `${label}：${value}`,
  gap: '',
  position: {
    pending: () => '贵国政府对该建议的立场尚无记录。',
    supported: dated('贵国政府接受了该建议'),
    'supported-in-part': dated('贵国政府部分接受了该建议'),
    noted: dated('贵国政府注意到该建议'),
    pledged: dated('贵国政府承诺落实该建议'),
  },
  history: ({ times, first, last, lastAnswer }) => {
    const since = lastAnswer === null ? '迄今尚未收到答复。' : `最近一次答复于${lastAnswer}收到。`;
    if (first === null || last === null) return since;
    if (times < 2) return `曾于${first}请贵国政府提供关于落实情况的资料。${since}`;
    return `曾${times}次请贵国政府提供关于落实情况的资料，首次为${first}，最近一次为${last}。${since}`;
  },
  late: '若干预期步骤迄今未见报告，详见附件。',
  ask: {
    'note-verbale': (by) => `请于${by}之前提供资料，说明为落实该建议已采取和计划采取的措施，不胜感激。随附案卷摘要。`,
    'high-commissioner-letter': (by) =>
      `请贵国政府于${by}之前告知为落实该建议已采取和计划采取的措施，不胜感激。随附案卷摘要。本办事处随时准备提供协助。`,
    'secretary-general-letter': (by) =>
      `请贵国政府于${by}之前将为落实该建议已采取和计划采取的措施告知联合国人权事务高级专员，不胜感激。随附案卷摘要。联合国随时准备提供协助。`,
  },
  closing: {
    'note-verbale': () => '顺致最崇高的敬意。',
    'high-commissioner-letter': () => '顺致最崇高的敬意。',
    'secretary-general-letter': () => '顺致最崇高的敬意。',
  },
  signature: {
    'note-verbale': [],
    'high-commissioner-letter': ['联合国人权事务高级专员'],
    'secretary-general-letter': ['联合国秘书长'],
  },
  labels: {
    reference: '文号',
    place: (date) => `${date}，日内瓦`,
    page: ['第 ', ' 页'],
    enclosure: '附件：案卷摘要',
    state: '国家',
    institution: '主管机构',
    source: '来源',
    recommendation: '建议',
    positionLabel: '国家立场',
    followedUpSince: '跟进开始日期',
    askedOn: '询问日期',
    dueOn: '答复期限',
    reminders: '上次答复以来发出的请求',
    answers: '收到的答复',
    implementationLabel: '国家报告的落实情况',
    reached: '已完成的步骤',
    late: '预期但未报告的步骤及逾期起始日期',
    noMilestone: '无任何步骤',
    earlierLetters: '先前信函',
    none: '无',
    kinds: {
      'note-verbale': '普通照会',
      'high-commissioner-letter': '高级专员的信',
      'secretary-general-letter': '秘书长的信',
      'letter-of-thanks': '感谢信',
    },
    answerKinds: {
      progress: '进展报告',
      milestone: '完成一个步骤',
      claim: '报告已全面落实',
      extension: '请求延期',
      position: '对建议的立场',
      letter: '对信函的答复',
    },
    positions: {
      pending: '待定',
      supported: '接受',
      'supported-in-part': '部分接受',
      noted: '注意到',
      pledged: '自愿承诺',
    },
    implementations: {
      'not-started': '尚未开始',
      planned: '已列入计划',
      'in-progress': '进行中',
      'partly-implemented': '部分落实',
      implemented: '已落实',
      'will-not-implement': '不予落实',
    },
  },
};
