import type { PublicationWords } from '../publication-words.ts';

export const publicationInChinese: PublicationWords = {
  title: '向公众公开',
  standings: {
    'not-published': '未公开：尚无人发布。',
    withdrawn: '未公开：已撤回。',
    delayed: '已发布：自 {date} 起人人可读。',
    public: '自 {date} 起人人可读。',
  },
  scope: {
    state: '发布一个国家，即显示向其提出的所有建议，已撤回的除外。',
    source: '发布一个来源，即显示其中的所有建议，已撤回的除外。',
    recommendation: '备注、证据、人员和信函从不公开。',
  },
  delay: '事实经过多少天后显示：{days}。',
  verdicts: {
    publish: '已发布',
    withdraw: '已撤回',
  },
  withdrawnAbove: '在国家、来源或建议任一层面撤回的内容一律隐藏，无论其他层面是否发布。',
  open: '打开公开页面',
  preview: '公众所见',
  wouldSee: '公众将会看到的内容',
  deeds: {
    publish: '发布',
    withdraw: '撤回',
    wording: '更改公开措辞',
  },
  questions: {
    publish: '人人都将能够阅读，读过的内容无法收回。是否发布？',
    withdraw: '它将立即从公开页面消失。是否撤回？',
    wording: '凡已公开之处，将立即显示这些措辞。是否采用？',
    ownText: '将重新显示登记的原文；已公开的立即显示。是否显示？',
  },
  wording: '公开措辞',
  wordingHint: '代替原文或标题，例如原文提及个人时。留空则显示原文。',
  useWording: '采用此措辞',
  reason: '理由',
  reasonHint: '与决定者一并保存，从不公开。',
  decisions: '所有决定',
};
