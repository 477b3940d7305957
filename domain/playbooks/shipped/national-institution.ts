import type { Playbook } from '../playbook.ts';
import { commonQuestions, defaultCadence, ladderOf } from './defaults.ts';
import { milestone } from './milestones.ts';

/** A State that never answers reaches rung 3 after 18 months: the limit for a bill. */
export const nationalInstitution: Playbook = {
  key: 'national-institution',
  version: 2,
  title: 'Establish a national human rights institution or ombudsman',
  source:
    'UNDP-OHCHR Toolkit for the steps (pre-establishment, establishment, consolidation); first question 120 days after acceptance, then ' +
    'every 90 days. Decision to law 1 to 3 years, law to working 1 year, working to accreditation 1 to 2 years are estimates; the times ' +
    'between rungs and the limits are proposals; the months of the sessions of the Sub-Committee on Accreditation are from memory.',
  warning: null,
  basedOn: null,
  questions: {
    ...commonQuestions,
    'steering-group': 'Have a government focal point and a steering committee been named?',
    bill: 'Where does the enabling bill stand, and does it follow the Paris Principles?',
    budget: 'Does the draft budget provide for the premises and staff of the institution?',
    'sca-session': 'Will the institution apply to the next session of the Sub-Committee on Accreditation?',
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
    events: [
      { event: 'budget', asks: 'budget', offsetDays: -30, remindBeforeDays: [14], rule: null, onceReached: 'bill' },
      ...([3, 10] as const).map(
        (month) =>
          ({
            event: 'sca-session',
            asks: 'sca-session',
            offsetDays: -90,
            remindBeforeDays: [30],
            rule: { month, weekday: 1, nth: 2 },
            onceReached: 'operating',
          }) as const,
      ),
    ],
  },
  ladder: ladderOf([67, 120, 241, 182, 91, 91]),
  ladderEndDays: 90,
  milestones: [
    milestone('steering-group', 'A focal point and a steering committee are named', [60, 180], ['Act of appointment']),
    milestone('consultation', 'The public is consulted and a model is chosen', [180, 540], ['Record', 'Decision']),
    milestone('bill', 'A bill is drafted against the Paris Principles', [365, 900], ['Bill', 'Comments of OHCHR']),
    milestone('law', 'The law or constitutional provision is adopted', [365, 1_095], ['Law gazette']),
    milestone('appointment', 'Members are appointed in a transparent procedure', [450, 1_280], ['Appointment act']),
    milestone('budget', 'Budget, premises and staff are provided', [540, 1_460], ['Budget line']),
    milestone('operating', 'It works, and reports for the first time', [730, 1_825], ['Annual report']),
    milestone('accreditation-application', 'It applies to GANHRI', [1_000, 2_200], ['Application']),
    milestone('accreditation', 'It is accredited with A status', [1_095, 2_555], ['Report of the Sub-Committee']),
  ],
  limits: [
    { key: 'no-bill', milestone: 'bill', after: null, withinDays: 548, rung: 3, basis: 'proposal' },
    { key: 'no-appointment', milestone: 'appointment', after: 'law', withinDays: 183, rung: 4, basis: 'proposal' },
  ],
  closing: ['law', 'appointment', 'budget', 'operating'],
  opens: [
    {
      key: 'accreditation',
      playbook: 'general',
      text: 'Support the national institution in its accreditation with A status, and in its re-accreditation every five years',
    },
  ],
  deteriorationRung: null,
  needsValidation: false,
  needsFourEyes: false,
};
