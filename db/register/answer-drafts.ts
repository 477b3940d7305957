import type { Kysely } from 'kysely';
import type { ContactId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { AnswerDraftForm, Schema } from '../schema.ts';

export type AnswerDraft = {
  readonly form: AnswerDraftForm;
  readonly savedAt: Instant;
  readonly expiresAt: Instant;
};

/** Keeps what was written, in the place of what was kept before. */
export async function saveAnswerDraft(
  db: Kysely<Schema>,
  { id, contactId, ...draft }: AnswerDraft & { readonly id: string; readonly contactId: ContactId },
): Promise<void> {
  await eraseExpired(db, draft.savedAt);
  const kept = { form: JSON.stringify(draft.form), saved_at: draft.savedAt, expires_at: draft.expiresAt };
  await db
    .insertInto('answer_drafts')
    .values({ id, contact_id: contactId, ...kept })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(kept))
    .execute();
}

export async function findAnswerDraft(db: Kysely<Schema>, id: string, at: Instant): Promise<AnswerDraft | undefined> {
  const row = await db
    .selectFrom('answer_drafts')
    .select(['form', 'saved_at', 'expires_at'])
    .where('id', '=', id)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  return row && { form: row.form, savedAt: row.saved_at, expiresAt: row.expires_at };
}

/** Erases a draft, and with it all that have expired. */
export async function eraseAnswerDraft(db: Kysely<Schema>, id: string, at: Instant): Promise<void> {
  await db.deleteFrom('answer_drafts').where('id', '=', id).execute();
  await eraseExpired(db, at);
}

const eraseExpired = (db: Kysely<Schema>, at: Instant) =>
  db.deleteFrom('answer_drafts').where('expires_at', '<=', at).execute();
