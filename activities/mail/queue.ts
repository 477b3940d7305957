import type { Kysely } from 'kysely';
import { queuedNoticesOf, type QueuedNotice as QueuedRow } from '../../db/queries/notices.ts';
import { findHolders } from '../../db/resolve-notices.ts';
import type { Schema } from '../../db/schema.ts';
import type { QueuedNotice } from '../../domain/correspondence/digest.ts';
import { resolveRole, type RoleHolder } from '../../domain/follow-up/roles.ts';
import type { StartedState } from '../../domain/follow-up/state.ts';
import type { ContactId } from '../../domain/ids.ts';

/** What waits for a contact, as the rules judge it and as the mail tells it. */
export type WaitingNotice = QueuedNotice & { readonly clusterId: string | null; readonly row: QueuedRow };

export async function readQueue(db: Kysely<Schema>, contactId: ContactId): Promise<readonly WaitingNotice[]> {
  const holdersOf = rememberHolders(db);
  const rows = await queuedNoticesOf(db, contactId);
  const waiting: WaitingNotice[] = [];
  for (const row of rows) {
    const taken = resolveRole(row.role, await holdersOf(row.state));
    waiting.push(waitingNoticeOf(row, taken?.contactId === contactId));
  }
  return waiting;
}

export const waitingNoticeOf = (row: QueuedRow, isStillTheirs: boolean): WaitingNotice => ({
  noticeId: row.notice_id,
  kind: row.kind,
  recommendationId: row.recommendation_id,
  role: row.role,
  roundNumber: row.round_number,
  queuedAt: row.queued_at,
  followUp: row.state,
  isStillTheirs,
  clusterId: row.cluster_id,
  row,
});

/** A focal point's recommendations are mostly one State's, with the same holders: they are read once. */
function rememberHolders(db: Kysely<Schema>): (state: StartedState) => Promise<readonly RoleHolder[]> {
  const known = new Map<string, Promise<readonly RoleHolder[]>>();
  return ({ stateCode, assigned }) => {
    const key = JSON.stringify([stateCode, assigned]);
    const holders = known.get(key) ?? findHolders(db, { stateCode, assigned });
    known.set(key, holders);
    return holders;
  };
}
