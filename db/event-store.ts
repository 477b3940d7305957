import { sql, type Kysely, type Transaction } from 'kysely';
import type { AppendRequest, AppendResult } from '../activities/contract.ts';
import type { CorrespondenceEvent } from '../domain/correspondence/events.ts';
import type { FollowUpEvent } from '../domain/follow-up/events.ts';
import { evolve, fold } from '../domain/follow-up/evolve.ts';
import { noticesFor } from '../domain/follow-up/notices.ts';
import {
  completed,
  initialState,
  isStarted,
  type FollowUpState,
  type StartedState,
} from '../domain/follow-up/state.ts';
import { correspondenceId, followUpId, type ContactId, type RecommendationId } from '../domain/ids.ts';
import { inPresentShape } from './event-codec.ts';
import { firstHash, lockLog, newEventId, readStream, writeEvents, type Head, type NewEvent } from './log.ts';
import { projectCorrespondence } from './projections/correspondence.ts';
import { projectNotices, saveFollowUp } from './projections/follow-up.ts';
import { projectLetters } from './projections/letters.ts';
import { registerOpened } from './register/opened.ts';
import { projectMailToTimeline, projectToTimeline } from './projections/state-timeline.ts';
import { findHolders, resolveNotices } from './resolve-notices.ts';
import type { Schema } from './schema.ts';

/** A follow-up's stream, folded; version 0 when nothing was ever written. */
export async function openStream(
  db: Kysely<Schema>,
  recommendationId: RecommendationId,
): Promise<{ readonly state: FollowUpState; readonly version: number }> {
  const events = await readStream<FollowUpEvent>(db, followUpId(recommendationId));
  return { state: fold(events.map(({ event }) => event)), version: events.at(-1)?.version ?? 0 };
}

/**
 * Appends a command's events with everything that follows from them (projections, queued notices), or nothing at all.
 * A command that is on record already, and a stream that is longer than expected, are answers and not errors.
 */
export const appendFollowUpEvents = (db: Kysely<Schema>, request: AppendRequest): Promise<AppendResult> =>
  db.transaction().execute(async (trx) => {
    await lockLog(trx);
    const { recommendationId, expectedVersion, commandId } = request;
    const before = await readHead(trx, recommendationId, commandId);
    if (!before.isRepeated && before.head.version === expectedVersion) return append(trx, request, before);
    const outcome = before.isRepeated ? 'repeated' : 'conflict';
    const unseen = await readStream<FollowUpEvent>(trx, followUpId(recommendationId), expectedVersion);
    const notify = await queuedContacts(trx, recommendationId);
    return { outcome, version: before.head.version, events: unseen.map(({ event }) => event), notify };
  });

type Before = { readonly head: Head; readonly isRepeated: boolean; readonly state: FollowUpState };

async function readHead(trx: Transaction<Schema>, recommendationId: string, commandId: string): Promise<Before> {
  const streamId = followUpId(recommendationId);
  const { rows } = await sql<{ version: number; hash: string; is_repeated: boolean; state: StartedState | null }>`
    select s.version, s.hash, f.state,
      exists (select from events e where e.stream_id = s.stream_id and e.command_id = ${commandId}) as is_repeated
    from streams s left join follow_ups f on f.recommendation_id = ${recommendationId}
    where s.stream_id = ${streamId}`.execute(trx);
  const row = rows[0];
  if (row === undefined) return { head: { version: 0, hash: firstHash }, isRepeated: false, state: initialState };
  return {
    head: { version: row.version, hash: row.hash },
    isRepeated: row.is_repeated,
    state: completed(row.state ?? initialState),
  };
}

async function append(trx: Transaction<Schema>, request: AppendRequest, before: Before): Promise<AppendResult> {
  const { recommendationId, commandId, actor } = request;
  const events = request.events.map((event) => inPresentShape(event));
  const folded = foldEach(before.state, events);
  const after = folded.at(-1)?.state ?? before.state;
  const intents = folded.map(({ event, state }) => noticesFor(event, state));
  const isTold = intents.some((each) => each.length > 0);
  const holders = isTold && isStarted(after) ? await findHolders(trx, after, lastInstant(events)) : [];
  const written: NewEvent[] = events.map((event, index) => {
    const eventId = newEventId();
    return { eventId, event, notices: resolveNotices(eventId, intents[index] ?? [], holders) };
  });
  const streamId = followUpId(recommendationId);
  const { version } = await writeEvents(trx, { streamId, head: before.head, commandId, actor }, written);
  if (isStarted(after)) {
    await saveFollowUp(trx, { recommendationId, version, state: after, at: lastInstant(events) });
    const fromVersion = before.head.version + 1;
    await projectToTimeline(trx, { stateCode: after.stateCode, streamId, fromVersion, events });
  }
  const recorded = written.map(({ eventId, notices }, index) => ({
    eventId,
    notices: notices ?? [],
    event: folded[index]?.event as FollowUpEvent,
    state: folded[index]?.state ?? after,
  }));
  await projectNotices(trx, recommendationId, recorded);
  await projectLetters(trx, recommendationId, recorded);
  await registerOpened(trx, recommendationId, events);
  const told = written.flatMap(({ notices }) => (notices ?? []).flatMap(({ contactId }) => contactId ?? []));
  // Whoever takes work over also gets what was queued about it.
  const notify = [...told, ...events.flatMap((event) => (event.type === 'WorkHandedOver' ? [event.to] : []))];
  return { outcome: 'appended', version, notify: [...new Set(notify)] };
}

function foldEach(
  from: FollowUpState,
  events: readonly FollowUpEvent[],
): readonly { event: FollowUpEvent; state: FollowUpState }[] {
  let state = from;
  return events.map((event) => ({ event, state: (state = evolve(state, event)) }));
}

const lastInstant = (events: readonly FollowUpEvent[]): string => events.at(-1)?.at ?? '';

/** Contacts who have something queued about a follow-up: whoever retries an append wakes them again. */
async function queuedContacts(trx: Transaction<Schema>, recommendationId: string): Promise<readonly ContactId[]> {
  const rows = await trx
    .selectFrom('notices')
    .select('contact_id')
    .distinct()
    .where('recommendation_id', '=', recommendationId)
    .where('status', '=', 'queued')
    .execute();
  return rows.flatMap(({ contact_id }) => contact_id ?? []);
}

export type CorrespondenceAppend = {
  readonly contactId: ContactId;
  /** Unique per stream for ever; a repeat changes nothing. */
  readonly commandId: string;
  readonly actor: string;
  readonly events: readonly CorrespondenceEvent[];
};

/** Appends to a contact's correspondence at whatever version it has; true when written, false when on record already. */
export async function appendCorrespondenceEvents(
  trx: Transaction<Schema>,
  { contactId, commandId, actor, events }: CorrespondenceAppend,
): Promise<boolean> {
  await lockLog(trx);
  const streamId = correspondenceId(contactId);
  const { rows } = await sql<{ version: number; hash: string; is_repeated: boolean }>`
    select s.version, s.hash,
      exists (select from events e where e.stream_id = s.stream_id and e.command_id = ${commandId}) as is_repeated
    from streams s where s.stream_id = ${streamId}`.execute(trx);
  if (rows[0]?.is_repeated === true || events.length === 0) return false;
  const head = { version: rows[0]?.version ?? 0, hash: rows[0]?.hash ?? firstHash };
  await writeEvents(
    trx,
    { streamId, head, commandId, actor },
    events.map((event) => ({ eventId: newEventId(), event })),
  );
  for (const [index, event] of events.entries()) {
    await projectMailToTimeline(trx, contactId, { event, version: head.version + 1 + index });
    await projectCorrespondence(trx, contactId, event);
  }
  return true;
}
