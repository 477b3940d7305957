import type { Instant } from '../time.ts';
import type { AppealTask } from './appeal-kinds.ts';
import type { Role } from './roles.ts';

/** What a rung may send: drafted by the engine, approved, signed and sent by people. */
export const rungLetterKinds = ['note-verbale', 'high-commissioner-letter', 'secretary-general-letter'] as const;
export type RungLetterKind = (typeof rungLetterKinds)[number];

/** Where a rung leads, as a step or an event carries it. */
export type RungCall = {
  readonly rung: number;
  readonly roles: readonly Role[];
  readonly letter?: RungLetterKind;
};
export type RungEntry = RungCall & { readonly needsApproval: boolean };

/** What waits for a decision of the follow-up side, or of the authority that signs for the State. */
export const decisionSubjects = ['approval', 'extension', 'validation', 'verification'] as const;
export type DecisionSubject = (typeof decisionSubjects)[number];

/**
 * One thing that happens at an instant fixed when it was planned.
 * A step carries what the decider needs to know about it, so that deciding never needs the playbook.
 */
export type Step = { readonly id: string; readonly dueAt: Instant } & (
  | { readonly kind: 'reminder'; readonly offsetDays: number }
  | { readonly kind: 'check-in' }
  | ({ readonly kind: 'escalation' } & RungEntry)
  /** A milestone is late by its playbook's limit; `milestone` is null where any milestone would have done. */
  | ({ readonly kind: 'milestone-limit'; readonly limit: string; readonly milestone: string | null } & RungEntry)
  /** The last rung has had its time: from here on the State counts as not cooperating. */
  | { readonly kind: 'ladder-end' }
  | { readonly kind: 'decision-reminder'; readonly about: DecisionSubject; readonly role: Role }
  | { readonly kind: 'pause-end' }
  /** Somebody was asked to do something in an appeal and has not; `offsetDays` after it was due. */
  | {
      readonly kind: 'task-reminder';
      readonly task: AppealTask;
      readonly role: Role;
      readonly offsetDays: number;
    }
);
export type StepKind = Step['kind'];
