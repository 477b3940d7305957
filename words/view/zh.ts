import type { ViewWords } from '../view-words.ts';
import { sharedInChinese } from '../shared/zh.ts';

export const viewInChinese: ViewWords = {
  title: '您的独立意见',
  introduction: '您以自己的名义发言。您的意见将与该国的报告并列：它不代替该国作出答复，也不改变对该国的任何询问。',
  warning:
    '请勿提及受害者、证人或消息来源的姓名，也不要写任何可能使人辨认出他们的内容。您所写的内容将连同作者一并记录在案。',
  standing: {
    paused: '此项后续工作暂时中止。您的意见仍将记录在案。',
    'under-verification': '该国报告此项建议已落实，目前正在核实。',
    closed: '此项后续工作已结束。您的意见仍将记录在案。',
  },
  labels: {
    question: '对该国的询问',
    claim: '该国的报告',
    lastWords: '该国最近的答复',
    evidence: '该国的证明材料',
    assessment: '我们的评估',
    ownView: '您最近的意见',
  },
  noEvidence: '未提供',
  notAssessed: '尚无评估',
  assessments: sharedInChinese.assessments,
  give: { label: '提出意见', hint: '请说明您所了解的情况，包括与该国的报告不同之处。' },
  note: { label: '您的意见', hint: '实际情况有何变化，哪些没有变化。' },
  stage: { label: '您所认为的落实阶段', hint: '如果无法判断，可不作说明。' },
  implemented: sharedInChinese.implementations.implemented,
  evidenceHint: '如果有：报告、声明或数据。',
  submit: '提交意见',
  thanks:
    '您的意见已记录在案，与该国的报告并列。此链接继续有效：如果您再次提交，将显示最新的意见，此前的意见仍记录在案。',
};
