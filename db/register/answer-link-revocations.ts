import type { Kysely, Selectable } from 'kysely';
import type { ContactId, RecommendationId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { Schema } from '../schema.ts';
import type { Revoking } from './answer-link-keys.ts';

export type RevocationRow = Selectable<Schema['answer_link_revocations']>;

/** Of a contact, of a follow-up, or of a contact in a follow-up. */
export type Revoked = {
  readonly contactId: ContactId | null;
  readonly recommendationId: RecommendationId | null;
};

/** Stops every link that has been signed until now; those signed later open again. The same id changes nothing. */
export async function revokeLinks(
  db: Kysely<Schema>,
  { contactId, recommendationId }: Revoked,
  { id, at, by, because }: Revoking & { readonly id: string },
): Promise<void> {
  await db
    .insertInto('answer_link_revocations')
    .values({
      id,
      contact_id: contactId,
      recommendation_id: recommendationId,
      signed_until: at,
      revoked_by: by,
      because,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

type Signed = {
  readonly contactId: ContactId;
  readonly recommendationId: RecommendationId;
  readonly signedAt: Instant;
};

export async function isLinkRevoked(db: Kysely<Schema>, signed: Signed): Promise<boolean> {
  const row = await db
    .selectFrom('answer_link_revocations')
    .select('id')
    .where((where) => where.or([where('contact_id', 'is', null), where('contact_id', '=', signed.contactId)]))
    .where((where) =>
      where.or([where('recommendation_id', 'is', null), where('recommendation_id', '=', signed.recommendationId)]),
    )
    .where('signed_until', '>=', signed.signedAt)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The newest revocations first. */
export const listRevocations = (db: Kysely<Schema>, limit: number): Promise<RevocationRow[]> =>
  db
    .selectFrom('answer_link_revocations')
    .selectAll()
    .orderBy('signed_until', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
