import { sql, type Kysely, type Selectable, type SqlBool, type Transaction } from 'kysely';
import type { ContactId, RecommendationId } from '../../domain/ids.ts';
import type { Role } from '../../domain/follow-up/roles.ts';
import type { Instant } from '../../domain/time.ts';
import {
  countMentions,
  patternOf,
  strikeOutWords,
  tracesOf,
  type Mentions,
  type Traces,
} from '../personal-data/find-words.ts';
import { listHeldRoles } from '../queries/follow-ups.ts';
import type { Schema } from '../schema.ts';
import { registerBatch } from './batches.ts';
import { findContact, type ContactRow } from './contacts.ts';
import { findHeld, handOverWithin } from './hand-over.ts';

export type ErasureRow = Selectable<Schema['erasures']>;

export type EmptiedRole = {
  readonly stateCode: string | null;
  readonly recommendationId: RecommendationId | null;
  readonly role: Role;
};

/** What an erasure takes, what it leaves, and whose work nobody would have. */
export type ErasurePreview = {
  readonly goes: Readonly<Record<string, number>>;
  readonly mentions: readonly Mentions[];
  readonly stays: readonly Mentions[];
  readonly nameIsLeft: Traces['because'];
  readonly roles: number;
  readonly emptied: readonly EmptiedRole[];
};

export async function previewErasure(db: Kysely<Schema>, contact: ContactRow): Promise<ErasurePreview> {
  const { words, because } = await tracesOf(db, contact);
  const { stateRoles, followUps } = await findHeld(db, { from: [contact.id] });
  return {
    goes: await countOwn(db, contact),
    mentions: await countMentions(db, words, 'words'),
    stays: await countMentions(db, words, 'log'),
    nameIsLeft: because,
    roles: stateRoles.length + followUps.length,
    emptied: await listEmptied(db, contact.id),
  };
}

/** Roles that nobody else would take but a caretaker: the desk officer stands in for everybody, and that is no holder. */
async function listEmptied(db: Kysely<Schema>, contactId: ContactId): Promise<readonly EmptiedRole[]> {
  const { stateRoles } = await findHeld(db, { from: [contactId] });
  const ofStates = stateRoles.map(({ stateCode, role }) => ({ stateCode, recommendationId: null, role }));
  const held = await listHeldRoles(db, contactId);
  const ofFollowUps = held
    .filter(({ movedTo }) => movedTo === null)
    .map(({ recommendationId, role }) => ({ stateCode: null, recommendationId, role }));
  return [...ofStates, ...ofFollowUps];
}

export type ErasureWish = {
  readonly id: string;
  readonly contactId: ContactId;
  readonly at: Instant;
  readonly actor: string;
  readonly reason: string;
  readonly legalBasis: string | null;
  /** Who takes all that the person holds. */
  readonly handOverTo: ContactId | null;
  /** That roles stay without a holder was seen and is wanted. */
  readonly leavesRolesEmpty: boolean;
  /** What the batch says that gives the roles on: a text of the system, without a name. */
  readonly batchReason: string;
};

export type ErasureOutcome =
  | { readonly outcome: 'erased'; readonly erasure: ErasureRow; readonly address: string }
  | { readonly outcome: 'repeated'; readonly erasure: ErasureRow }
  | { readonly outcome: 'holds-roles'; readonly emptied: readonly EmptiedRole[] }
  | { readonly outcome: 'unknown' };

export const findErasure = (db: Kysely<Schema>, contactId: ContactId): Promise<ErasureRow | undefined> =>
  db.selectFrom('erasures').selectAll().where('contact_id', '=', contactId).executeTakeFirst();

export const listErasures = (db: Kysely<Schema>, limit: number): Promise<ErasureRow[]> =>
  db.selectFrom('erasures').selectAll().orderBy('at', 'desc').orderBy('id').limit(limit).execute();

/**
 * Empties a contact's row and strikes out what registers hold of them; all of it or nothing, and once. Events name ids alone and
 * stand. What the person held is given on by a batch of commands, as when somebody has left: events say so.
 */
export const eraseContact = (db: Kysely<Schema>, wish: ErasureWish): Promise<ErasureOutcome> =>
  db.transaction().execute(async (trx) => {
    const { contactId } = wish;
    await trx.selectFrom('contacts').select('id').where('id', '=', contactId).forUpdate().execute();
    const known = await findErasure(trx, contactId);
    if (known !== undefined) return { outcome: 'repeated', erasure: known };
    const contact = await findContact(trx, contactId);
    if (contact === undefined) return { outcome: 'unknown' };
    if (wish.handOverTo === null && !wish.leavesRolesEmpty) {
      const emptied = await listEmptied(trx, contactId);
      if (emptied.length > 0) return { outcome: 'holds-roles', emptied };
    }
    const traces = await tracesOf(trx, contact);
    const batchId = await giveRolesOn(trx, wish);
    const own = await countOwn(trx, contact);
    await removeOwn(trx, contact, wish.at);
    const erasure = await record(trx, wish, { batchId, own, traces });
    return { outcome: 'erased', erasure, address: contact.address };
  });

async function record(
  trx: Transaction<Schema>,
  { id, contactId, at, actor, reason, legalBasis, handOverTo }: ErasureWish,
  { batchId, own, traces }: { readonly batchId: string | null; readonly own: object; readonly traces: Traces },
): Promise<ErasureRow> {
  const row = { id, contact_id: contactId, at, actor, reason, legal_basis: legalBasis };
  await trx
    .insertInto('erasures')
    .values({ ...row, hand_over_to: handOverTo, batch_id: batchId, counts: '{}' })
    .execute();
  await trx
    .updateTable('dialogue_confidential')
    .set({ redacted_at: at })
    .where(sql<SqlBool>`text ~* ${patternOf(traces.words, false)}`)
    .execute();
  const struck = await strikeOutWords(trx, traces.words);
  const counts = {
    ...own,
    ...Object.fromEntries(struck.map(({ table, column, rows }) => [`${table}.${column}`, rows])),
  };
  return trx
    .updateTable('erasures')
    .set({ counts: JSON.stringify(counts) })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The batch that gives on what the person holds; null when they hold nothing. */
async function giveRolesOn(trx: Transaction<Schema>, wish: ErasureWish): Promise<string | null> {
  const { contactId, handOverTo, at, batchReason: reason } = wish;
  const { stateRoles, followUps } = await findHeld(trx, { from: [contactId] });
  if (stateRoles.length === 0 && followUps.length === 0) return null;
  const batch = { id: `bat_${wish.id}`, reason, at };
  if (handOverTo !== null) await handOverWithin(trx, { from: [contactId], to: handOverTo }, batch);
  else await leaveRoles(trx, contactId, batch);
  return batch.id;
}

/** As when mail no longer reaches somebody: whoever stands in takes each role, and the follow-up says that they have left. */
async function leaveRoles(
  trx: Transaction<Schema>,
  contactId: ContactId,
  batch: { readonly id: string; readonly reason: string; readonly at: Instant },
): Promise<void> {
  const commands = (await listHeldRoles(trx, contactId)).map(({ recommendationId, role, movedTo }) => ({
    recommendationId,
    command: { type: 'RecordContactUnreachable', contactId, role, because: 'departed', movedTo } as const,
  }));
  await registerBatch(trx, { ...batch, kind: 'hand-over', commands });
  await trx.deleteFrom('state_roles').where('contact_id', '=', contactId).execute();
}

const ownTables = ['absences', 'answer_drafts', 'calendar_feeds'] as const;

/** Answers that were kept for a repeat: those about the contact, and those that name them. */
const namesContact = ({ id, name, address }: ContactRow) =>
  sql<SqlBool>`(route like ${`%/contacts/${id}%`} or strpos(coalesce(response::text, ''), ${id}) > 0
    or strpos(lower(coalesce(response::text, '')), lower(${address})) > 0
    or strpos(lower(coalesce(response::text, '')), lower(${JSON.stringify(name)})) > 0)`;

async function countOwn(db: Kysely<Schema>, contact: ContactRow): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = { contacts: 1 };
  for (const table of ownTables) {
    const rows = await db.selectFrom(table).select('contact_id').where('contact_id', '=', contact.id).execute();
    counts[table] = rows.length;
  }
  const kept = await db.selectFrom('idempotency_keys').select('key').where(namesContact(contact)).execute();
  return { ...counts, idempotency_keys: kept.length };
}

async function removeOwn(trx: Transaction<Schema>, contact: ContactRow, at: Instant): Promise<void> {
  for (const table of ownTables) await trx.deleteFrom(table).where('contact_id', '=', contact.id).execute();
  await trx.deleteFrom('idempotency_keys').where(namesContact(contact)).execute();
  // Whom others named instead of themselves is theirs: it goes as a whole when it names this person.
  await trx
    .updateTable('contacts')
    .set({ suggestion: null })
    .where(
      sql<SqlBool>`strpos(lower(suggestion), lower(${contact.name})) > 0 or strpos(lower(suggestion), lower(${contact.address})) > 0`,
    )
    .execute();
  await trx
    .updateTable('contacts')
    .set({ ...nobody, unreachable_since: at, erased_at: at })
    .set((set) => ({ version: set('version', '+', 1) }))
    .where('id', '=', contact.id)
    .execute();
}

/** What stands in the row of somebody who was erased. */
const nobody = {
  name: '–',
  address: '',
  language: 'en',
  time_zone: 'UTC',
  institution_id: null,
  suggestion: null,
  unreachable_because: 'departed',
} as const;
