import { z } from 'zod';
import type { CampaignEvent } from '../domain/campaign/events.ts';
import { supersededReasons, type CorrespondenceEvent } from '../domain/correspondence/events.ts';
import type { DialogueEvent } from '../domain/dialogue/events.ts';
import { appealTasks } from '../domain/follow-up/appeal-kinds.ts';
import { depositUndoings } from '../domain/follow-up/deposit-events.ts';
import {
  assessments,
  closureReasons,
  decisionSubjects,
  implementations,
  letterKinds,
  pauseCauses,
  positions,
  rungLetterKinds,
  unreachableReasons,
  withdrawalCauses,
  type FollowUpEvent,
} from '../domain/follow-up/events.ts';
import { independentRoles, roles } from '../domain/follow-up/roles.ts';
import { noTerms } from '../domain/follow-up/state.ts';
import { depositWays, precisions, type TreatyEvent } from '../domain/treaty-status/events.ts';
import { appealShapes } from './appeal-shapes.ts';
import { campaignShapes } from './campaign-shapes.ts';
import { dialogueShapes } from './dialogue-shapes.ts';
import { treatyShapes } from './treaty-shapes.ts';

export type RelanceEvent = FollowUpEvent | CorrespondenceEvent | DialogueEvent | TreatyEvent | CampaignEvent;

/** An event as the log keeps it: the type and the instant are columns of their own. */
export type EncodedEvent = {
  readonly type: string;
  readonly schemaVersion: number;
  readonly at: string;
  readonly data: Readonly<Record<string, unknown>>;
};

const at = z.iso.datetime({ precision: 3 });
const date = z.iso.date();
const role = z.enum(roles);
const id = z.string().min(1);
const rung = z.int().min(1);
const evidence = z.strictObject({ url: z.string(), description: z.string() });
const playbook = z.strictObject({ key: id, version: z.int().min(1) });

const rungCall = { rung, roles: z.array(role), letter: z.enum(rungLetterKinds).optional() };
const rungEntry = { ...rungCall, needsApproval: z.boolean() };
const terms = z.strictObject({
  milestones: z.array(id),
  closing: z.array(id),
  alarm: z.strictObject(rungEntry).nullable(),
  asksAboutTreatyEvent: z.boolean().optional(),
  needsValidation: z.boolean().optional(),
  needsFourEyes: z.boolean().optional(),
});
const opened = z.array(
  z.strictObject({
    recommendationId: id,
    stateCode: id,
    playbook: id,
    text: z.string(),
    targetOn: date.nullable().optional(),
    instruments: z.array(id).optional(),
  }),
);
const implementation = z.enum(implementations).nullable();

const stepBase = { id, dueAt: at };
const step = z.discriminatedUnion('kind', [
  z.strictObject({ ...stepBase, kind: z.literal('reminder'), offsetDays: z.int() }),
  z.strictObject({ ...stepBase, kind: z.literal('check-in') }),
  z.strictObject({ ...stepBase, kind: z.literal('escalation'), ...rungEntry }),
  z.strictObject({
    ...stepBase,
    kind: z.literal('milestone-limit'),
    limit: id,
    milestone: id.nullable(),
    ...rungEntry,
  }),
  z.strictObject({ ...stepBase, kind: z.literal('ladder-end') }),
  z.strictObject({ ...stepBase, kind: z.literal('decision-reminder'), about: z.enum(decisionSubjects), role }),
  z.strictObject({ ...stepBase, kind: z.literal('pause-end') }),
  z.strictObject({
    ...stepBase,
    kind: z.literal('task-reminder'),
    task: z.enum(appealTasks),
    role,
    offsetDays: z.int(),
  }),
]);

const digestId = id;
const response = z.string();
const reason = z.string();
/** Ids of persons, never names. */
const by = z.array(id).optional();

/** The present shape of every event's data. A new shape gets a new schema version and an upcast below. */
const shapes = {
  FollowUpStarted: {
    stateCode: id,
    playbook,
    position: z.enum(positions),
    targetOn: date.nullable(),
    terms,
    parentId: id.nullable(),
  },
  RoundOpened: {
    number: z.int().min(1),
    asks: id,
    dueOn: date,
    dueAt: at,
    steps: z.array(step),
    watches: z.array(step),
  },
  StepsPlanned: { purpose: z.enum(['rung', ...decisionSubjects]), steps: z.array(step) },
  StepFellDue: { step, mergedInto: id.nullable() },
  EscalationDrafted: rungCall,
  EscalationRaised: rungCall,
  EscalationDismissed: { rung, reason },
  EscalationWithdrawn: { rung, because: z.enum(withdrawalCauses) },
  NoCooperationRecorded: { assessment: z.literal('D') },
  PositionRecorded: { position: z.enum(positions), statement: z.string().nullable() },
  RoleAssigned: { role, contactId: id },
  ContactFoundUnreachable: { contactId: id, role, because: z.enum(unreachableReasons), movedTo: id.nullable() },
  WorkHandedOver: { from: id, to: id, roles: z.array(role), reason },
  ProgressReported: { note: z.string(), implementation, via: id.nullable() },
  MilestoneCompleted: { milestone: id, on: date, note: z.string(), evidence: z.array(evidence) },
  Assessed: { assessment: z.enum(assessments), reason },
  IndependentViewRecorded: {
    role: z.enum(independentRoles),
    contactId: id.nullable(),
    note: z.string(),
    implementation,
    evidence: z.array(evidence),
  },
  LetterSent: {
    letterId: id,
    kind: z.enum(letterKinds),
    rung: z.int().min(0),
    reference: z.string(),
    sentOn: date,
    scan: z.string().nullable(),
  },
  LetterAnswered: { letterId: id, receivedOn: date, note: z.string(), implementation },
  ExtensionRequested: { untilOn: date, reason },
  ExtensionDecided: { isGranted: z.boolean(), untilOn: date, reason },
  FollowUpPaused: { cause: z.enum(pauseCauses), reason, until: at.nullable() },
  FollowUpResumed: { because: z.enum(['command', 'pause-ended']) },
  ImplementationClaimed: { note: z.string(), evidence: z.array(evidence), by },
  ClaimValidated: { note: z.string(), by },
  ValidationDeclined: { reason, by },
  ImplementationVerified: { evidence, note: z.string().nullable(), by },
  VerificationRejected: { reason },
  FollowUpClosed: {
    reason: z.enum(closureReasons),
    note: z.string(),
    evidence: evidence.nullable(),
    by: id.nullable(),
  },
  FollowUpReopened: { reason },
  PlaybookAdopted: { from: playbook, to: playbook, terms, reason },
  ReplanRequested: { reason },
  RecommendationSplit: { parts: opened },
  PartProgressed: {
    recommendationId: id,
    status: z.enum(['open', 'paused', 'under-verification', 'closed']),
    implementation: z.enum(implementations),
    assessment: z.enum(assessments).nullable(),
    closure: z.enum(closureReasons).nullable(),
  },
  CarriedOn: { from: id, how: z.enum(['superseded', 'merged']) },
  NextStepsOpened: { opened },
  TaskStepsPlanned: { task: z.enum(appealTasks), steps: z.array(step) },
  ...appealShapes,
  DepositRecorded: {
    instrument: id,
    on: date,
    how: z.enum(depositWays),
    precision: z.enum(precisions),
    notification: z.string().nullable(),
    url: z.string().nullable(),
    inForceOn: date.nullable(),
    firstReportDueOn: date.nullable(),
    remaining: z.array(id),
    isWholeDemand: z.boolean(),
    isCorrection: z.boolean(),
    asOf: z.int().min(0),
  },
  DenunciationRecorded: {
    instrument: id,
    effectiveOn: date.nullable(),
    notification: z.string().nullable(),
    because: z.enum(depositUndoings),
    isWholeDemand: z.boolean(),
    asOf: z.int().min(0),
  },
  LetterApproved: { letterId: id },
  LetterDismissed: { letterId: id, reason },
  DigestComposed: { digestId, messageId: id, onDate: date, noticeIds: z.array(id), carriesRoutine: z.boolean() },
  NoticesSuperseded: {
    notices: z.array(z.strictObject({ noticeId: id, reason: z.enum(supersededReasons), by: id.nullable() })),
  },
  NoticesReaddressed: { notices: z.array(z.strictObject({ noticeId: id, to: id, actingAs: role })) },
  DigestAccepted: { digestId, response },
  DigestDeferred: { digestId, response },
  DigestRefused: { digestId, response },
  DigestLeftUncertain: { digestId, reason },
  DigestResolved: { digestId, wasDelivered: z.boolean() },
  DigestBounced: { digestId, status: z.string(), isPermanent: z.boolean() },
  ...dialogueShapes,
  ...campaignShapes,
  ...treatyShapes,
} as const satisfies Record<RelanceEvent['type'], z.ZodRawShape>;

const schemas = new Map<string, z.ZodType>(
  Object.entries(shapes).map(([type, shape]) => [type, z.strictObject({ type: z.literal(type), at, ...shape })]),
);

/** Turns the data of one schema version into that of the next; keyed `Type@version`. Stored events are never rewritten. */
export type Upcasts = Readonly<Record<string, (data: Readonly<Record<string, unknown>>) => Record<string, unknown>>>;
const upcasts: Upcasts = {
  'FollowUpStarted@1': (data) => ({ ...data, terms: noTerms, parentId: null }),
  'RoundOpened@1': (data) => ({ ...data, watches: [] }),
  'ProgressReported@1': (data) => ({ ...data, via: null }),
  'IndependentViewRecorded@1': (data) => ({ ...data, evidence: [] }),
  'FollowUpPaused@1': (data) => ({ ...data, cause: 'other' }),
  'FollowUpClosed@1': (data) => ({ ...data, by: null }),
  // Nothing said which of the notices were routine: counting them as such costs a week's patience at most.
  'DigestComposed@1': (data) => ({ ...data, carriesRoutine: true }),
};

export function encodeEvent(event: RelanceEvent, known: Upcasts = upcasts): EncodedEvent {
  const { type, at: happenedAt, ...data } = checked(event.type, event);
  return { type, schemaVersion: schemaVersionOf(type, known), at: happenedAt, data };
}

export function decodeEvent<T extends RelanceEvent = RelanceEvent>(encoded: EncodedEvent, known: Upcasts = upcasts): T {
  const { type, at: happenedAt } = encoded;
  return checked(type, { type, at: happenedAt, ...upcast(encoded, known) }) as T;
}

/**
 * The event in the present shape. An append that waited through an upgrade, with the database away, brings the shape of
 * the day on which it was decided: it is read as a stored one is, or it would be refused for ever.
 */
export function inPresentShape<T extends RelanceEvent>(event: T, known: Upcasts = upcasts): T {
  const { type, at: happenedAt, ...data } = event;
  for (let version = schemaVersionOf(type, known); version >= 1; version -= 1) {
    const read = upcast({ type, data, schemaVersion: version }, known);
    const parsed = schemas.get(type)?.safeParse({ type, at: happenedAt, ...read });
    if (parsed?.success) return parsed.data as T;
  }
  return event; // Encoding it says what is wrong.
}

function upcast(encoded: Omit<EncodedEvent, 'at'>, known: Upcasts): EncodedEvent['data'] {
  let { data } = encoded;
  for (let version = encoded.schemaVersion; known[`${encoded.type}@${version}`]; version += 1)
    data = known[`${encoded.type}@${version}`]?.(data) ?? data;
  return data;
}

function checked(type: string, event: object): RelanceEvent {
  const schema = schemas.get(type);
  if (schema === undefined) throw new Error(`Unknown event type ${type}: was it written by a newer version?`);
  return schema.parse(event) as RelanceEvent;
}

/** One more than the upcasts that lead up to the present shape. */
function schemaVersionOf(type: string, known: Upcasts): number {
  let version = 1;
  while (known[`${type}@${version}`]) version += 1;
  return version;
}
