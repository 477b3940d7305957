import type { Kysely, Transaction } from 'kysely';
import { treatyStatusId } from '../domain/ids.ts';
import type { TreatyCommand, TreatyRejection, TreatyWarning } from '../domain/treaty-status/commands.ts';
import { decideTreaty } from '../domain/treaty-status/decide.ts';
import type { TreatyEvent } from '../domain/treaty-status/events.ts';
import { evolveTreaty, foldTreaty, type TreatyState } from '../domain/treaty-status/state.ts';
import { firstHash, lockLog, newEventId, readStream, writeEvents, type Head, type StoredEvent } from './log.ts';
import { projectTreatyToTimeline, saveTreatyStatus } from './projections/treaty-status.ts';
import { registerConsequences } from './register/consequences.ts';
import { findPendingConsequences } from './register/pending-consequences.ts';
import type { Schema } from './schema.ts';

export type TreatySubmission = {
  readonly participant: string;
  readonly instrument: string;
  /** Unique per stream for ever; a repeat changes nothing. */
  readonly commandId: string;
  readonly actor: string;
  readonly command: TreatyCommand;
  /** The version that the caller has read; none when any will do. */
  readonly expectedVersion?: number;
};

export type TreatyOutcome =
  | {
      readonly outcome: 'written' | 'repeated' | 'unchanged' | 'conflict';
      readonly version: number;
      /** What is to be started once the transaction is committed; a repeat names again what a crash left. */
      readonly batchIds: readonly string[];
      readonly warnings: readonly TreatyWarning[];
    }
  | { readonly outcome: 'rejected'; readonly rejected: TreatyRejection };

/** Decides a command about a status and writes what follows, or nothing. No process waits behind it, so no workflow stands between. */
export const submitTreatyCommand = (db: Kysely<Schema>, submission: TreatySubmission): Promise<TreatyOutcome> =>
  db.transaction().execute(async (trx) => {
    await lockLog(trx);
    return submitTreatyCommandIn(trx, submission);
  });

/** The same within the transaction of a caller that holds the log's lock. */
export async function submitTreatyCommandIn(
  trx: Transaction<Schema>,
  submission: TreatySubmission,
): Promise<TreatyOutcome> {
  const { participant, instrument, commandId, command, expectedVersion } = submission;
  const history = await readStream<TreatyEvent>(trx, treatyStatusId(participant, instrument));
  const before = opened(history);
  const nothing = { version: before.head.version, batchIds: [], warnings: [] };
  const repeated = history.filter(({ metadata }) => metadata.commandId === commandId);
  if (repeated.length > 0) {
    const eventIds = repeated.map(({ eventId }) => eventId);
    return { outcome: 'repeated', ...nothing, batchIds: await findPendingConsequences(trx, eventIds) };
  }
  if (expectedVersion !== undefined && expectedVersion !== nothing.version) return { outcome: 'conflict', ...nothing };
  const decision = decideTreaty({ participant, instrument }, command, before.state);
  if ('rejected' in decision) return { outcome: 'rejected', ...decision };
  if (decision.events.length === 0) return { outcome: 'unchanged', ...nothing };
  const { version, batchIds } = await write(trx, submission, before, decision.events);
  return { outcome: 'written', version, batchIds, warnings: decision.warnings };
}

export type TreatyRecord = {
  readonly state: TreatyState;
  readonly version: number;
  /** Everything that was recorded, oldest first, errors and corrections with it. */
  readonly history: readonly StoredEvent<TreatyEvent>[];
};

/** A status as its stream tells it; version 0 before anything is recorded. */
export async function findTreatyState(
  db: Kysely<Schema>,
  participant: string,
  instrument: string,
): Promise<TreatyRecord> {
  const history = await readStream<TreatyEvent>(db, treatyStatusId(participant, instrument));
  const { state, head } = opened(history);
  return { state, version: head.version, history };
}

type Opened = { readonly state: TreatyState; readonly head: Head };

function opened(stored: readonly StoredEvent<TreatyEvent>[]): Opened {
  const last = stored.at(-1);
  return {
    state: foldTreaty(stored.map(({ event }) => event)),
    head: { version: last?.version ?? 0, hash: last?.hash ?? firstHash },
  };
}

async function write(
  trx: Transaction<Schema>,
  { participant, instrument, commandId, actor }: TreatySubmission,
  { state: before, head }: Opened,
  events: readonly TreatyEvent[],
): Promise<{ readonly version: number; readonly batchIds: readonly string[] }> {
  const streamId = treatyStatusId(participant, instrument);
  const written = events.map((event) => ({ eventId: newEventId(), event }));
  const { version } = await writeEvents(trx, { streamId, head, commandId, actor }, written);
  const state = events.reduce(evolveTreaty, before);
  await saveTreatyStatus(trx, { participant, instrument, version, state });
  for (const [index, event] of events.entries())
    await projectTreatyToTimeline(trx, { participant, instrument }, { event, version: head.version + 1 + index });
  const batchIds = await registerConsequences(trx, { participant, instrument, written, before, state });
  return { version, batchIds };
}
