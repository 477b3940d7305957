import type { Playbook } from '../playbook.ts';
import { commonQuestions, defaultCadence, defaultLadderDays, defaultLadderEndDays, ladderOf } from './defaults.ts';

/** General check-in, for recommendations that have no playbook of their own. */
export const general: Playbook = {
  key: 'general',
  version: 2,
  title: 'General follow-up',
  source: 'Default cadence and ladder: a proposal after the cadences of audit-recommendation trackers.',
  warning: null,
  basedOn: null,
  questions: commonQuestions,
  evidence: ['A named document that shows the measure was taken'],
  cadence: defaultCadence,
  ladder: ladderOf(defaultLadderDays),
  ladderEndDays: defaultLadderEndDays,
  milestones: [],
  limits: [],
  closing: [],
  opens: [],
  deteriorationRung: null,
  needsValidation: false,
  needsFourEyes: false,
};
