import type { Kysely, Transaction } from 'kysely';
import type { ContactId, RecommendationId } from '../../domain/ids.ts';
import type { Role } from '../../domain/follow-up/roles.ts';
import type { Instant } from '../../domain/time.ts';
import { countMentions, tracesOf, type Mentions, type Traces } from '../personal-data/find-words.ts';
import { listHeldRoles } from '../queries/follow-ups.ts';
import type { Schema } from '../schema.ts';
import { registerBatch } from './batches.ts';
import { isLastAdministrator, listAccountsOfContact, lockAccounts } from './accounts.ts';
import { findContact, type ContactRow } from './contacts.ts';
import { eraseAccountWithin } from './erase-account.ts';
import {
  countKeptAnswers,
  findErasure,
  forgetElsewhere,
  recordErasure,
  type Erased,
  type ErasureOrder,
  type ErasureRow,
} from './erasure-records.ts';
import { findHeld, handOverWithin } from './hand-over.ts';

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
  /** Accounts with which the same person signs in. */
  readonly accounts: readonly string[];
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
    accounts: await listAccountsOfContact(db, contact.id),
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

export type ErasureWish = ErasureOrder & {
  readonly contactId: ContactId;
  /** Who takes all that the person holds. */
  readonly handOverTo: ContactId | null;
  /** That roles stay without a holder was seen and is wanted. */
  readonly leavesRolesEmpty: boolean;
  /** Whether an account of the same person goes too; undefined when nobody has said so. */
  readonly andAccount: boolean | undefined;
  readonly hashOfAddress: (address: string) => string;
  /** What the batch says that gives the roles on: a text of the system, without a name. */
  readonly batchReason: string;
};

export type ErasureOutcome =
  | { readonly outcome: 'erased'; readonly erasure: ErasureRow; readonly addresses: readonly string[] }
  | { readonly outcome: 'repeated'; readonly erasure: ErasureRow }
  | { readonly outcome: 'holds-roles'; readonly emptied: readonly EmptiedRole[] }
  | { readonly outcome: 'has-account' }
  | { readonly outcome: 'last-administrator' }
  | { readonly outcome: 'unknown' };

/**
 * Empties a contact's row and strikes out what registers hold of them; all of it or nothing, and once. Events name ids alone and
 * stand. What the person held is given on by a batch of commands, as when somebody has left: events say so.
 */
export const eraseContact = (db: Kysely<Schema>, wish: ErasureWish): Promise<ErasureOutcome> =>
  db.transaction().execute(async (trx) => {
    const { contactId, id, at, actor, reason, legalBasis } = wish;
    await trx.selectFrom('contacts').select('id').where('id', '=', contactId).forUpdate().execute();
    const known = await findErasure(trx, { of: 'contact', id: contactId });
    if (known !== undefined) return { outcome: 'repeated', erasure: known };
    const contact = await findContact(trx, contactId);
    if (contact === undefined) return { outcome: 'unknown' };
    const refusal = await refusalOf(trx, wish);
    if (refusal !== undefined) return refusal;
    const accounts = await settleAccounts(trx, wish);
    const person = { of: 'contact', id: contactId, name: contact.name, address: contact.address } as const;
    const batchId = await giveRolesOn(trx, wish);
    const own = { ...(await countOwn(trx, contact)), ...(accounts.length > 0 ? { accounts: accounts.length } : {}) };
    await removeOwn(trx, person, at);
    const handing = { hand_over_to: wish.handOverTo, batch_id: batchId };
    const proof = { id, at, actor, reason, legal_basis: legalBasis, ...handing, own };
    const erasure = await recordErasure(trx, person, proof);
    return { outcome: 'erased', erasure, addresses: [contact.address, ...accounts] };
  });

/** What somebody must say first: who has the work then, and what becomes of the account. */
async function refusalOf(trx: Transaction<Schema>, wish: ErasureWish): Promise<ErasureOutcome | undefined> {
  const { contactId, andAccount, handOverTo, leavesRolesEmpty } = wish;
  if (handOverTo === null && !leavesRolesEmpty) {
    const emptied = await listEmptied(trx, contactId);
    if (emptied.length > 0) return { outcome: 'holds-roles', emptied };
  }
  await lockAccounts(trx);
  const accounts = await listAccountsOfContact(trx, contactId);
  if (accounts.length > 0 && andAccount === undefined) return { outcome: 'has-account' };
  const isLast = andAccount === true && (await isLastAdministrator(trx, ...accounts));
  return isLast ? { outcome: 'last-administrator' } : undefined;
}

/** Erases the person's accounts too, or parts them from the contact; the addresses of those that were erased. */
async function settleAccounts(trx: Transaction<Schema>, wish: ErasureWish): Promise<readonly string[]> {
  const addresses: string[] = [];
  for (const accountId of await listAccountsOfContact(trx, wish.contactId)) {
    if (wish.andAccount !== true) {
      await trx.updateTable('accounts').set({ contact_id: null }).where('id', '=', accountId).execute();
      continue;
    }
    const done = await eraseAccountWithin(trx, { ...wish, id: `${wish.id}:${accountId}`, accountId });
    if (done.outcome === 'erased') addresses.push(done.address);
  }
  return addresses;
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

async function countOwn(db: Kysely<Schema>, contact: ContactRow): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = { contacts: 1 };
  for (const table of ownTables) {
    const rows = await db.selectFrom(table).select('contact_id').where('contact_id', '=', contact.id).execute();
    counts[table] = rows.length;
  }
  return { ...counts, idempotency_keys: await countKeptAnswers(db, { of: 'contact', ...contact }) };
}

async function removeOwn(trx: Transaction<Schema>, person: Erased, at: Instant): Promise<void> {
  for (const table of ownTables) await trx.deleteFrom(table).where('contact_id', '=', person.id).execute();
  await forgetElsewhere(trx, person);
  await trx
    .updateTable('contacts')
    .set({ ...nobody, unreachable_since: at, erased_at: at })
    .set((set) => ({ version: set('version', '+', 1) }))
    .where('id', '=', person.id)
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
