import type { Playbook } from '../playbook.ts';
import { commonQuestions, defaultCadence, ladderOf } from './defaults.ts';
import { milestone } from './milestones.ts';

/**
 * A State that never answers is first asked at six months, and so reaches rung 3 after 12 months and rung 5 after 24,
 * unless the Treaty Event comes first. One that answers and moves nothing reaches them by the limits.
 */
export const ratify: Playbook = {
  key: 'ratify',
  version: 2,
  title: 'Ratify or accede to a treaty',
  source:
    'Treaty Handbook for the steps. Durations are estimates around the computed time from signature to ratification (median 0.8 years ' +
    'for the CRC, 2.3 for CEDAW, 5.6 for the ICESCR; UN Treaty Collection to 2015); many States accede without signing. Rungs at 12 and ' +
    '24 months without any milestone, and reminders 90, 45 and 14 days before the Treaty Event, are proposals. The date of the Treaty ' +
    'Event (fourth Tuesday of September) is an estimate: the depositary announces it every year.',
  warning: null,
  basedOn: null,
  questions: {
    ...commonQuestions,
    'treaty-event': 'Will the instrument be deposited at the Treaty Event of the United Nations in September?',
    parliament: 'Is the ratification on the agenda of the session of parliament that opens?',
    review: 'What will the State report on this ratification at its review, or at mid-term?',
  },
  evidence: ['Entry in the United Nations Treaty Collection', 'Depositary notification (C.N. number)'],
  cadence: {
    ...defaultCadence,
    everyDays: 180,
    later: { afterDays: 730, everyDays: 180 },
    events: [
      {
        event: 'treaty-event',
        asks: 'treaty-event',
        offsetDays: 0,
        remindBeforeDays: [90, 45, 14],
        rule: { month: 9, weekday: 2, nth: 4 },
      },
      { event: 'parliament-opening', asks: 'parliament', offsetDays: 0, remindBeforeDays: [30, 14], rule: null },
      { event: 'upr-mid-term', asks: 'review', offsetDays: -30, remindBeforeDays: [30], rule: null },
      { event: 'upr-review', asks: 'review', offsetDays: -90, remindBeforeDays: [30], rule: null },
    ],
  },
  ladder: ladderOf([67, 60, 58, 182, 183, 182]),
  ladderEndDays: 90,
  milestones: [
    milestone('acknowledged', 'The appeal is acknowledged', [14, 90], ['Letter of the State']),
    milestone('focal-point-named', 'A focal point in the treaty section is named', [30, 180], ['Letter of the State']),
    milestone(
      'compatibility-study',
      'Compatibility with domestic law is studied, NHRI and civil society are consulted, the text is translated',
      [180, 540],
      ['The study', 'Record of the consultation'],
    ),
    milestone('cabinet-decision', 'The cabinet decides, with draft reservations if any', [270, 800], ['The decision']),
    milestone('signature', 'The State signs (where it uses signature)', [90, 900], ['Treaty Collection: signature']),
    milestone('parliament-approval', 'Parliament approves', [365, 1_300], ['Votes', 'Act of approval']),
    milestone('domestic-act', 'The domestic act is published: not yet a ratification', [400, 1_500], ['Law gazette']),
    milestone(
      'deposit',
      'The instrument is deposited with the depositary',
      [365, 1_825],
      ['Depositary notification (C.N. number)', 'Entry in the United Nations Treaty Collection'],
      'computed',
    ),
  ],
  limits: [
    { key: 'stalled-12', milestone: null, after: null, withinDays: 365, rung: 3, basis: 'proposal' },
    { key: 'stalled-24', milestone: null, after: null, withinDays: 730, rung: 5, basis: 'proposal' },
  ],
  closing: ['deposit'],
  opens: [
    {
      key: 'initial-report',
      playbook: 'general',
      text: 'Submit the initial report under the treaty that was ratified',
    },
    {
      key: 'reservations',
      playbook: 'general',
      text: 'Review, with a view to withdrawing them, the reservations made to the treaty that was ratified',
    },
    {
      key: 'optional-protocols',
      playbook: 'ratify',
      text: 'Ratify or accede to the optional protocols, and accept the complaints procedures, of the treaty that was ratified',
    },
  ],
  deteriorationRung: null,
  needsValidation: false,
  needsFourEyes: false,
};
