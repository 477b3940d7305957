import type { Playbook } from '../playbook.ts';
import { commonQuestions, defaultCadence, ladderOf } from './defaults.ts';
import { milestone } from './milestones.ts';

/** Laws follow parliament's calendar, and begin anew after an election. */
export const legislation: Playbook = {
  key: 'legislation',
  version: 1,
  title: 'Bring legislation into conformity',
  source:
    'Steps from gap analysis to application; 2 to 4 years in all, beginning anew at each election, are estimates; a bill within 18 months ' +
    'is a proposal. 67 % of 609 UPR recommendations on harmonising law were accepted (computed).',
  warning:
    'After an election pause the follow-up with its cause (six months is usual), then ask the office of the new minister: the old mandate has lapsed.',
  basedOn: null,
  questions: {
    ...commonQuestions,
    'gap-analysis': 'Which articles of the treaty does the present law not meet?',
    bill: 'Where does the bill stand, and what is its number?',
    'session-end': 'Will the bill be read before the session of parliament ends?',
    'new-government': 'Which office of the new government has taken up the bill, and from which stage?',
  },
  evidence: ['Gap analysis', 'Bill number', 'Votes', 'Gazette reference with its date', 'Implementing rule'],
  cadence: {
    ...defaultCadence,
    checkIns: [
      { afterDays: 120, asks: 'gap-analysis' },
      { afterDays: 300, asks: 'bill' },
    ],
    everyDays: 120,
    later: { afterDays: 730, everyDays: 180 },
    events: [
      { event: 'parliament-opening', asks: 'bill', offsetDays: 0, remindBeforeDays: [14], rule: null },
      { event: 'parliament-session-end', asks: 'session-end', offsetDays: -60, remindBeforeDays: [14], rule: null },
      { event: 'election', asks: 'new-government', offsetDays: 183, remindBeforeDays: [14], rule: null },
    ],
  },
  ladder: ladderOf([67, 60, 121, 182, 91, 91]),
  ladderEndDays: 90,
  milestones: [
    milestone('gap-analysis', 'The law is compared with the treaty, article by article', [90, 365], ['The study']),
    milestone('mandate', 'A mandate to draft is given', [120, 450], ['Decision']),
    milestone('bill', 'A bill is drafted and consulted on', [270, 730], ['Bill number', 'Comments received']),
    milestone('cabinet', 'The cabinet sends it to parliament', [365, 900], ['Decision of the cabinet']),
    milestone('readings', 'Parliament adopts it', [450, 1_280], ['Votes']),
    milestone('promulgation', 'It is promulgated', [480, 1_370], ['Gazette reference with its date']),
    milestone('in-force', 'It is in force, with its secondary rules', [540, 1_460], ['Implementing rule']),
    milestone('application', 'Courts and offices apply it', [900, 2_190], ['Case law or statistics']),
  ],
  limits: [{ key: 'no-bill', milestone: 'bill', after: null, withinDays: 548, rung: 3, basis: 'proposal' }],
  closing: ['promulgation', 'in-force'],
  opens: [
    {
      key: 'application',
      playbook: 'general',
      text: 'Show by case law or statistics that the new law is applied, and train those who apply it',
    },
  ],
  deteriorationRung: 2,
  needsValidation: false,
  needsFourEyes: false,
};
