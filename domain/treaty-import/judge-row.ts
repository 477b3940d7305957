import { participantByCode } from '../reference/participants.ts';
import type { Instant } from '../time.ts';
import type { TreatyCommand, TreatyRejection } from '../treaty-status/commands.ts';
import { decideTreaty, type TreatyStatusOf } from '../treaty-status/decide.ts';
import { evolveTreaty, noTreatyStatus, type TreatyState } from '../treaty-status/state.ts';
import { commandOf, type KindContext, type Proof } from './command-of.ts';
import { judgeDeposit, judgeSignature, type JudgedPart } from './compare.ts';
import type { RowFault, StatedRow } from './read-row.ts';
import { recordedIn, type Recorded } from './recorded.ts';
import type { Repetition, ResolvedRow } from './resolve-rows.ts';

export const rowOutcomes = [
  'new',
  'same',
  'refines',
  'conflict',
  'unknown-participant',
  'unknown-instrument',
  'refused',
] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

export type RefusalCode = RowFault | Repetition['code'] | TreatyRejection;
export type Judgement = {
  readonly outcome: RowOutcome;
  /** Why it is refused. */
  readonly code: RefusalCode | null;
  /** The line that a repeated row repeats or contradicts. */
  readonly otherLine: number | null;
  readonly parts: readonly JudgedPart[];
  /** On record, and not in the table: a table may be older than the log. Nothing comes of it. */
  readonly unstated: readonly JudgedPart['what'][];
};

export type JudgeContext = { readonly state: TreatyState; readonly at: Instant };

/** What one row would do. Total: every row gets an outcome, and every refusal a code. */
export function judgeRow({ row, participant, instrument, repeats }: ResolvedRow, context: JudgeContext): Judgement {
  if ('fault' in row) return refused(row.fault);
  if (participant === null) return { ...nothing, outcome: 'unknown-participant' };
  if (instrument === null) return { ...nothing, outcome: 'unknown-instrument' };
  if (repeats !== null) return { ...refused(repeats.code), otherLine: repeats.otherLine };
  return judgeStated(row.stated, { participant, instrument }, context);
}

/** What is known of a row once everybody knows whom it speaks of. */
export function judgeStated(said: StatedRow, of: TreatyStatusOf, { state, at }: JudgeContext): Judgement {
  // By itself first: what could be true of nobody is refused, whatever is on record.
  const alone = refusalOf(partsOf(said, noRecord), of, { state: noTreatyStatus, at, said });
  if (alone !== null) return refused(alone);
  const recorded = recordedIn(state);
  const parts = partsOf(said, recorded);
  // Beside a conflict nothing can be tried: what goes in depends on what a person decides.
  const isDisputed = parts.some(({ outcome }) => outcome === 'conflict');
  const fresh = parts.filter(({ outcome }) => outcome === 'new' || outcome === 'refines');
  const refusal = isDisputed ? null : refusalOf(fresh, of, { state, at, said });
  if (refusal !== null) return { ...refused(refusal), parts };
  const unstated: JudgedPart['what'][] = [];
  if (said.signature === null && recorded.signature !== null) unstated.push('signature');
  if (said.consent === null && recorded.deposits.length > 0) unstated.push('deposit');
  return { ...nothing, outcome: foremost(parts), parts, unstated };
}

const noRecord: Recorded = { signature: null, deposits: [] };
const nothing = { code: null, otherLine: null, parts: [], unstated: [] } as const;
const refused = (code: RefusalCode): Judgement => ({ ...nothing, outcome: 'refused', code });

/** What a person must look at comes before what goes in by itself. */
const foremost = (parts: readonly JudgedPart[]): RowOutcome =>
  (['conflict', 'new', 'refines'] as const).find((outcome) => parts.some((part) => part.outcome === outcome)) ?? 'same';

function partsOf({ signature, consent }: StatedRow, recorded: Recorded): readonly JudgedPart[] {
  return [
    ...(signature === null ? [] : [judgeSignature(signature, recorded)]),
    ...(consent === null ? [] : [judgeDeposit(consent, recorded)]),
  ];
}

/** Asks the rules of treaty status themselves, one thing after the other, so that a dry run promises only what they allow. */
function refusalOf(
  parts: readonly JudgedPart[],
  of: TreatyStatusOf,
  { state, at, said }: JudgeContext & { readonly said: StatedRow },
): TreatyRejection | null {
  const context = contextOf(state, of, said);
  let now = state;
  for (const part of parts) {
    const command: TreatyCommand = { at, ...commandOf(part, context, trial) };
    const decision = decideTreaty(of, command, now);
    if ('rejected' in decision) return decision.rejected;
    now = decision.events.reduce(evolveTreaty, now);
  }
  return null;
}

const trial: Proof = { evidence: [], because: 'Dry run' };

/** What decides of which kind a deposit was where a list of years does not tell. */
export const contextOf = (state: TreatyState, { participant }: TreatyStatusOf, said: StatedRow): KindContext => ({
  isSigned: said.signature !== null || recordedIn(state).signature !== null,
  isOrganization: participantByCode(participant)?.kind === 'organization',
});
