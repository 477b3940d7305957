import type { ContactId } from '../ids.ts';
import type { FollowUpEvent, Step } from './events.ts';
import type { Role } from './roles.ts';
import { isStarted, type FollowUpState } from './state.ts';

/** What a notice says; a mail template exists for each. */
export const noticeKinds = [
  'reminder-before',
  'check-in',
  'reminder-after',
  'escalation',
  'approval-wanted',
  'decision-wanted',
  'verification-wanted',
  'claim-rejected',
  'extension-decided',
  'role-moved',
  'contact-unreachable',
  'no-cooperation',
  'closed',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** To whom: whoever holds a role, or one contact by id. */
export type NoticeIntent = { readonly kind: NoticeKind; readonly role: Role; readonly contactId?: ContactId };

/** Kinds that ask for an answer and lose their meaning once one is there; the others inform and stay true. */
const askingKinds: readonly NoticeKind[] = [
  'reminder-before',
  'check-in',
  'reminder-after',
  'escalation',
  'role-moved',
];
export const asksForAnswer = (kind: NoticeKind): boolean => askingKinds.includes(kind);

/** What one event says, and to which roles. `state` is the state after the event. */
export function noticesFor(event: FollowUpEvent, state: FollowUpState): readonly NoticeIntent[] {
  switch (event.type) {
    case 'StepFellDue':
      return event.mergedInto === null ? noticesForStep(event.step) : [];
    case 'EscalationDrafted':
      return [intent('approval-wanted', 'manager'), intent('approval-wanted', 'desk-officer')];
    case 'EscalationRaised':
      return event.roles.map((role) => intent('escalation', role));
    case 'NoCooperationRecorded':
      return [intent('no-cooperation', 'manager')];
    case 'ExtensionRequested':
      return [intent('decision-wanted', 'desk-officer')];
    case 'ExtensionDecided':
      return [intent('extension-decided', 'focal-point')];
    case 'ImplementationClaimed':
      return [intent('verification-wanted', 'desk-officer')];
    case 'VerificationRejected':
      return [intent('claim-rejected', 'focal-point')];
    case 'RoleAssigned':
      return isWaitingForAnswer(state) ? [{ kind: 'role-moved', role: event.role, contactId: event.contactId }] : [];
    case 'ContactFoundUnreachable':
      return noticesForMove(event, state);
    case 'FollowUpClosed':
      return [intent('closed', 'focal-point')];
    default:
      return [];
  }
}

function noticesForStep(step: Step): readonly NoticeIntent[] {
  switch (step.kind) {
    case 'reminder':
      return [intent(step.offsetDays < 0 ? 'reminder-before' : 'reminder-after', 'focal-point')];
    case 'check-in':
      return [intent('check-in', 'focal-point')];
    case 'decision-reminder':
      return [intent(kindOfDecision[step.about], step.role)];
    case 'escalation':
    case 'ladder-end':
    case 'pause-end':
      return [];
  }
}

const kindOfDecision = {
  approval: 'approval-wanted',
  extension: 'decision-wanted',
  verification: 'verification-wanted',
} as const;

function noticesForMove(
  event: Extract<FollowUpEvent, { type: 'ContactFoundUnreachable' }>,
  state: FollowUpState,
): readonly NoticeIntent[] {
  const toManager = intent('contact-unreachable', 'manager');
  if (event.movedTo === null || !isWaitingForAnswer(state)) return [toManager];
  return [{ kind: 'role-moved', role: event.role, contactId: event.movedTo }, toManager];
}

/** Something was asked in this round and nobody has answered yet. */
export const isWaitingForAnswer = (state: FollowUpState): boolean =>
  isStarted(state) &&
  state.status === 'open' &&
  state.round !== null &&
  state.round.askedAt !== null &&
  state.round.answeredAt === null;

const intent = (kind: NoticeKind, role: Role): NoticeIntent => ({ kind, role });
