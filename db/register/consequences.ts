import type { Kysely, Transaction } from 'kysely';
import type { DepositUndoing } from '../../domain/follow-up/deposit-events.ts';
import type { RecommendationId } from '../../domain/ids.ts';
import type { CalendarDate, Instant } from '../../domain/time.ts';
import { asksOf, closedAsksFor, openAsksFor, type Ask } from '../queries/open-asks.ts';
import { registerBatch, type BatchCommand } from './batches.ts';
import { afterTelling, commandFor, depositsToTell } from './settle.ts';
import type { Schema } from '../schema.ts';

/** What a treaty event means to the follow-ups of its State. */
export type StatusNews =
  | { readonly what: 'deposit'; readonly eventId: string; readonly at: Instant }
  | {
      readonly what: 'denunciation';
      readonly eventId: string;
      readonly at: Instant;
      readonly because: DepositUndoing;
      readonly effectiveOn: CalendarDate | null;
      readonly notification: string | null;
    };

export type StatusChange = {
  readonly participant: string;
  readonly instrument: string;
  readonly news: readonly StatusNews[];
};

/**
 * Registers what follows from a change of the treaty status, in the transaction that writes it: one batch for each event, under an id
 * made from the event's, so that nothing is lost by a crash and a repeat registers nothing anew. Returns the batches to start.
 */
export async function registerStatusChange(
  trx: Transaction<Schema>,
  { participant, instrument, news }: StatusChange,
): Promise<readonly string[]> {
  const batchIds: string[] = [];
  for (const each of news) {
    const commands =
      each.what === 'deposit'
        ? await tellDeposits(trx, await openAsksFor(trx, participant, [instrument]), each.at)
        : await tellUndoing(trx, participant, instrument, each);
    if (commands.length === 0) continue;
    const id = batchIdOf(each.eventId);
    const reason = `${participant} ${instrument}: ${each.what}`;
    await registerBatch(trx, { id, kind: each.what, reason, at: each.at, commands });
    batchIds.push(id);
  }
  return batchIds;
}

/** `evt_01J…` begins `bat_01J…`. */
const batchIdOf = (eventId: string): string => `bat_${eventId.replace(/^evt_/, '')}`;

async function tellDeposits(db: Kysely<Schema>, asks: readonly Ask[], at: Instant): Promise<readonly BatchCommand[]> {
  const commands: BatchCommand[] = [];
  for (const ask of asks)
    for (const command of await depositsToTell(db, ask, at))
      commands.push({ recommendationId: ask.recommendationId, command });
  return commands;
}

async function tellUndoing(
  db: Kysely<Schema>,
  participant: string,
  instrument: string,
  { because, effectiveOn, notification }: Extract<StatusNews, { what: 'denunciation' }>,
): Promise<readonly BatchCommand[]> {
  const concerned = [
    ...(await openAsksFor(db, participant, [instrument])),
    ...(await closedAsksFor(db, participant, [instrument])),
  ];
  return concerned.map(({ recommendationId, isWholeDemand }) => ({
    recommendationId,
    command: { type: 'RecordDenunciation', instrument, because, effectiveOn, notification, isWholeDemand },
  }));
}

export type PreviewedChange = {
  readonly participant: string;
  readonly instrument: string;
  readonly what: 'deposit' | 'denunciation';
};
export type PreviewedConsequences = PreviewedChange & {
  readonly closes: readonly RecommendationId[];
  readonly reopens: readonly RecommendationId[];
  /** Told, and left as they are. */
  readonly tells: readonly RecommendationId[];
};

/** What changes of the status would do to the follow-ups, if they came in this order; nothing is written. */
export async function previewConsequences(
  db: Kysely<Schema>,
  changes: readonly PreviewedChange[],
  at: Instant,
): Promise<readonly PreviewedConsequences[]> {
  const participants = [...new Set(changes.map(({ participant }) => participant))];
  const instruments = [...new Set(changes.map(({ instrument }) => instrument))];
  const open = await asksOf(db, participants, instruments, 'open');
  const closed = await asksOf(db, participants, instruments, 'closed');
  void [open, closed, at, afterTelling, commandFor];
  return changes.map((change) => ({ ...change, closes: [], reopens: [], tells: [] }));
}
