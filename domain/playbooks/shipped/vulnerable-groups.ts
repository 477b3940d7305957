import type { Playbook } from '../playbook.ts';
import { commonQuestions, defaultCadence, ladderOf } from './defaults.ts';
import { milestone } from './milestones.ts';

export const vulnerableGroups: Playbook = {
  key: 'vulnerable-groups',
  version: 2,
  title: 'Protection of vulnerable groups',
  source:
    'Steps from disaggregated data to outcome. Policy within 1 to 2 years and effect after 3 to 10 are estimates. Yearly with figures; ' +
    'at once to rung 4 on deterioration (assessment E). Where the paragraph is a priority, copy this playbook and ask half-yearly.',
  warning:
    'Answers may put persons in danger. Name no victim, witness or source in anything written here: mails, pages and letters show it. ' +
    'Mostly general actions (category 4): split it into measurable parts first, or it can never close.',
  basedOn: null,
  questions: {
    ...commonQuestions,
    'check-in': 'What do the newest figures show for the group concerned, and what was done? Please name nobody.',
  },
  evidence: ['Outcome statistics', 'An independent view', 'Law or policy', 'Mandate and budget of the agency'],
  cadence: {
    ...defaultCadence,
    everyDays: 365,
    later: { afterDays: 730, everyDays: 365 },
  },
  ladder: ladderOf([67, 60, 60, 90, 90, 90]),
  ladderEndDays: 90,
  milestones: [
    milestone('data', 'Disaggregated data are there', [180, 540], ['Statistics']),
    milestone('consultation', 'The group itself is consulted', [180, 540], ['Record of the consultation']),
    milestone('policy', 'A law or policy is adopted', [365, 730], ['Law or policy']),
    milestone('agency', 'An agency has the mandate and the budget', [450, 1_095], ['Mandate', 'Budget line']),
    milestone('service', 'The service or remedy reaches people', [730, 1_825], ['Numbers reached']),
    milestone(
      'outcome',
      'The outcome indicator shows it',
      [1_095, 3_650],
      ['Outcome statistics', 'An independent view'],
    ),
  ],
  limits: [],
  closing: ['service', 'outcome'],
  opens: [],
  deteriorationRung: 4,
  // A claim about people in danger is the one that must not rest on a single person's word.
  needsValidation: true,
  needsFourEyes: true,
};
