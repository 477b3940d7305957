import { sql, type Kysely } from 'kysely';
import type { EventMetadata, Schema } from '../schema.ts';
import type { ContactRow } from '../register/contacts.ts';
import { findHeld } from '../register/hand-over.ts';
import { countMentions, tracesOf } from './find-words.ts';

/** More of one kind is cut off, and the section says so. */
export const mostInSection = 10_000;

/** All that is kept about one contact, section by section; docs/personal-data.md says what each is. */
export async function exportContact(db: Kysely<Schema>, contact: ContactRow) {
  const { id } = contact;
  const { words, because } = await tracesOf(db, contact);
  const { version: _, ...kept } = contact;
  return {
    contact: kept,
    roles: await findHeld(db, { from: [id] }),
    absences: await ofContact(db, 'absences', id),
    notices: section(await ofContact(db, 'notices', id)),
    mails: section(await ofContact(db, 'digests', id)),
    answers: section(await listOwnEvents(db, id)),
    dialogue: section(await listDialogue(db, id)),
    drafts: await listDrafts(db, id),
    calendarFeed: await findFeed(db, id),
    mentions: {
      registers: await countMentions(db, words, 'words'),
      log: await countMentions(db, words, 'log'),
      nameIsLeft: because,
    },
  };
}

type Own = 'absences' | 'notices' | 'digests';

const ofContact = <T extends Own>(db: Kysely<Schema>, table: T, id: string) =>
  db
    .selectFrom(table as Own)
    .selectAll(table as Own)
    .where('contact_id', '=', id)
    .limit(mostInSection + 1)
    .execute() as Promise<readonly Record<string, unknown>[]>;

export const section = <T>(rows: readonly T[]) => ({
  isWhole: rows.length <= mostInSection,
  items: rows.slice(0, mostInSection),
});

/** What the person themselves put on record, word for word. */
async function listOwnEvents(db: Kysely<Schema>, id: string) {
  const actor = sql<string>`metadata->>'actor'`;
  const rows = await db
    .selectFrom('events')
    .select(['event_id', 'stream_id', 'type', 'data', 'at'])
    .where(actor, '=', `contact:${id}` satisfies EventMetadata['actor'])
    .where(actor, 'like', 'contact:%')
    .orderBy('position')
    .limit(mostInSection + 1)
    .execute();
  return rows.map(({ event_id, stream_id, ...row }) => ({ eventId: event_id, streamId: stream_id, ...row }));
}

/** Entries in which they took part. What was said in confidence concerns others too: a person decides what of it to give. */
async function listDialogue(db: Kysely<Schema>, id: string) {
  const rows = await db
    .selectFrom('dialogue_entries')
    .select(['id', 'kind', 'held_on', 'subject', 'shareable', 'agreed', 'confidential_hash'])
    .where(sql<boolean>`contact_ids @> array[${id}]::text[]`)
    .orderBy('held_at')
    .orderBy('id')
    .limit(mostInSection + 1)
    .execute();
  return rows.map(({ held_on, confidential_hash, ...row }) => ({
    ...row,
    heldOn: held_on,
    hasConfidentialPart: confidential_hash !== null,
  }));
}

const listDrafts = (db: Kysely<Schema>, id: string) =>
  db
    .selectFrom('answer_drafts')
    .select(['form', 'saved_at as savedAt', 'expires_at as expiresAt'])
    .where('contact_id', '=', id)
    .execute();

const findFeed = async (db: Kysely<Schema>, id: string) =>
  (await db
    .selectFrom('calendar_feeds')
    .select('created_at as createdAt')
    .where('contact_id', '=', id)
    .executeTakeFirst()) ?? null;
