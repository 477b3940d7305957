import { earliest, type Instant } from '../time.ts';
import type { Status, StepKind } from './events.ts';
import { isWaitingForAnswer } from './notices.ts';
import type { StartedState } from './state.ts';
import { waitsForValidation } from './sign-off.ts';
import { nextTimer } from './timers.ts';

export const waits = [
  'nothing',
  'plan',
  'next-check-in',
  'answer',
  'approval',
  'extension-decision',
  'validation',
  'verification',
  'resume',
  'parts',
] as const;
export type WaitsFor = (typeof waits)[number];

/** What lists filter and sort by; every part is derived from the folded state alone. */
export type Summary = {
  readonly waitsFor: WaitsFor;
  readonly nextStepAt: Instant | null;
  readonly nextStepKind: StepKind | null;
  /** From this instant on somebody must do something; null when nothing is asked. */
  readonly actionNeededFrom: Instant | null;
  /** From this instant on the State is late; null when nothing can become late. */
  readonly overdueFrom: Instant | null;
};

/** What people read, derived from status, rung and the present instant. */
export const readings = [
  'on-track',
  'action-needed',
  'overdue',
  'escalated',
  'paused',
  'under-verification',
  'closed',
] as const;
export type Reading = (typeof readings)[number];

export function summaryOf(state: StartedState): Summary {
  const next = nextTimer(state);
  return {
    waitsFor: waitsFor(state),
    nextStepAt: next?.dueAt ?? null,
    nextStepKind: next?.kind ?? null,
    actionNeededFrom: actionNeededFrom(state),
    overdueFrom: overdueFrom(state),
  };
}

type Readable = {
  readonly status: Status;
  readonly rung: number;
  readonly actionNeededFrom: Instant | null;
  readonly overdueFrom: Instant | null;
};

/** One word for a follow-up at an instant. While it is open, waiting alone never makes the word better. */
export function readingOf(summary: Readable, at: Instant): Reading {
  if (summary.status !== 'open') return summary.status;
  if (summary.rung > 0) return 'escalated';
  if (summary.overdueFrom !== null && summary.overdueFrom <= at) return 'overdue';
  if (summary.actionNeededFrom !== null && summary.actionNeededFrom <= at) return 'action-needed';
  return 'on-track';
}

function waitsFor(state: StartedState): WaitsFor {
  switch (state.status) {
    case 'closed':
      return 'nothing';
    case 'paused':
      return 'resume';
    case 'under-verification':
      return waitsForValidation(state) ? 'validation' : 'verification';
    case 'open':
      if (state.parts) return 'parts';
      if (state.draft) return 'approval';
      if (state.extension) return 'extension-decision';
      if (isWaitingForAnswer(state)) return 'answer';
      return state.planning ? 'plan' : 'next-check-in';
  }
}

function actionNeededFrom(state: StartedState): Instant | null {
  if (state.status !== 'open') return null;
  const { draft, extension, round, missedDueAt } = state;
  const firstAsk = state.pending.find((step) => step.kind === 'reminder' || step.kind === 'check-in')?.dueAt;
  const asked = round && round.answeredAt === null ? (round.askedAt ?? firstAsk) : undefined;
  return earliest(...present(draft?.draftedAt, extension?.requestedAt, asked, missedDueAt, ...limits(state))) ?? null;
}

function overdueFrom(state: StartedState): Instant | null {
  if (state.status !== 'open') return null;
  const { round, missedDueAt } = state;
  const roundDueAt = round && round.answeredAt === null ? round.dueAt : null;
  return earliest(...present(missedDueAt, roundDueAt, ...limits(state), targetPassesAt(state))) ?? null;
}

/** A milestone is late from its limit on, whether or not the clock has come by to say so. */
const limits = ({ late, watches }: StartedState): readonly Instant[] => [
  ...late.map(({ since }) => since),
  ...watches.map(({ dueAt }) => dueAt),
];

/** A State that noted a recommendation has promised nothing by the target date. */
const targetPassesAt = ({ targetOn, position }: StartedState): Instant | null =>
  targetOn === null || position === 'noted' ? null : `${targetOn}T23:59:59.999Z`;

const present = (...moments: readonly (Instant | null | undefined)[]): readonly Instant[] =>
  moments.filter((each): each is Instant => typeof each === 'string');
