import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from 'fastify-type-provider-zod';
import type { CampaignRejection } from '../domain/campaign/commands.ts';
import type { DialogueRejection } from '../domain/dialogue/commands.ts';
import type { Rejection } from '../domain/follow-up/commands.ts';
import type { TreatyRejection } from '../domain/treaty-status/commands.ts';

export type FieldProblem = { readonly path: string; readonly message: string };

/** Every code that a caller may meet, with its status and what it says. Codes are stable; texts may improve. */
const problems = {
  InvalidRequest: [400, 'The request is not well formed'],
  InvalidJson: [400, 'The body is not valid JSON'],
  InvalidCursor: [400, 'The cursor is not one of ours, or belongs to another sort'],
  SignInRequired: [401, 'Sign in first, or send a token'],
  SignInFailed: [401, 'The address, the password or the code is not right'],
  SignInExpired: [401, 'Signing in took too long, or too many codes were wrong: begin again'],
  Forbidden: [403, 'Your role does not allow this'],
  LinkNotValid: [403, 'This link is not valid'],
  PasswordNotRight: [403, 'The password is not right'],
  CrossSiteRequest: [403, 'The request comes from a page of another site'],
  NotFound: [404, 'There is nothing at this address'],
  UnknownState: [404, 'No such State'],
  UnknownSource: [404, 'No such source'],
  UnknownInstitution: [404, 'No such institution'],
  UnknownContact: [404, 'No such contact'],
  UnknownPlaybook: [404, 'No such playbook'],
  UnknownBatch: [404, 'No such batch'],
  UnknownCampaign: [404, 'No such campaign'],
  UnknownImport: [404, 'No such import'],
  UnknownImportRow: [404, 'The import has no such row'],
  UnknownAlias: [404, 'No such alias'],
  UnknownWorldEvent: [404, 'No such date'],
  UnknownRecommendation: [404, 'No such recommendation'],
  UnknownNotice: [404, 'No such notice'],
  UnknownDialogue: [404, 'No such dialogue entry'],
  NoConfidentialPart: [404, 'This dialogue entry has no confidential part'],
  UnknownCluster: [404, 'No such cluster'],
  UnknownDigest: [404, 'No such digest'],
  UnknownLetter: [404, 'No such letter'],
  UnknownSavedView: [404, 'No such view'],
  UnknownMail: [404, 'No such mail'],
  UnknownHoliday: [404, 'Our own table says nothing of this date'],
  UnknownAbsence: [404, 'No such absence'],
  UnknownLinkKey: [404, 'No such key'],
  UnknownAccount: [404, 'No such account'],
  UnknownSession: [404, 'No such session'],
  UnknownToken: [404, 'No such token'],
  OpenIdNotOffered: [404, 'Signing in through an identity provider is not set up here'],
  UnknownCalendarFeed: [404, 'The contact has no calendar feed'],
  MethodNotAllowed: [405, 'This address does not take that method'],
  LinkCheckingOff: [409, 'This installation looks behind no address: see RELANCE_CHECK_LINKS'],
  EmailTaken: [409, 'This address has an account already'],
  LastAdministrator: [409, 'Nobody else administers this installation'],
  HasPassword: [409, 'The account is in use already: ask for a new password instead'],
  NoPasswordHere: [409, 'This account has no password: it signs in through the identity provider'],
  SecondFactorOn: [409, 'The account has a second factor already: remove it first'],
  SecondFactorNotBegun: [409, 'Begin with a new second factor first'],
  SecondFactorOff: [409, 'The account has no second factor'],
  DigestNotUncertain: [409, 'This digest does not wait for a decision'],
  AlreadyInCluster: [409, 'A recommendation is in another cluster already'],
  AbsenceOverlaps: [409, 'The contact is away on some of these days already'],
  LetterNotWaiting: [409, 'The letter does not wait for approval'],
  LetterOfARung: [409, 'The letter belongs to a rung: dismiss its escalation'],
  LetterNotApproved: [409, 'The letter was not approved'],
  LetterWithdrawn: [409, 'The letter was withdrawn'],
  PlaybookExists: [409, 'There is a playbook with this key already: save its next version'],
  NoLetterWaiting: [409, 'No letter of this campaign waits for approval'],
  ImportNotADraft: [409, 'The import is applied already, or about to be: bring the table again'],
  NothingToDecide: [409, 'Only a row that contradicts what is on record waits for a decision'],
  NameIsKnown: [409, 'This name is known: no alias may give it another meaning'],
  HasAccount: [409, 'The contact signs in with an account: say with andAccount whether that is erased too'],
  HoldsRoles: [409, 'The contact holds roles that nobody else has: name who takes them, or say that they stay empty'],
  NothingConcerned: [409, 'No running follow-up is concerned'],
  ChangedMeanwhile: [412, 'Somebody changed it since it was read: read it again'],
  BodyTooLarge: [413, 'The body is too large'],
  UnsupportedMediaType: [415, 'This content type is not taken here'],
  PasswordTooShort: [422, 'The password is too short: it needs 12 characters'],
  PasswordTooLong: [422, 'The password is too long'],
  PasswordTooCommon: [422, 'Too many people have this password: think of another'],
  PasswordNamesYou: [422, 'The password is your name or your address, and little else'],
  CodeNotRight: [422, 'The code is not right'],
  ScopeDoesNotFitRole: [422, 'The role cannot hold there'],
  GrantTwice: [422, 'A role is granted twice for the same place'],
  IdempotencyKeyReused: [422, 'This Idempotency-Key was used with another body'],
  SuccessorMissing: [422, 'Name the recommendation that carries on'],
  CarriesItself: [422, 'A recommendation cannot carry on itself'],
  TwinNotAParty: [422, 'Only a party to the treaty can help another State to join it'],
  RoleNotHeld: [422, 'The contact does not hold this role here'],
  ReplyBeforeSending: [422, 'The reply would have come before the letter was sent'],
  PlaybookFaulty: [422, 'The playbook cannot be taken: see fields'],
  TooManyConcerned: [422, 'More follow-ups are concerned than one batch takes: narrow the filter'],
  UnprocessableReference: [422, 'The request names something that does not exist'],
  OtherState: [422, 'A recommendation is addressed to another State'],
  InvalidField: [422, 'A field has a value that cannot be taken'],
  AbsenceEndsBeforeStart: [422, 'The absence ends before it begins'],
  AbsenceTooLong: [422, 'The absence is longer than 366 days: give the role to somebody else'],
  SimulationTooLarge: [422, 'The simulation is too large'],
  TableEmpty: [422, 'The table has no header line, or no line behind it'],
  TableNotUtf8: [422, 'The file is not UTF-8: save it as CSV UTF-8'],
  TableNotReadable: [422, 'The file cannot be read as CSV'],
  TableNotRecognised: [422, 'The header has no columns that we know: see the documentation of the import'],
  TableColumnTwice: [422, 'The header names a column twice'],
  TableInstrumentMissing: [422, 'The table does not say which treaty it is about: name it as instrument'],
  TooManyRows: [422, 'The table has too many rows'],
  AliasEmpty: [422, 'The alias has no letters'],
  NotADeliveryReport: [422, 'The message is not a delivery report about one of our digests'],
  PreconditionRequired: [428, 'If-Match is needed: send the ETag that was read'],
  TooManyRequests: [429, 'Too many requests: wait a moment'],
  Cancelled: [499, 'The caller did not wait for the answer'],
  Internal: [500, 'Something went wrong on our side; it is in the log'],
  TooManyReaders: [503, 'Too many screens listen for changes here: ask again in a moment'],
  OpenIdUnavailable: [503, 'The identity provider does not answer'],
  DatabaseUnavailable: [503, 'The database does not answer'],
  TemporalUnavailable: [503, 'Temporal does not answer: commands wait, reading goes on'],
} as const satisfies Record<string, readonly [number, string]>;
export type ProblemCode = keyof typeof problems | Rejection | DialogueRejection | CampaignRejection | TreatyRejection;

/** What the status or the content of a follow-up refuses. */
const rejections: Readonly<Record<Rejection, readonly [number, string]>> = {
  AlreadyStarted: [409, 'The follow-up has been started already'],
  NotStarted: [409, 'The follow-up has not been started'],
  NotOpen: [409, 'The follow-up is not open'],
  AlreadyClosed: [409, 'The follow-up is closed already'],
  NotClosed: [409, 'The follow-up is not closed'],
  AlreadyPaused: [409, 'The follow-up is paused already'],
  NotPaused: [409, 'The follow-up is not paused'],
  NothingToApprove: [409, 'No escalation waits for approval'],
  WrongRung: [409, 'Another rung waits for approval'],
  NothingToVerify: [409, 'No claim waits for verification'],
  NotVerified: [409, 'Only verifying a claim closes as implemented and verified'],
  NothingToValidate: [409, 'No claim waits for validation'],
  NotValidated: [409, 'The claim waits for the validating authority of the State first'],
  PersonUnknown: [403, 'This playbook asks who signs, and nobody can tell who you are: sign in'],
  SamePerson: [403, 'This playbook asks for another person here than whoever has signed the claim before'],
  SignerUnknown: [409, 'Nobody can tell who made this claim or validated it: send it back, so that it is made anew'],
  NoExtensionRequested: [409, 'No extension waits for a decision'],
  ExtensionAlreadyRequested: [409, 'An extension waits for a decision already'],
  SamePosition: [409, 'That is the position on record'],
  AlreadyAssigned: [409, 'The role is held by somebody else already, or by this contact'],
  ExtensionNotLater: [422, 'The date asked for is not later than the due date'],
  PauseEndNotLater: [422, 'The pause would end before it begins'],
  TargetInThePast: [422, 'The target date is in the past'],
  EmptyNote: [422, 'The note is empty'],
  EmptyReason: [422, 'The reason is empty'],
  EvidenceMissing: [422, 'Evidence is missing: name at least one document by its address'],
  UnknownMilestone: [422, 'The playbook of this follow-up has no such milestone'],
  MilestoneAlreadyCompleted: [409, 'The milestone is completed already'],
  MilestoneInTheFuture: [422, 'The milestone would be completed in the future'],
  SamePlaybook: [409, 'The follow-up runs on that version already'],
  ApprovalWaiting: [409, 'An escalation waits for approval: decide on it first'],
  ExtensionWaiting: [409, 'A request for more time waits for a decision: decide on it first'],
  LadderRunning: [409, 'The present question is due: the next one is planned with the new dates when it is answered'],
  SameContact: [422, 'The work would be handed over to whoever has it'],
  NothingHandedOver: [409, 'The contact holds no role here'],
  TooFewParts: [422, 'A recommendation is split into two parts at least'],
  AlreadySplit: [409, 'The recommendation is split already'],
  IsSplit: [409, 'The recommendation is split: its parts are followed up instead'],
  NotAPart: [409, 'That recommendation is no part of this one'],
  AlreadyCarriedOn: [409, 'That recommendation is carried on already'],
  LetterAlreadySent: [409, 'The letter is marked as sent already'],
  LetterNotSent: [409, 'No such letter was sent'],
  LetterAlreadyAnswered: [409, 'The reply to this letter is on record already'],
  DateInTheFuture: [422, 'The date lies in the future'],
  LetterAlreadyDecided: [409, 'The letter was approved or dismissed already'],
  NextStepInThePast: [422, 'The next step would lie in the past'],
  ObstacleAlreadyRecorded: [409, 'The obstacle is on record already'],
  ObstacleNotRecorded: [409, 'No such obstacle is on record'],
  ObstacleMissing: [422, 'Name the obstacle'],
  TwinnedWithItself: [422, 'A State cannot help itself'],
  AlreadyTwinned: [409, 'That State helps this one already'],
  NobodyHelps: [422, 'Name who offers the help: an institution, and no person'],
  RungMissing: [422, 'Name the rung that is recommended'],
  RungNotHigher: [409, 'That rung has been reached already'],
  NoLadder: [409, 'The State took note of the recommendation: it has no ladder'],
  NotAsked: [409, 'The recommendation does not ask for this instrument'],
};

/** What contradicts itself in a dialogue entry, or comes too late. */
const dialogueRejections: Readonly<Record<DialogueRejection, readonly [number, string]>> = {
  AlreadyRecorded: [409, 'The dialogue entry is on record already'],
  NotRecorded: [404, 'No such dialogue entry'],
  AlreadyWithdrawn: [409, 'The dialogue entry has been withdrawn'],
  StillPlanned: [409, 'What is only planned can neither answer nor open anything yet'],
  HasHappened: [409, 'What has answered or opened something has taken place, and is no plan any more'],
  EmptySubject: [422, 'The subject is empty'],
  EmptyReason: [422, 'The reason is empty'],
  EmptyPoint: [422, 'An agreed point is empty'],
  NobodyNamed: [422, 'Name with whom: a State, an institution or a contact'],
  HeldInTheFuture: [422, 'What has happened cannot lie in the future: mark it as planned'],
  PlannedInThePast: [422, 'What is planned cannot lie in the past'],
  EndsBeforeItBegins: [422, 'It would end before it begins'],
  DirectionMissing: [422, 'Say whether the letter or note was sent or received'],
  DirectionNotApplicable: [422, 'Only letters and notes verbales have a direction'],
  LinkToItself: [422, 'A dialogue entry cannot be tied to itself'],
  LinkNotPossible: [422, 'That kind of tie leads to something else'],
};

/** What contradicts a treaty's rules, or what is on record of a status. */
const treatyRejections: Readonly<Record<TreatyRejection, readonly [number, string]>> = {
  UnknownInstrument: [404, 'No such instrument'],
  UnknownParticipant: [404, 'No such participant'],
  MayNotJoin: [422, 'The treaty is open to States alone'],
  BeforeAdoption: [422, 'The date lies before the adoption of the treaty'],
  DateInTheFuture: [422, 'The date lies in the future'],
  AlreadySigned: [409, 'Another signature is on record: correct that entry'],
  SignedAfterDeposit: [422, 'The signature would come after the deposit'],
  AlreadyParty: [
    409,
    'It is a party on that day already, by another deposit: correct that entry, or record a denunciation',
  ],
  NotParty: [409, 'It is not a party that could denounce'],
  DenunciationNotPossible: [422, 'The treaty allows no denunciation: see its facts'],
  DenouncedTooEarly: [422, 'The treaty cannot be denounced so soon after its entry into force for the State'],
  EffectTooEarly: [422, 'The denunciation would take effect before the treaty lets it'],
  InForceTooEarly: [422, 'The treaty would be in force before it can be'],
  ContradictsEntry: [409, 'An entry on record tells the same fact otherwise: correct that entry'],
  UnknownEntry: [422, 'No such entry is on record'],
  CorrectsAnotherKind: [422, 'A correction is of the kind of its entry: strike that one out and record another'],
  UnknownStatement: [422, 'No such statement is on record'],
  StatementAlreadyWithdrawn: [409, 'The statement has been withdrawn already'],
  BeforeStatement: [422, 'The date lies before that of the statement'],
  WithdrawnAfterEffect: [422, 'The denunciation has taken effect: only joining again undoes it'],
  UnknownObjector: [422, 'No such participant'],
  ObjectsToItself: [422, 'Nobody objects to a reservation of its own'],
  EmptyTitle: [422, 'The title is empty'],
  EmptyText: [422, 'The text is empty'],
  EmptyReason: [422, 'The reason is empty'],
};

/** What a campaign refuses. */
const campaignRejections: Readonly<Record<CampaignRejection, readonly [number, string]>> = {
  CampaignAlreadyStarted: [409, 'The campaign has been started already'],
  CampaignNotStarted: [404, 'No such campaign'],
  CampaignHasEnded: [409, 'The campaign has ended'],
  CampaignAlreadyPaused: [409, 'The campaign is paused already'],
  CampaignNotPaused: [409, 'The campaign is not paused'],
  LetterAlreadyHeld: [409, 'The letter has been given out: its day is past changing'],
  EmptyTitle: [422, 'The title is empty'],
  NoInstruments: [422, 'Name a treaty'],
  NoStates: [422, 'Name a State'],
  TooManyTargets: [422, 'A campaign takes no more than 5,000 States times treaties'],
  NotInCampaign: [422, 'The campaign does not turn to this State about that'],
  CampaignTargetInThePast: [422, 'The target date is in the past'],
  LetterInThePast: [422, 'The day of the letter is in the past'],
  WaveOutOfBounds: [422, 'The wave is larger, rarer or faster than a campaign may be'],
  RemindersOutOfBounds: [422, 'The days are too many, too far away or repeated'],
  TreatyEventInOtherYear: [422, 'A Treaty Event stands under another year than its own'],
  EmptyReason: [422, 'The reason is empty'],
  EmptyNote: [422, 'The note is empty'],
};

const known: Readonly<Record<string, readonly [number, string]>> = {
  ...problems,
  ...rejections,
  ...dialogueRejections,
  ...campaignRejections,
  ...treatyRejections,
};

/** A refusal on its way to the caller, as a problem document (RFC 9457). */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  readonly fields: readonly FieldProblem[];
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ProblemCode,
    detail?: string,
    more: { fields?: readonly FieldProblem[]; retryAfterSeconds?: number } = {},
  ) {
    super(detail ?? titleOf(code));
    this.code = code;
    this.fields = more.fields ?? [];
    this.retryAfterSeconds = more.retryAfterSeconds;
  }
}

export const statusOf = (code: ProblemCode): number => known[code]?.[0] ?? 500;
const titleOf = (code: ProblemCode): string => known[code]?.[1] ?? code;

export const problemBody = ({ code, message, fields }: Problem) => ({
  type: `urn:relance:problem:${code}`,
  title: titleOf(code),
  status: statusOf(code),
  code,
  detail: message,
  ...(fields.length > 0 ? { fields } : {}),
});

/** The one error handler: whatever was thrown becomes a problem document. */
export const handleError = (error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply =>
  sendProblem(reply, problemIn(error, request));

/** The problem behind whatever was thrown. Faults of our own are logged whole; a part that is away is one line. */
export function problemIn(error: FastifyError, { log }: FastifyRequest): Problem {
  const problem = problemOf(error);
  if (statusOf(problem.code) === 503) log.warn({ code: problem.code }, 'a part is away');
  else if (statusOf(problem.code) >= 500) log.error({ err: error, code: problem.code }, 'request failed');
  return problem;
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.retryAfterSeconds !== undefined) void reply.header('retry-after', problem.retryAfterSeconds);
  return reply
    .status(statusOf(problem.code))
    .type('application/problem+json')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problemBody(problem));
}

const byFastifyCode: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'InvalidJson',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'InvalidJson',
  FST_ERR_CTP_BODY_TOO_LARGE: 'BodyTooLarge',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'UnsupportedMediaType',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'InvalidRequest',
  FST_ERR_BAD_URL: 'InvalidRequest',
  FST_ERR_MAX_PARAM_LENGTH: 'NotFound',
};

function problemOf(error: FastifyError): Problem {
  if (error instanceof Problem) return error;
  if (hasZodFastifySchemaValidationErrors(error)) return validationProblem(error);
  if (isResponseSerializationError(error)) return new Problem('Internal');
  const code = byFastifyCode[error.code];
  if (code !== undefined) return new Problem(code);
  if (unstorableCodes.includes(error.code))
    return new Problem('InvalidField', 'A text holds the character NUL, which cannot be stored');
  if (isDatabaseAway(error)) return new Problem('DatabaseUnavailable', undefined, { retryAfterSeconds: 5 });
  if (error.statusCode === 429) return new Problem('TooManyRequests', undefined, { retryAfterSeconds: 60 });
  if (error instanceof SyntaxError && error.statusCode === 400) return new Problem('InvalidJson');
  return new Problem(error.statusCode !== undefined && error.statusCode < 500 ? 'InvalidRequest' : 'Internal');
}

type ValidationError = { readonly validation: readonly { readonly instancePath: string; readonly message?: string }[] };

/** Names every field that is wrong, by its path: `/evidence/0/url`. */
function validationProblem({ validation, ...error }: ValidationError & { validationContext?: string }): Problem {
  const fields = validation.map(({ instancePath, message }) => ({
    path: instancePath || '/',
    message: message ?? 'is wrong',
  }));
  const where = error.validationContext ?? 'request';
  const code = where === 'body' ? 'InvalidField' : 'InvalidRequest';
  return new Problem(code, `The ${where} is not accepted: see fields`, { fields });
}

/** What Postgres says of NUL in text and in JSON. */
const unstorableCodes = ['22021', '22P05'];

const awayCodes = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08001',
  '08003',
];

const isDatabaseAway = ({ code, message }: FastifyError): boolean =>
  awayCodes.includes(code) ||
  /Connection terminated|connection timeout|timeout exceeded when trying to connect/i.test(message);
