import { commonQuestions, defaultCadence, defaultLadderDays, defaultLadderEndDays, ladderOf } from './defaults.ts';
import type { Playbook } from './playbook.ts';

/** General check-in, for recommendations that have no playbook of their own. */
const general: Playbook = {
  key: 'general',
  version: 1,
  title: 'General follow-up',
  source: 'Default cadence and ladder: a proposal after the cadences of audit-recommendation trackers.',
  questions: commonQuestions,
  evidence: ['A named document that shows the measure was taken'],
  cadence: defaultCadence,
  ladder: ladderOf(defaultLadderDays),
  ladderEndDays: defaultLadderEndDays,
};

/**
 * A State that never answers is first asked at six months, and so reaches rung 3 after 12 months and rung 5 after 24,
 * unless the Treaty Event comes first.
 */
const ratify: Playbook = {
  key: 'ratify',
  version: 1,
  title: 'Ratify or accede to a treaty',
  source:
    'Treaty Handbook for the steps; rungs at 12 and 24 months, and reminders 90, 45 and 14 days before the Treaty Event, are proposals. ' +
    'The date of the Treaty Event (fourth Tuesday of September) is an estimate: the depositary announces it every year.',
  questions: {
    ...commonQuestions,
    'treaty-event': 'Will the instrument be deposited at the Treaty Event of the United Nations in September?',
  },
  evidence: ['Entry in the United Nations Treaty Collection', 'Depositary notification (C.N. number)'],
  cadence: {
    ...defaultCadence,
    everyDays: 180,
    later: { afterDays: 730, everyDays: 180 },
    yearlyEvents: [{ asks: 'treaty-event', month: 9, weekday: 2, nth: 4, remindBeforeDays: [90, 45, 14] }],
  },
  ladder: ladderOf([67, 60, 58, 182, 183, 182]),
  ladderEndDays: 90,
};

/** A State that never answers reaches rung 3 after 18 months: the limit for a bill. */
const nationalInstitution: Playbook = {
  key: 'national-institution',
  version: 1,
  title: 'Establish a national human rights institution or ombudsman',
  source:
    'UNDP-OHCHR Toolkit for the steps; first question 120 days after acceptance, then every 90 days. The times between rungs are proposals.',
  questions: {
    ...commonQuestions,
    'steering-group': 'Have a government focal point and a steering committee been named?',
    bill: 'Where does the enabling bill stand, and does it follow the Paris Principles?',
  },
  evidence: [
    'Text of the law',
    'Appointment act',
    'Budget line',
    'Annual report',
    'Report of the GANHRI Sub-Committee on Accreditation',
  ],
  cadence: {
    ...defaultCadence,
    checkIns: [
      { afterDays: 120, asks: 'steering-group' },
      { afterDays: 210, asks: 'bill' },
    ],
    later: { afterDays: 730, everyDays: 90 },
  },
  ladder: ladderOf([67, 120, 241, 182, 91, 91]),
  ladderEndDays: 90,
};

/** A State that never answers reaches rung 2 after six months (no committee) and rung 4 after 24 (no plan). */
const nationalActionPlan: Playbook = {
  key: 'national-action-plan',
  version: 1,
  title: 'Draft a national human rights action plan',
  source:
    'OHCHR Professional Training Series No. 10 for the stages; committee at 90 days, baseline at 270, draft at 450, adoption at 540, ' +
    'then half-yearly, are estimates; the times between rungs are proposals.',
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
};

/** The playbooks that ship; an installation stores them at its first start and may add versions of its own. */
export const shippedPlaybooks: readonly Playbook[] = [general, ratify, nationalInstitution, nationalActionPlan];
