import type { AccountWords } from '../account-words.ts';

export const accountInEnglish: AccountWords = {
  reset: {
    subject: 'Choose a new password',
    intro: 'Somebody asked for a new password for your account with {sender}.',
    action: 'Choose a new password',
    validity: 'The link works once, within one hour.',
    unasked: 'If it was not you, do nothing: your password stays as it is.',
  },
  invitation: {
    subject: 'Your account with {sender}',
    intro: 'An account was opened for you with {sender}. Choose a password to begin.',
    action: 'Choose a password',
    validity: 'The link works once, within seven days.',
    unasked: 'If you do not know why you got this mail, do nothing: without a password nobody can use the account.',
  },
};
