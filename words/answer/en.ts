import type { AnswerWords } from '../answer-words.ts';

export const answerInEnglish: AnswerWords = {
  title: 'Your answer',
  footer: 'You need no account. Only you should have this link: it answers in your name.',
  labels: {
    from: 'From',
    addressedTo: 'Addressed to',
    due: 'Answer due',
    askedSince: 'Asked since',
    lastAnswer: 'Last answer',
  },
  noAnswerYet: 'none so far',
  lastAnswers: {
    progress: '{date}: {words}',
    implemented: '{date}: implemented. {words}',
    'more-time': '{date}: more time until {until}. {words}',
  },
  nothingAsked: 'Nothing is asked any more.',
  because: {
    closed: 'This follow-up is closed.',
    'under-verification': 'The recommendation was reported as implemented, and that is being verified.',
  },
  legend: 'What do you want to say?',
  choices: {
    progress: { label: 'Progress', hint: 'Say what has been done and what comes next.' },
    implemented: { label: 'It is implemented', hint: 'Name the evidence; it will be verified.' },
    'more-time': { label: 'More time', hint: 'Say until when, and why.' },
    'not-me': {
      label: 'I am not the right person',
      hint: 'Say whom to ask, if you know. Only our desk officer reads that.',
    },
  },
  note: { label: 'Your words', hint: 'What was done, by whom, when; or the reason for more time.' },
  stage: {
    label: 'Where it stands',
    hint: 'Only with “Progress”.',
    unsaid: 'Say nothing about it',
    names: {
      'not-started': 'Not started',
      planned: 'Planned',
      'in-progress': 'In progress',
      'partly-implemented': 'Partly implemented',
      'will-not-implement': 'Will not be implemented',
    },
  },
  evidenceUrl: {
    label: 'Evidence: its address on the web',
    hint: 'Only with “It is implemented”: a law, a decree, a report.',
  },
  evidenceDescription: 'What the evidence is',
  untilOn: { label: 'More time until', hint: 'Only with “More time”.' },
  submit: 'Send the answer',
  wrong: {
    choice: 'Choose what you want to say.',
    evidenceUrl: 'The address of the evidence must begin with https:// or http://',
    untilOn: 'The date must be a day of the calendar.',
    form: 'Something in the form is missing or too long.',
  },
  missing: {
    note: 'Write a few words.',
    whomToAsk: 'Say whom to ask instead, or that you do not know.',
    evidenceUrl: 'Name the evidence by its address on the web.',
    untilOn: 'Say until when.',
  },
  refused: {
    NotOpen: 'This follow-up takes no such answer now.',
    AlreadyAssigned: 'Somebody else has been asked already.',
    ExtensionAlreadyRequested: 'A request for more time waits for a decision already.',
    ExtensionNotLater: 'The date asked for is not later than the due date.',
    IdempotencyKeyReused: 'This page has sent another answer already: open the link of the mail again.',
    unavailable: 'Our service does not answer at the moment: please try again in a few minutes.',
    other: 'The answer could not be taken.',
  },
  nothingSent: 'Nothing was sent; what you wrote is still here.',
  together: {
    legend: 'Your answer is for these recommendations',
    tickOne: 'Tick at least one recommendation.',
    answered: 'Answered: {names}.',
    notTaken: 'Not taken for {name}: {reason}',
    notSent: 'Not sent: {names}. Please send again: what has arrived is not taken twice.',
    elsewhere: 'Some of those that were ticked are asked of somebody else by now, or no longer together with these.',
  },
  thanks: {
    title: 'Thank you',
    progress: 'Your answer is on record. We will ask again before the next check-in.',
    implemented:
      'Your answer is on record. The desk officer will look at the evidence, and you will hear what came of it.',
    'more-time':
      'Your request is on record. The desk officer will decide, and you will be told. Until then you will not be reminded.',
    'not-me': 'Thank you for telling us. We will ask somebody else, and the desk officer will see whom you named.',
  },
  linkNotValid: {
    title: 'This link is not valid',
    why: 'It may have expired, or lost a part on the way. The newest mail has a link that works.',
    nothingChanged: 'Nothing was changed.',
  },
};
