import type { Playbook } from '../playbook.ts';
import { commonQuestions, defaultCadence, ladderOf } from './defaults.ts';
import { milestone } from './milestones.ts';

/** Widely accepted (93 % of 456 UPR texts, computed): the risk is silence, not refusal. */
export const humanRightsEducation: Playbook = {
  key: 'human-rights-education',
  version: 1,
  title: 'Human-rights education programme',
  source:
    'UN guidelines of 1997 (A/52/469/Add.1) for the steps, their order partly from memory; phases of the World Programme set the target ' +
    'groups (schools; higher education and officials; consolidation and media; youth). Plan 1 year, curriculum 2 to 4 years, first ' +
    'evaluation in year 3 are estimates, as is the beginning of the school year (first Monday of September); the limit is a proposal.',
  warning: null,
  basedOn: null,
  questions: {
    ...commonQuestions,
    committee: 'Has a national committee for human-rights education been created?',
    'school-year': 'What will the coming school year bring: curriculum, materials, teachers and officials trained?',
  },
  evidence: ['National plan', 'Curriculum decree', 'Numbers trained', 'Evaluation'],
  cadence: {
    ...defaultCadence,
    checkIns: [{ afterDays: 120, asks: 'committee' }],
    everyDays: 365,
    later: { afterDays: 730, everyDays: 365 },
    events: [
      {
        event: 'school-year',
        asks: 'school-year',
        offsetDays: -60,
        remindBeforeDays: [14],
        rule: { month: 9, weekday: 1, nth: 1 },
      },
    ],
  },
  ladder: ladderOf([67, 90, 180, 180, 180, 180]),
  ladderEndDays: 90,
  milestones: [
    milestone('committee', 'A national committee is created', [90, 270], ['Decree']),
    milestone('baseline', 'A baseline study is made', [180, 365], ['Baseline study']),
    milestone('plan', 'A plan sets priorities and groups', [300, 450], ['Published plan']),
    milestone('curriculum', 'Curricula are changed', [730, 1_460], ['Curriculum decree']),
    milestone('training', 'Teachers, police and other officials are trained', [365, 1_460], ['Numbers trained']),
    milestone('evaluation', 'The programme is evaluated', [1_000, 1_460], ['Evaluation']),
  ],
  limits: [{ key: 'no-committee', milestone: 'committee', after: null, withinDays: 274, rung: 2, basis: 'proposal' }],
  closing: ['plan', 'curriculum', 'training', 'evaluation'],
  opens: [],
  deteriorationRung: null,
  needsValidation: false,
  needsFourEyes: false,
};
