import { sql, type Kysely } from 'kysely';

/** Letters that a campaign drafts: they hang on no rung, and are told apart by the round that drafted them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table letters add column campaign_id text, add column appeal_key text`,
  `comment on column letters.appeal_key is 'The round of the campaign that drafted it; null for the letter of a rung.'`,
  `create index letters_by_campaign on letters (campaign_id, status, id) where campaign_id is not null`,
];
