import type { ViewWords } from '../view-words.ts';
import { sharedInEnglish } from '../shared/en.ts';

export const viewInEnglish: ViewWords = {
  title: 'Your independent view',
  introduction:
    'You speak for yourself. Your view stands beside what the State reports: it answers nothing in the place of the State, and changes nothing in what is asked of it.',
  warning:
    'Name no victim, witness or source, and write nothing by which they could be recognized. What you write is kept on record, with who wrote it.',
  standing: {
    paused: 'This follow-up rests for the time being. Your view goes on record all the same.',
    'under-verification': 'The State reports this as implemented, and that is being verified.',
    closed: 'This follow-up is closed. Your view goes on record all the same.',
  },
  labels: {
    question: 'What the State is asked',
    claim: 'What the State reports',
    lastWords: 'Its last words',
    evidence: 'Its evidence',
    assessment: 'Our assessment',
    ownView: 'Your last view',
  },
  noEvidence: 'none named',
  notAssessed: 'none so far',
  assessments: sharedInEnglish.assessments,
  give: { label: 'Give a view', hint: 'Say what you see, also where it differs from what the State reports.' },
  note: { label: 'Your view', hint: 'What has changed in practice, and what has not.' },
  stage: { label: 'Where it stands, as you see it', hint: 'Leave it open if you cannot tell.' },
  implemented: sharedInEnglish.implementations.implemented,
  evidenceHint: 'If you have any: a report, a statement, figures.',
  submit: 'Send the view',
  thanks:
    'Your view is on record, beside what the State reports. This link stays open: if you write again, your newest view is shown, and the earlier ones stay on record.',
};
