import type { AppealStep } from '../follow-up/appeal-kinds.ts';
import type { FollowUpEvent } from '../follow-up/events.ts';

type EventOf<T extends FollowUpEvent['type']> = Extract<FollowUpEvent, { type: T }>;

/** What the engine notes for itself: the rounds, the mails and the rungs that come of it are told. */
export const plumbing: readonly FollowUpEvent['type'][] = ['StepsPlanned', 'StepFellDue', 'TaskStepsPlanned'];

export const isTold = ({ type }: { readonly type: string }): boolean => !plumbing.some((each) => each === type);

/** Lines are made of facts: notes, reasons and statements are people's own words and may name somebody. */
const lines: { readonly [T in FollowUpEvent['type']]?: (event: EventOf<T>) => string } = {
  FollowUpStarted: ({ playbook, position }) =>
    `Follow-up started with playbook ${playbook.key}, version ${playbook.version}; position: ${spaced(position)}`,
  RoundOpened: ({ number, dueOn }) => `Check-in ${number} opened, due on ${dueOn}`,
  EscalationDrafted: ({ rung }) => `Escalation to rung ${rung} drafted; it waits for approval`,
  EscalationRaised: ({ rung, roles }) => `Escalated to rung ${rung}: ${roles.map(spaced).join(', ')}`,
  EscalationDismissed: ({ rung }) => `Escalation to rung ${rung} dismissed`,
  EscalationWithdrawn: ({ rung, because }) => `Escalation to rung ${rung} withdrawn: ${spaced(because)}`,
  NoCooperationRecorded: ({ assessment }) => `The last rung went unanswered: assessed ${assessment}, no cooperation`,
  PositionRecorded: ({ position }) => `Position recorded: ${spaced(position)}`,
  RoleAssigned: ({ role }) => `The role of ${spaced(role)} went to another contact`,
  ContactFoundUnreachable: ({ role, because, movedTo }) =>
    `The ${spaced(role)} cannot be reached (${spaced(because)}); ${movedTo === null ? 'nobody takes the role' : 'the role moved'}`,
  WorkHandedOver: ({ roles }) => `Handed over to another contact: ${roles.map(spaced).join(', ')}`,
  ProgressReported: ({ implementation, via }) =>
    `Progress reported${via === null ? '' : ' in a conversation'}${claimed(implementation)}`,
  MilestoneCompleted: ({ milestone, on }) => `Milestone completed on ${on}: ${spaced(milestone)}`,
  Assessed: ({ assessment }) => `Assessed ${assessment}`,
  IndependentViewRecorded: ({ role, implementation }) =>
    `Independent view of the ${spaced(role)}${claimed(implementation)}`,
  LetterSent: ({ kind, rung, sentOn }) => `${sentenceCase(kind)} of rung ${rung} sent on ${sentOn}`,
  LetterAnswered: ({ receivedOn, implementation }) =>
    `Reply to a letter received on ${receivedOn}${claimed(implementation)}`,
  ExtensionRequested: ({ untilOn }) => `More time asked for, until ${untilOn}`,
  ExtensionDecided: ({ isGranted, untilOn }) =>
    isGranted ? `More time granted, until ${untilOn}` : `More time until ${untilOn} refused`,
  FollowUpPaused: ({ cause, until }) =>
    `Paused${until === null ? '' : ` until ${until.slice(0, 10)}`}${cause === 'other' ? '' : `: ${cause}`}`,
  FollowUpResumed: ({ because }) => (because === 'command' ? 'Resumed' : 'Resumed: the pause has ended'),
  ImplementationClaimed: ({ evidence }) =>
    `The State claims implementation, with ${counted(evidence.length, 'piece')} of evidence`,
  ClaimValidated: () => 'The validating authority of the State confirmed the claim',
  ValidationDeclined: () => 'The validating authority of the State sent the claim back',
  ImplementationVerified: () => 'Implementation verified',
  VerificationRejected: () => 'The claim of implementation was not confirmed',
  FollowUpClosed: ({ reason }) => `Closed: ${spaced(reason)}`,
  FollowUpReopened: () => 'Reopened',
  PlaybookAdopted: ({ to }) => `Moved to playbook ${to.key}, version ${to.version}`,
  RecommendationSplit: ({ parts }) => `Split into ${counted(parts.length, 'part')}`,
  PartProgressed: ({ status, implementation }) => `A part moved: ${spaced(status)}, ${spaced(implementation)}`,
  CarriedOn: ({ how }) => `Carries on an older recommendation (${how})`,
  AppealStepTaken: ({ step, dueOn }) => `${takenLines[step]}${dueOn === null ? '' : `: ${dueOn}`}`,
  AppealStepSkipped: ({ step, because }) => `A campaign passed by without its ${spaced(step)}: ${spaced(because)}`,
  AppealLetterApproved: () => 'The letter of the Secretary-General was approved',
  AppealLetterDismissed: () => 'The letter of the Secretary-General was dismissed',
  AppealDelivered: ({ office, deliveredOn, obstacle }) =>
    `Raised with the Government on ${deliveredOn} (${spaced(office)})${obstacle === null ? '' : `; obstacle: ${spaced(obstacle)}`}`,
  ObstacleRecorded: ({ obstacle }) => `Obstacle recorded: ${spaced(obstacle)}`,
  ObstacleLifted: ({ obstacle }) => `Obstacle lifted: ${spaced(obstacle)}`,
  TwinningArranged: ({ withState }) => `Twinned with ${withState}, which helps`,
  HelpOffered: ({ kind }) => `Help offered: ${spaced(kind)}`,
  AppealReviewed: ({ outcome, recommends }) =>
    `Appeal reviewed: ${spaced(outcome)}${recommends === null ? '' : ` ${recommends}`}`,
  NextStepsOpened: ({ opened }) => `${counted(opened.length, 'next step')} opened`,
  DepositRecorded: ({ instrument, how, on, remaining, isWholeDemand }) =>
    `${instrument}: ${spaced(how)} deposited on ${on}${beyond(remaining, isWholeDemand)}`,
  DenunciationRecorded: ({ instrument, because, effectiveOn }) =>
    because === 'entered-in-error'
      ? `${instrument}: the deposit was entered in error`
      : `${instrument}: denounced${effectiveOn === null ? '' : `, with effect from ${effectiveOn}`}`,
  LetterApproved: () => 'Letter of thanks approved',
  LetterDismissed: () => 'Letter of thanks dismissed',
};

const takenLines: Readonly<Record<AppealStep, string>> = {
  letter: 'A letter of the Secretary-General was drafted',
  delivery: 'The resident coordinator was asked to deliver the letter and follow it up, by',
  'treaty-event': 'Asked about a deposit at the Treaty Event',
  'yearly-review': 'A review of the appeal was asked for, by',
};

/** One line about an event; one that has no words of its own is told by its name, so that nothing is left out. */
export function describeFollowUpEvent(event: FollowUpEvent): string {
  const line = lines[event.type] as ((told: FollowUpEvent) => string) | undefined;
  return line === undefined ? sentenceOf(event.type) : line(event);
}

const beyond = (remaining: readonly string[], isWholeDemand: boolean): string => {
  if (remaining.length > 0) return `; not deposited: ${remaining.join(', ')}`;
  return isWholeDemand ? '' : '; it asks for more than deposits, and stays open';
};
const claimed = (implementation: string | null): string =>
  implementation === null ? '' : `: ${spaced(implementation)}`;
const sentenceCase = (name: string): string => name.slice(0, 1).toUpperCase() + spaced(name).slice(1);
export const spaced = (name: string): string => name.replaceAll('-', ' ');
export const counted = (count: number, noun: string): string => `${count} ${count === 1 ? noun : `${noun}s`}`;

/** `MilestoneCompleted` is "Milestone completed". */
const sentenceOf = (type: string): string =>
  type.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
