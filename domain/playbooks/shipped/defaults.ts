import type { Cadence, Rung } from '../playbook.ts';

/** Asked in every playbook. */
export const commonQuestions = {
  'check-in': 'What has been done since the last check-in, and what comes next?',
  'target-date': 'The target date has come: has the recommendation been implemented?',
} as const;

/** Proposal after the cadences of audit trackers: 90 days for two years, 180 later, 365 for noted items. */
export const defaultCadence: Cadence = {
  checkIns: [],
  everyDays: 90,
  later: { afterDays: 730, everyDays: 180 },
  events: [],
  remindBeforeDays: [30, 14, 3],
  remindAfterDays: [3, 10, 30, 60],
  quiet: { everyDays: 365, remindBeforeDays: [14], remindAfterDays: [14] },
};

/** Rung 1 comes a week after the last reminder (60 days after the due date). */
export const afterLastReminderDays = 67;
export const defaultLadderDays = [afterLastReminderDays, 30, 30, 30, 30, 30] as const;
export const defaultLadderEndDays = 60;

/** The default ladder, with the days that each rung takes. Rungs 3 and above need a person's approval. */
export const ladderOf = (afterDays: readonly [number, number, number, number, number, number]): readonly Rung[] => [
  {
    afterDays: afterDays[0],
    roles: ['focal-point', 'alternate'],
    needsApproval: false,
    says: 'The focal point and the alternate are asked together.',
  },
  {
    afterDays: afterDays[1],
    roles: ['validating-authority', 'nmirf-secretariat'],
    needsApproval: false,
    says: 'The validating authority and the national mechanism are told.',
  },
  {
    afterDays: afterDays[2],
    roles: ['desk-officer', 'permanent-mission'],
    needsApproval: true,
    says: 'The desk officer calls, and a note verbale goes to the permanent mission.',
    letter: 'note-verbale',
  },
  {
    afterDays: afterDays[3],
    roles: ['resident-coordinator', 'manager'],
    needsApproval: true,
    says: 'The resident coordinator raises it in the country; the manager is informed.',
  },
  {
    afterDays: afterDays[4],
    roles: ['high-commissioner', 'desk-officer'],
    needsApproval: true,
    says: 'A letter of the High Commissioner goes to the minister.',
    letter: 'high-commissioner-letter',
  },
  {
    afterDays: afterDays[5],
    roles: ['high-commissioner', 'manager'],
    needsApproval: true,
    says: 'The High Commissioner or the Secretary-General raises it at a meeting; it is mentioned in the public report.',
  },
];
