import type { Playbook } from '../playbook.ts';
import { commonQuestions, defaultCadence, ladderOf } from './defaults.ts';
import { milestone } from './milestones.ts';

/** A State that never answers reaches rung 2 after six months (no committee) and rung 4 after 24 (no plan). */
export const nationalActionPlan: Playbook = {
  key: 'national-action-plan',
  version: 2,
  title: 'Draft a national human rights action plan',
  source:
    'OHCHR Professional Training Series No. 10 for the stages; committee at 90 days, baseline at 270, draft at 450, adoption at 540, ' +
    'then half-yearly, are estimates; the times between rungs and the limits are proposals. 88 % of 455 UPR recommendations on national ' +
    'plans were accepted (computed).',
  warning: null,
  basedOn: null,
  questions: {
    ...commonQuestions,
    committee: 'Has the coordinating committee been created, and by which decree?',
    baseline: 'Has the baseline study been completed?',
    draft: 'Is a draft of the plan ready, and who was consulted?',
    adoption: 'Has the plan been adopted and published?',
  },
  evidence: ['Decree creating the committee', 'Baseline study', 'Published plan', 'Progress report', 'Evaluation'],
  cadence: {
    ...defaultCadence,
    checkIns: [
      { afterDays: 90, asks: 'committee' },
      { afterDays: 270, asks: 'baseline' },
      { afterDays: 450, asks: 'draft' },
      { afterDays: 540, asks: 'adoption' },
    ],
    everyDays: 180,
    later: { afterDays: 730, everyDays: 180 },
  },
  ladder: ladderOf([67, 26, 182, 365, 91, 91]),
  ladderEndDays: 90,
  milestones: [
    milestone('committee', 'The coordinating committee is created, with a secretariat', [90, 180], ['Decree']),
    milestone('baseline', 'The baseline study is completed', [180, 365], ['Baseline study']),
    milestone(
      'draft',
      'A draft is ready after consultations and hearings',
      [365, 730],
      ['Draft', 'Record of hearings'],
    ),
    milestone('adoption', 'The plan is adopted and published', [450, 730], ['Published plan']),
  ],
  limits: [
    { key: 'no-committee', milestone: 'committee', after: null, withinDays: 183, rung: 2, basis: 'proposal' },
    { key: 'no-plan', milestone: 'adoption', after: null, withinDays: 730, rung: 4, basis: 'proposal' },
  ],
  closing: ['adoption'],
  opens: [
    {
      key: 'implementation',
      playbook: 'general',
      text: 'Implement the national human rights action plan, report on its progress, and review it at mid-term',
    },
  ],
  deteriorationRung: null,
  needsValidation: false,
  needsFourEyes: false,
};
