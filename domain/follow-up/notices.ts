import type { ContactId } from '../ids.ts';
import type { AppealStep } from './appeal-kinds.ts';
import { settles } from './deposits.ts';
import type { FollowUpEvent, RungCall, Step } from './events.ts';
import { independentRoles, isIndependent, type Role } from './roles.ts';
import { waitsForValidation } from './sign-off.ts';
import { isStarted, type FollowUpState } from './state.ts';

/** What a notice says; a mail template exists for each. */
export const noticeKinds = [
  'reminder-before',
  'check-in',
  'reminder-after',
  'escalation',
  'approval-wanted',
  'decision-wanted',
  'validation-wanted',
  'verification-wanted',
  'claim-rejected',
  'extension-decided',
  'role-moved',
  'contact-unreachable',
  'no-cooperation',
  'closed',
  'view-wanted',
  'letter-to-send',
  'next-steps-opened',
  'appeal-letter-drafted',
  'appeal-letter-to-send',
  'delivery-wanted',
  'delivery-reminder',
  'delivery-reported',
  'treaty-event-ahead',
  'review-wanted',
  'appeal-task-overdue',
  'deposit-closed',
  'deposit-recorded',
  'deposit-undone',
  'thanks-to-send',
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
      return [
        ...event.roles.filter((role) => !isSender(role, event)).map((role) => intent('escalation', role)),
        ...(event.letter === undefined ? [] : [intent('letter-to-send', 'desk-officer')]),
      ];
    case 'NoCooperationRecorded':
      return [intent('no-cooperation', 'manager')];
    case 'ExtensionRequested':
      return [intent('decision-wanted', 'desk-officer')];
    case 'ExtensionDecided':
      return [intent('extension-decided', 'focal-point')];
    case 'ImplementationClaimed':
      return [
        isStarted(state) && waitsForValidation(state)
          ? intent('validation-wanted', 'validating-authority')
          : intent('verification-wanted', 'desk-officer'),
        ...independentRoles.map((role) => intent('view-wanted', role)),
      ];
    case 'ClaimValidated':
      return [intent('verification-wanted', 'desk-officer')];
    case 'VerificationRejected':
    case 'ValidationDeclined':
      return [intent('claim-rejected', 'focal-point')];
    case 'RoleAssigned':
      return movedTo(event.contactId, [event.role], state);
    case 'ContactFoundUnreachable':
      return noticesForMove(event, state);
    case 'WorkHandedOver':
      return movedTo(event.to, event.roles, state);
    case 'AppealStepTaken':
      return noticesForAppealStep(event.step, state);
    case 'AppealLetterApproved':
      return [intent('appeal-letter-to-send', 'desk-officer')];
    case 'AppealDelivered':
      return [intent('delivery-reported', 'desk-officer')];
    case 'FollowUpClosed':
      return [intent('closed', 'focal-point')];
    case 'NextStepsOpened':
      // What a deposit opens while others are missing is told with the deposit.
      return isStarted(state) && state.status !== 'closed' ? [] : [intent('next-steps-opened', 'desk-officer')];
    case 'DepositRecorded':
      return [intent(settles(event) ? 'deposit-closed' : 'deposit-recorded', 'desk-officer')];
    case 'DenunciationRecorded':
      return [intent('deposit-undone', 'desk-officer')];
    case 'LetterApproved':
      return [intent('thanks-to-send', 'desk-officer')];
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
    case 'task-reminder':
      return [intent(kindOfTask(step), step.role)];
    case 'escalation':
    case 'milestone-limit':
    case 'ladder-end':
    case 'pause-end':
      return [];
  }
}

/** Whoever sends the letter of a rung is told just that. */
const isSender = (role: Role, { letter }: RungCall): boolean => letter !== undefined && role === 'desk-officer';

const kindOfDecision = {
  approval: 'approval-wanted',
  extension: 'decision-wanted',
  validation: 'validation-wanted',
  verification: 'verification-wanted',
} as const;

function noticesForMove(
  event: Extract<FollowUpEvent, { type: 'ContactFoundUnreachable' }>,
  state: FollowUpState,
): readonly NoticeIntent[] {
  const toManager = intent('contact-unreachable', 'manager');
  return [...(event.movedTo === null ? [] : movedTo(event.movedTo, [event.role], state)), toManager];
}

/**
 * Whoever takes over what is asked is told so; an independent voice is never asked to answer for the State. A new resident
 * coordinator hears of the letter that waits to be delivered.
 */
function movedTo(contactId: ContactId, roles: readonly Role[], state: FollowUpState): readonly NoticeIntent[] {
  if (roles.includes('resident-coordinator') && hasErrand(state))
    return [{ kind: 'delivery-wanted', role: 'resident-coordinator', contactId }];
  const role = roles.find((each) => !isIndependent(each));
  return role !== undefined && isWaitingForAnswer(state) ? [{ kind: 'role-moved', role, contactId }] : [];
}

const kindOfTask = ({ task, role }: Extract<Step, { kind: 'task-reminder' }>): NoticeKind => {
  if (role === 'manager') return 'appeal-task-overdue';
  return task === 'review' ? 'review-wanted' : 'delivery-reminder';
};

/** The focal point is told of the Treaty Event where the playbook's own rounds do not ask about it. */
function noticesForAppealStep(step: AppealStep, state: FollowUpState): readonly NoticeIntent[] {
  const asksItself = isStarted(state) && state.terms.asksAboutTreatyEvent === true;
  switch (step) {
    case 'letter':
      return [intent('appeal-letter-drafted', 'manager'), intent('appeal-letter-drafted', 'desk-officer')];
    case 'delivery':
      return [intent('delivery-wanted', 'resident-coordinator')];
    case 'treaty-event':
      return [
        intent('treaty-event-ahead', 'resident-coordinator'),
        ...(asksItself ? [] : [intent('treaty-event-ahead', 'focal-point')]),
      ];
    case 'yearly-review':
      return [intent('review-wanted', 'desk-officer')];
  }
}

const hasErrand = (state: FollowUpState): boolean =>
  isStarted(state) && state.status === 'open' && state.appeal?.tasks.some(({ task }) => task !== 'review') === true;

/** Something was asked in this round and nobody has answered yet. */
export const isWaitingForAnswer = (state: FollowUpState): boolean =>
  isStarted(state) &&
  state.status === 'open' &&
  state.round !== null &&
  state.round.askedAt !== null &&
  state.round.answeredAt === null;

const intent = (kind: NoticeKind, role: Role): NoticeIntent => ({ kind, role });
