import { createHash, randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { DialogueCommand, DialogueRejection } from '../domain/dialogue/commands.ts';
import { decideDialogue } from '../domain/dialogue/decide.ts';
import type { DialogueEvent } from '../domain/dialogue/events.ts';
import { evolveDialogue, foldDialogue, type DialogueState } from '../domain/dialogue/state.ts';
import { dialogueStreamId, type DialogueId } from '../domain/ids.ts';
import { firstHash, lockLog, newEventId, readStream, writeEvents, type Head } from './log.ts';
import { saveDialogue } from './projections/dialogue.ts';
import type { Schema } from './schema.ts';

/** What was said in confidence, on its way to the only table that holds it. */
export type Confidence = { readonly text: string; readonly salt: string; readonly hash: string };

export type DialogueSubmission = {
  readonly dialogueId: DialogueId;
  /** Unique per stream for ever; a repeat changes nothing. */
  readonly commandId: string;
  readonly actor: string;
  readonly command: DialogueCommand;
  /** The version that the caller has read; none when any will do. */
  readonly expectedVersion?: number;
  /** The text behind the command's new `confidentialHash`. */
  readonly confidence?: Confidence;
};

export type DialogueOutcome =
  | { readonly outcome: 'written' | 'repeated' | 'unchanged' | 'conflict'; readonly version: number }
  | { readonly outcome: 'rejected'; readonly rejected: DialogueRejection };

/**
 * Decides a command about a dialogue entry and writes what follows: events, projections and the confidential text, or
 * nothing at all. No process waits behind an entry, so no workflow stands between: the log's lock puts writers in order.
 */
export const submitDialogueCommand = (db: Kysely<Schema>, submission: DialogueSubmission): Promise<DialogueOutcome> =>
  db.transaction().execute(async (trx) => {
    await lockLog(trx);
    const { dialogueId, commandId, command, expectedVersion } = submission;
    const before = await openDialogue(trx, dialogueId);
    const { version } = before.head;
    if (before.commandIds.has(commandId)) return { outcome: 'repeated', version };
    if (expectedVersion !== undefined && expectedVersion !== version) return { outcome: 'conflict', version };
    const decision = decideDialogue(dialogueId, command, before.state);
    if ('rejected' in decision) return { outcome: 'rejected', ...decision };
    if (decision.events.length === 0) return { outcome: 'unchanged', version };
    return write(trx, submission, before, decision.events);
  });

/** A dialogue entry as its stream tells it; null before it is recorded. */
export const findDialogueState = async (db: Kysely<Schema>, dialogueId: DialogueId): Promise<DialogueState> =>
  (await openDialogue(db, dialogueId)).state;

type Opened = { readonly state: DialogueState; readonly head: Head; readonly commandIds: ReadonlySet<string> };

async function openDialogue(db: Kysely<Schema>, dialogueId: DialogueId): Promise<Opened> {
  const stored = await readStream<DialogueEvent>(db, dialogueStreamId(dialogueId));
  const last = stored.at(-1);
  return {
    state: foldDialogue(stored.map(({ event }) => event)),
    head: { version: last?.version ?? 0, hash: last?.hash ?? firstHash },
    commandIds: new Set(stored.map(({ metadata }) => metadata.commandId)),
  };
}

async function write(
  trx: Transaction<Schema>,
  { dialogueId, commandId, actor, confidence, command }: DialogueSubmission,
  { state: before, head }: Opened,
  events: readonly DialogueEvent[],
): Promise<DialogueOutcome> {
  const streamId = dialogueStreamId(dialogueId);
  const written = events.map((event) => ({ eventId: newEventId(), event }));
  const { version } = await writeEvents(trx, { streamId, head, commandId, actor }, written);
  if (confidence)
    await trx
      .insertInto('dialogue_confidential')
      .values({ dialogue_id: dialogueId, ...confidence, written_at: command.at })
      .execute();
  const state = events.reduce(evolveDialogue, before);
  if (state !== null) await saveDialogue(trx, { id: dialogueId, version, state });
  return { outcome: 'written', version };
}

/** The salt keeps a short text from being guessed by its hash, also when the text has been erased. */
export function confidenceOf(text: string): Confidence {
  const salt = randomBytes(16).toString('hex');
  return { text, salt, hash: confidentialHash(salt, text) };
}

const confidentialHash = (salt: string, text: string): string =>
  createHash('sha256').update(`${salt}\n${text}`).digest('hex');

export type ConfidentialPart = {
  readonly text: string;
  readonly writtenAt: string;
  /** False when the text is not the one that the log vouches for. */
  readonly isIntact: boolean;
  /** When a name was struck out of it because its bearer was erased. */
  readonly redactedAt: string | null;
};

/** The confidential part as the log's newest hash names it; undefined when there is none, or it was erased. */
export async function findConfidential(
  db: Kysely<Schema>,
  dialogueId: DialogueId,
  hash: string,
): Promise<ConfidentialPart | undefined> {
  const row = await db
    .selectFrom('dialogue_confidential')
    .select(['text', 'salt', 'written_at', 'redacted_at'])
    .where('dialogue_id', '=', dialogueId)
    .where('hash', '=', hash)
    .executeTakeFirst();
  const isIntact = row !== undefined && confidentialHash(row.salt, row.text) === hash;
  return row && { text: row.text, writtenAt: row.written_at, isIntact, redactedAt: row.redacted_at };
}
