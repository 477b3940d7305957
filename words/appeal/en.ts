import type { AppealWords } from '../appeal-words.ts';

export const appealInEnglish: AppealWords = {
  title: 'The Secretary-General’s letter in the capital',
  introduction:
    'Please deliver the letter, follow it up with the Government, and say here what was said. What you report is shown in the file: it answers nothing in the place of the State.',
  actsFor: 'You are asked in the place of the {role}: nobody who can be reached holds that role.',
  warning: 'Name offices, and no persons. What you write is kept on record, with who wrote it.',
  standing: {
    paused: 'This follow-up rests for the time being. What you report goes on record all the same.',
    'under-verification': 'The State reports that it has done this, and that is being verified.',
    closed: 'This follow-up is closed. What you report goes on record all the same.',
  },
  labels: {
    letter: 'Letter of the Secretary-General',
    due: 'Your report is due',
    lastDelivery: 'Last report',
    obstacles: 'Obstacles on record',
    treatyEvent: 'Treaty Event',
    position: 'Position of the State',
    nextStep: 'Next step',
  },
  letter: {
    none: 'none drafted',
    draft: 'drafted, not approved yet',
    approved: 'approved, not sent yet',
    sent: 'sent on {date}',
    withdrawn: 'withdrawn',
  },
  none: 'none so far',
  choices: {
    delivered: { label: 'I delivered it, or spoke with the Government', hint: 'Say to whom, when, and what was said.' },
    obstacle: {
      label: 'It could not be delivered yet',
      hint: 'Say what stands in the way. You will be reminded again.',
    },
  },
  office: { label: 'To which office', hint: 'An office, not a person.', unsaid: 'Please choose' },
  offices: {
    'head-of-state': 'Head of State',
    'head-of-government': 'Head of Government',
    'foreign-affairs': 'Ministry of foreign affairs',
    justice: 'Ministry of justice',
    'other-ministry': 'Another ministry',
    parliament: 'Parliament',
    'national-mechanism': 'National mechanism for human rights',
    other: 'Another office',
  },
  officeDetail: {
    label: 'Which one exactly',
    hint: 'If it helps: the department or the committee. No names of persons.',
  },
  deliveredOn: 'On what date',
  note: { label: 'What was said', hint: 'In a few sentences; or what stands in the way.' },
  obstacle: { label: 'Obstacle', hint: 'The one that weighs most.', none: 'None was named' },
  willDeposit: {
    label: 'Will the instrument be deposited at the Treaty Event?',
    hint: 'As the Government said.',
    unsaid: 'Was not spoken of',
    names: { yes: 'Yes', no: 'No', 'not-known': 'Not known yet' },
  },
  nextStep: { label: 'Next step', hint: 'What comes next, and who takes it.' },
  nextOn: { label: 'By when', hint: 'You will be asked about it after this date.' },
  submit: 'Send the report',
  report: 'Report on it',
  missing: {
    office: 'Please choose the office to which it was delivered.',
    deliveredOn: 'Please give the date on which it was delivered.',
    note: 'Please write what was said, or what stands in the way.',
    obstacle: 'Please choose what stands in the way.',
  },
  wrong: {
    choice: 'Please choose one of the possibilities.',
    office: 'Please choose an office from the list.',
    deliveredOn: 'The date of delivery is not a date of the calendar.',
    nextOn: 'The date of the next step is not a date of the calendar.',
  },
  refused: {
    DateInTheFuture: 'The date of delivery lies in the future.',
    NextStepInThePast: 'The date of the next step has passed.',
    ObstacleAlreadyRecorded: 'This obstacle is on record already.',
  },
  thanks: {
    delivered:
      'Your report is on record, and the desk officer will see it. If you named a date, you will be asked about it after that.',
    obstacle: 'The obstacle is on record. The letter still waits to be delivered, and you will be reminded.',
  },
};
