import type { Kysely } from 'kysely';
import { queuedNoticesOf, type QueuedNotice as QueuedRow } from '../../db/queries/notices.ts';
import { findHolders } from '../../db/resolve-notices.ts';
import type { Schema } from '../../db/schema.ts';
import type { QueuedNotice } from '../../domain/correspondence/digest.ts';
import { asksForAnswer } from '../../domain/follow-up/notices.ts';
import { resolveRole, type RoleHolder } from '../../domain/follow-up/roles.ts';
import type { StartedState } from '../../domain/follow-up/state.ts';
import type { ContactId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';

/** What waits for a contact, as the rules judge it and as the mail tells it. */
export type WaitingNotice = QueuedNotice & { readonly clusterId: string | null; readonly row: QueuedRow };

export async function readQueue(
  db: Kysely<Schema>,
  contactId: ContactId,
  at: Instant,
): Promise<readonly WaitingNotice[]> {
  const holdersOf = rememberHolders(db, at);
  const rows = await queuedNoticesOf(db, contactId);
  const waiting: WaitingNotice[] = [];
  for (const row of rows) {
    const taken = resolveRole(row.role, await holdersOf(row.state));
    const isTheirs = taken?.contactId === contactId;
    const isTold = taken === undefined || isToldByEvent(row, contactId);
    waiting.push({
      ...waitingNoticeOf(row),
      isStillTheirs: isTheirs || !isTold,
      readdressedTo: isTheirs || isTold ? null : taken,
    });
  }
  return waiting;
}

/** A notice that is for whoever it waits for. */
export const waitingNoticeOf = (row: QueuedRow): WaitingNotice => ({
  noticeId: row.notice_id,
  kind: row.kind,
  recommendationId: row.recommendation_id,
  role: row.role,
  roundNumber: row.round_number,
  queuedAt: row.queued_at,
  followUp: row.state,
  clusterId: row.cluster_id,
  isStillTheirs: true,
  readdressedTo: null,
  row,
});

/**
 * A role that was taken from this contact for one follow-up is on record there, and its new holder was told that they are
 * asked. A leave, the end of one, and a role that changes hands for a whole State leave no such event.
 */
function isToldByEvent({ kind, role, acting_as, state }: QueuedRow, contactId: ContactId): boolean {
  const holder = state.assigned[role];
  return asksForAnswer(kind) && acting_as === role && holder !== undefined && holder !== contactId;
}

/** A focal point's recommendations are mostly one State's, with the same holders: they are read once. */
function rememberHolders(db: Kysely<Schema>, at: Instant): (state: StartedState) => Promise<readonly RoleHolder[]> {
  const known = new Map<string, Promise<readonly RoleHolder[]>>();
  return ({ stateCode, assigned }) => {
    const key = JSON.stringify([stateCode, assigned]);
    const holders = known.get(key) ?? findHolders(db, { stateCode, assigned }, at);
    known.set(key, holders);
    return holders;
  };
}
