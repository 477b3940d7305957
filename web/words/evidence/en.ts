export const evidenceInEnglish = {
  title: 'Evidence',
  named: 'Named on',
  outcomes: {
    answers: 'Its address answered on {date}.',
    'does-not-answer': 'Its address did not answer on {date}.',
    gone: 'The document was gone on {date}.',
    'not-looked-at': 'Not looked at on {date}: it leads to no address of the public internet.',
  },
  notYet: 'Nobody has looked at its address yet.',
  off: 'Addresses are not looked at here.',
  checkNow: 'Look at the addresses now',
};
