import type { FeedWords } from '../feed-words.ts';

export const feedInChinese: FeedWords = {
  name: 'Relance 日期',
  due: '答复到期：{state}',
  opens: '下一次询问：{state}',
  target: '目标日期：{state}',
  limit: '阶段到期：{state}',
  agreed: '已商定：{text}',
  planned: '已安排：{text}',
  labels: { question: '询问内容', source: '来源', roles: '您的角色', place: '地点' },
};
