import type { ThanksWording } from './wording.ts';

const instruments = {
  ratification: '批准书',
  accession: '加入书',
  acceptance: '接受书',
  approval: '核准书',
  'formal-confirmation': '正式确认书',
  succession: '继承书',
} as const;

export const thanksInChinese: ThanksWording = {
  thanks: ({ state, treaty, how, on }) =>
    `${state.of}政府已于${on}交存《${treaty}》${instruments[how]}，谨此致以诚挚谢意。`,
  entryIntoForce: (treaty, { name }, on) => `《${treaty}》将于${on}对${name}生效。`,
  firstReport: (dueOn) => `根据该条约，贵国的初次报告应于${dueOn}之前提交。本办事处乐意为报告的编写提供支持。`,
  offer:
    '贵国政府采取这一步骤，加强了国内的人权保护，也增强了该条约在全世界的权威。本办事处随时准备提供协助，使该条约在法律和实践中得到充分落实。',
};
