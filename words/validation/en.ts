import type { ValidationWords } from '../validation-words.ts';

export const validationInEnglish: ValidationWords = {
  title: 'Does your State confirm this?',
  introduction:
    'Your State reports this recommendation as implemented. You sign for it: only what you confirm is verified, and what you send back goes on as before.',
  labels: { claim: 'What was reported', evidence: 'Its evidence' },
  choices: {
    validate: { label: 'We confirm it', hint: 'The report is the word of the State; it is verified next.' },
    decline: { label: 'We send it back', hint: 'The focal point is told, and the follow-up goes on.' },
  },
  note: { label: 'A few words', hint: 'On what you rely; or what is missing. They are kept with your answer.' },
  submit: 'Send',
  thanks: {
    validate: 'Your confirmation is on record. The desk officer will look at the evidence.',
    decline: 'The report was sent back, and the focal point will be told.',
  },
  refused: {
    SamePerson: 'Another person than whoever made the report must confirm it.',
    SignerUnknown: 'Nobody can tell who made this report: it must be made anew before it can be confirmed.',
    NothingToValidate: 'This report no longer waits for a confirmation.',
  },
  action: 'Confirm or send back',
};
