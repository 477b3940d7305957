import type { Playbook } from '../playbook.ts';
import { commonQuestions, defaultCadence, ladderOf } from './defaults.ts';
import { milestone } from './milestones.ts';

/** Several States share it: the file of the organisation is split into one part for each of them. */
export const regionalArrangement: Playbook = {
  key: 'regional-arrangement',
  version: 1,
  title: 'Regional or sub-regional arrangement',
  source:
    'Steps from workshop to first work plan. ASEAN took 16 years (idea 1993, charter 2007, commission 2009); the Asia-Pacific workshops ' +
    'since 1994 led to the Tehran Framework (A/HRC/15/39). Reminders 60 and 30 days before summits and workshops, and a yearly review, ' +
    'are proposals: it climbs by the seniority of the meeting, not by days overdue.',
  warning: 'Register it once with the lead State, and split it into one part for each State that shares it.',
  basedOn: null,
  questions: {
    ...commonQuestions,
    summit: 'What will be put before the coming summit or workshop?',
  },
  evidence: ['Communiqué', 'Terms of reference', 'List of members', 'Work plan'],
  cadence: {
    ...defaultCadence,
    everyDays: 365,
    later: { afterDays: 730, everyDays: 365 },
    events: [{ event: 'summit', asks: 'summit', offsetDays: -30, remindBeforeDays: [30], rule: null }],
    remindAfterDays: [14, 45],
  },
  ladder: ladderOf([90, 180, 180, 180, 180, 180]),
  ladderEndDays: 180,
  milestones: [
    milestone('workshop', 'A workshop takes place', [180, 730], ['Report of the workshop']),
    milestone('declaration', 'A political declaration is made', [365, 1_825], ['Communiqué']),
    milestone('study', 'A study is made, or a group of experts meets', [730, 2_555], ['The study']),
    milestone('terms-of-reference', 'Terms of reference are drafted', [1_095, 4_380], ['Terms of reference']),
    milestone('adoption', 'A summit adopts them', [1_460, 5_475], ['Communiqué']),
    milestone('appointments', 'Members are appointed and a secretariat works', [1_645, 5_840], ['List of members']),
    milestone('work-plan', 'The first work plan is agreed', [1_825, 6_205], ['Work plan']),
  ],
  limits: [],
  closing: ['adoption', 'appointments', 'work-plan'],
  opens: [],
  deteriorationRung: null,
  needsValidation: false,
  needsFourEyes: false,
};
