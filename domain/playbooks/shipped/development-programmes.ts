import type { Playbook, Rung } from '../playbook.ts';
import { commonQuestions, defaultCadence, ladderOf } from './defaults.ts';
import { milestone } from './milestones.ts';

/** Planning ministries answer to the United Nations in the country first, and to the foreign ministry later. */
const ladder: readonly Rung[] = ladderOf([67, 45, 60, 90, 90, 90]).map((rung, index): Rung => {
  if (index === 1)
    return {
      ...rung,
      roles: ['resident-coordinator', 'desk-officer'],
      says: 'The resident coordinator raises it with the planning ministry; the desk officer is told.',
    };
  if (index === 3)
    return {
      ...rung,
      roles: ['validating-authority', 'nmirf-secretariat', 'manager'],
      says: 'The foreign ministry and the national mechanism are asked; the manager is informed.',
    };
  return rung;
});

export const developmentProgrammes: Playbook = {
  key: 'development-programmes',
  version: 1,
  title: 'Human rights in development programmes',
  source:
    'Bound to the planning cycle of 4 to 5 years; the window of 12 to 18 months before a new cooperation framework is an estimate. ' +
    'Reminders 18, 12 and 6 months before the framework is signed are proposals. 99 % of 147 UPR texts were accepted (computed).',
  warning: null,
  basedOn: null,
  questions: {
    ...commonQuestions,
    framework: 'How does the coming cooperation framework take up this recommendation?',
    'annual-review': 'What does the annual review show for the indicators of this recommendation?',
  },
  evidence: ['Text of the framework', 'Indicator table', 'Budget tag', 'Annual report'],
  cadence: {
    ...defaultCadence,
    everyDays: 180,
    later: { afterDays: 730, everyDays: 180 },
    events: [
      ...([-548, -365, -183] as const).map(
        (offsetDays) =>
          ({
            event: 'cooperation-framework',
            asks: 'framework',
            offsetDays,
            remindBeforeDays: [30],
            rule: null,
          }) as const,
      ),
      { event: 'annual-review', asks: 'annual-review', offsetDays: -30, remindBeforeDays: [14], rule: null },
    ],
  },
  ladder,
  ladderEndDays: 90,
  milestones: [
    milestone('analysis', 'The common country analysis takes it up', [180, 540], ['Common country analysis']),
    milestone('priority', 'It is a priority of the framework and the national plan', [365, 900], ['Framework']),
    milestone('indicators', 'It has indicators and a budget', [450, 1_000], ['Indicator table', 'Budget tag']),
    milestone('work-plan', 'A joint work plan names who does what', [540, 1_095], ['Work plan']),
    milestone('reviewed', 'It is reviewed yearly', [900, 1_460], ['Annual report']),
    milestone('evaluation', 'The framework is evaluated', [1_460, 1_825], ['Evaluation']),
  ],
  limits: [],
  closing: ['priority', 'indicators', 'work-plan', 'reviewed'],
  opens: [],
  deteriorationRung: null,
  needsValidation: false,
  needsFourEyes: false,
};
