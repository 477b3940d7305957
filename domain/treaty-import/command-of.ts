import type { Evidence } from '../follow-up/events.ts';
import type { TreatyCommand } from '../treaty-status/commands.ts';
import type { JudgedPart } from './compare.ts';
import type { ConsentKind, StatedConsent, StatedDate } from './read-row.ts';

/** Where it is said, and why it takes the place of what was on record. */
export type Proof = { readonly evidence: readonly Evidence[]; readonly because: string };
export type KindContext = { readonly isSigned: boolean; readonly isOrganization: boolean };

type Untimed<T> = T extends unknown ? Omit<T, 'at'> : never;
export type UntimedTreatyCommand = Untimed<TreatyCommand>;
type NewEntry = Extract<UntimedTreatyCommand, { type: 'RecordSignature' | 'RecordInstrumentDeposit' }>;

/**
 * The command that puts a part on record. What is new is recorded, and so is a day of which only the year was known, which the log
 * takes for a refinement; what contradicts an entry takes its place by a correction.
 */
export function commandOf(part: JudgedPart, context: KindContext, { evidence, because }: Proof): UntimedTreatyCommand {
  const to = entryOf(part, context, evidence);
  const { recorded } = part;
  if (recorded === null || (part.outcome === 'refines' && isSameKind(to, recorded))) return to;
  return { type: 'CorrectTreatyEntry', entry: recorded.entry, to, because };
}

function entryOf(part: JudgedPart, context: KindContext, evidence: readonly Evidence[]): NewEntry {
  const proven = { ...dateOf(part.stated), evidence, notification: null };
  if (part.what === 'signature') return { type: 'RecordSignature', ...proven };
  const how = part.stated.how ?? part.recorded?.how ?? kindBy(context);
  return { type: 'RecordInstrumentDeposit', how, inForceOn: null, ...proven };
}

const isSameKind = (entry: NewEntry, recorded: StatedDate | StatedConsent): boolean =>
  entry.type === 'RecordSignature' || ('how' in recorded && recorded.how === entry.how);

/** Lists of years seldom say how a participant became a party. Who has signed ratifies; who has not accedes. */
function kindBy({ isSigned, isOrganization }: KindContext): ConsentKind {
  if (isOrganization) return 'formal-confirmation';
  return isSigned ? 'ratification' : 'accession';
}

const dateOf = ({ on, precision }: StatedDate) => ({
  on: precision === 'year' ? `${on}-12-31` : on,
  precision,
});
