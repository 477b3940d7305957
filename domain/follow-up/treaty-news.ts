import type { CalendarDate } from '../time.ts';
import { participationsOf } from '../treaty-status/participations.ts';
import type { EntryOf, TreatyState } from '../treaty-status/state.ts';
import type { DepositUndoing } from './deposit-events.ts';

/** What a change of the treaty status means to whoever asks the State to join; null when nothing changes for them. */
export type TreatyNews =
  | { readonly what: 'deposit' }
  | {
      readonly what: 'denunciation';
      readonly because: DepositUndoing;
      readonly effectiveOn: CalendarDate | null;
      readonly notification: string | null;
    };

/**
 * Read from what stands before and after, and not from the events: a correction, a withdrawn denunciation and a list that is imported in
 * any order then mean what they amount to. A denunciation counts from its notice on: the months until it takes effect are those in
 * which a State may still be won back.
 */
export function newsOf(before: TreatyState, after: TreatyState): TreatyNews | null {
  const [was, is] = [standingDeposit(before), standingDeposit(after)];
  if (is !== undefined) return was !== undefined && isSame(was, is) ? null : { what: 'deposit' };
  if (was === undefined) return null;
  const denunciation = participationsOf(after).at(-1)?.denunciation;
  return denunciation
    ? {
        what: 'denunciation',
        because: 'denounced',
        effectiveOn: denunciation.effectiveOn,
        notification: denunciation.notification,
      }
    : { what: 'denunciation', because: 'entered-in-error', effectiveOn: null, notification: null };
}

type Deposit = EntryOf<'InstrumentDeposited'>;

const standingDeposit = (state: TreatyState): Deposit | undefined =>
  participationsOf(state).findLast(({ denunciation }) => denunciation === null)?.deposit;

const isSame = (one: Deposit, other: Deposit): boolean =>
  one.on === other.on &&
  one.precision === other.precision &&
  one.how === other.how &&
  one.notification === other.notification;
