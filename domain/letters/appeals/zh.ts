import type { AppealWording } from '../appeal-wording.ts';

const dated = (text: string) => (on: string | null) => `${on === null ? '' : `${on}，`}${text}。`;

export const appealInChinese: AppealWording = {
  opening: ({ of }, treaty) => `谨提请阁下注意以下条约：${treaty}。我鼓励${of}政府成为该条约的缔约国。`,
  signed: (on) => `贵国政府${on === null ? '已' : `已于${on}`}签署该条约，尚待批准。`,
  notSigned: '未见贵国政府签署该条约的记录。未签署的国家可通过加入成为缔约国。',
  position: {
    supported: dated('贵国政府对采取这一步骤的呼吁表示支持'),
    'supported-in-part': dated('贵国政府对采取这一步骤的呼吁表示部分支持'),
    pledged: dated('贵国政府承诺采取这一步骤'),
  },
  everyState: '我向尚未成为缔约国的所有国家发出同样的呼吁。',
  goal: (on) => `我们的共同目标是使所有这些国家在${on}之前成为缔约国。`,
  help: (list) => `联合国随时准备提供帮助，特别是在以下方面：${list}。`,
  comma: '、',
  coordinator: '联合国驻地协调员将转交本函，并在首都予以跟进。贵国政府可随时与驻地协调员联系。',
  noCoordinator: '联合国人权事务高级专员办事处将跟进本函，贵国政府可随时与其联系。',
  ask: (by) => `如蒙贵国政府在${by}之前向联合国通报拟为交存文书采取的步骤，我将不胜感激。`,
};
