import type { EvidenceWords } from '../evidence-words.ts';

export const evidenceInChinese: EvidenceWords = {
  title: '证据',
  named: '提供日期',
  outcomes: {
    answers: '{date} 该地址可以访问。',
    'does-not-answer': '{date} 该地址没有响应。',
    gone: '{date} 该文件已不存在。',
    'not-looked-at': '{date} 未查看：该地址不在公共互联网上。',
  },
  notYet: '尚未查看该地址。',
  off: '此处不查看地址。',
  checkNow: '立即查看各地址',
};
