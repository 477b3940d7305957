import type { FollowUpEvent } from '../../domain/follow-up/events.ts';
import type { OfferedCommand } from '../../domain/follow-up/allowed.ts';

type Kebab<S extends string> = S extends `${infer Head}${infer Tail}`
  ? Tail extends Uncapitalize<Tail>
    ? `${Uncapitalize<Head>}${Kebab<Tail>}`
    : `${Uncapitalize<Head>}-${Kebab<Tail>}`
  : S;
/** A command as its address has it. */
export type CommandName = Kebab<OfferedCommand>;

/** What the screen of one recommendation says. */
export type OneWords = {
  readonly waitsFor: string;
  readonly asked: string;
  readonly whatToDo: string;
  readonly whatElse: string;
  readonly people: string;
  readonly nobody: string;
  readonly unreachable: string;
  readonly away: string;
  readonly milestones: string;
  readonly reachedOn: string;
  readonly late: string;
  readonly usually: string;
  readonly timeline: string;
  readonly timelineHint: string;
  readonly ahead: string;
  readonly ifNobodyAnswers: string;
  readonly assumesApproval: string;
  readonly beforeStart: string;
  readonly to: string;
  readonly proof: string;
  readonly proofHint: string;
  readonly print: string;
  readonly noProof: string;
  readonly notAgreeing: string;
  readonly letter: string;
  readonly events: Readonly<Record<FollowUpEvent['type'], string>>;
  readonly commands: Readonly<Record<CommandName, string>>;
  readonly fields: Readonly<
    Record<
      | 'note'
      | 'reason'
      | 'statement'
      | 'on'
      | 'untilOn'
      | 'evidenceUrl'
      | 'evidenceDescription'
      | 'milestone'
      | 'role'
      | 'contact'
      | 'cause'
      | 'isAlreadyDone'
      | 'isGranted'
      | 'version'
      | 'part'
      | 'optional',
      string
    >
  >;
  readonly granted: string;
  readonly notGranted: string;
  readonly addPart: string;
  readonly send: string;
  readonly done: string;
  /** Asked before what cannot be taken back. */
  readonly sure: string;
};
