import type { Kysely, Transaction } from 'kysely';
import type { DepositUndoing } from '../../domain/follow-up/deposit-events.ts';
import { newsOf } from '../../domain/follow-up/treaty-news.ts';
import type { CalendarDate } from '../../domain/time.ts';
import type { TreatyEvent } from '../../domain/treaty-status/events.ts';
import type { TreatyState } from '../../domain/treaty-status/state.ts';
import { closedAsksFor, openAsksFor } from '../queries/open-asks.ts';
import { treatyStatusVersion } from '../queries/deposits-on-record.ts';
import { registerBatch, type BatchCommand } from './batches.ts';
import { depositsToTell } from './settle.ts';
import type { Schema } from '../schema.ts';

/** What has just been written about one participant's status under one treaty. */
export type WrittenTreatyStatus = {
  readonly participant: string;
  readonly instrument: string;
  readonly written: readonly { readonly eventId: string; readonly event: TreatyEvent }[];
  readonly before: TreatyState;
  readonly state: TreatyState;
};

/**
 * Registers what follows for the follow-ups that ask for the treaty, in the transaction that writes the status: a batch under an id made
 * from the event's, so that nothing is lost by a crash and a repeat registers nothing anew. Returns the batches that the caller starts
 * once it is committed; `recover` starts what is left.
 */
export async function registerConsequences(
  trx: Transaction<Schema>,
  { participant, instrument, written, before, state }: WrittenTreatyStatus,
): Promise<readonly string[]> {
  const news = newsOf(before, state);
  const last = written.at(-1);
  if (news === null || last === undefined) return [];
  const { eventId, event } = last;
  const commands =
    news.what === 'deposit'
      ? await depositsToTell(trx, await openAsksFor(trx, participant, [instrument]), event.at)
      : await tellUndoing(trx, { ...news, participant, instrument });
  if (commands.length === 0) return [];
  const id = `bat_${eventId.replace(/^evt_/, '')}`;
  const reason = `${participant} ${instrument}: ${news.what}`;
  await registerBatch(trx, { id, kind: news.what, reason, at: event.at, commands });
  return [id];
}

type Undone = {
  readonly participant: string;
  readonly instrument: string;
  readonly because: DepositUndoing;
  readonly effectiveOn: CalendarDate | null;
  readonly notification: string | null;
};

/** What the deposit had closed is opened again; whatever is open is told. */
async function tellUndoing(
  db: Kysely<Schema>,
  { participant, instrument, because, effectiveOn, notification }: Undone,
): Promise<readonly BatchCommand[]> {
  const asOf = await treatyStatusVersion(db, participant, instrument);
  const concerned = [
    ...(await openAsksFor(db, participant, [instrument])),
    ...(await closedAsksFor(db, participant, [instrument])),
  ];
  const undoing = { type: 'RecordDenunciation', instrument, because, effectiveOn, notification, asOf } as const;
  return concerned.map(({ recommendationId, isWholeDemand }) => ({
    recommendationId,
    command: { ...undoing, isWholeDemand },
  }));
}
