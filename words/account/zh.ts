import type { AccountWords } from '../account-words.ts';

export const accountInChinese: AccountWords = {
  reset: {
    subject: '设置新密码',
    intro: '有人为您在{sender}的账户申请了新密码。',
    action: '设置新密码',
    validity: '链接仅可使用一次，一小时内有效。',
    unasked: '如果不是您本人申请，请不必理会：您的密码保持不变。',
  },
  invitation: {
    subject: '您在{sender}的账户',
    intro: '已为您在{sender}开设账户。请设置密码以开始使用。',
    action: '设置密码',
    validity: '链接仅可使用一次，七日内有效。',
    unasked: '如果您不清楚为何收到此邮件，请不必理会：没有密码，任何人都无法使用该账户。',
  },
};
