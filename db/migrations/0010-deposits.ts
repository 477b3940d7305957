import { sql, type Kysely } from 'kysely';
import { readAskedInstruments } from '../../domain/proposals/asked-instruments.ts';

/**
 * What recommendations ask for, letters of thanks, and the batches that a deposit begins.
 *
 * Recommendations that are there already are read here and not by a command: a command can be forgotten, and then a deposit would
 * close nothing and nobody would know. What is read wrongly can be corrected like any other reading.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
  await readWhatIsThere(db);
}

const statements = [
  `create table recommendation_instruments (
    recommendation_id text not null references recommendations,
    instrument text not null,
    basis text not null check (basis in ('stated', 'read')),
    primary key (recommendation_id, instrument)
  )`,
  `comment on table recommendation_instruments is
    'The treaties that a recommendation asks its State to join: stated by somebody, or read from its text.'`,
  `create index recommendation_instruments_by_instrument on recommendation_instruments (instrument, recommendation_id)`,
  `alter table recommendations add column instruments_version integer not null default 1`,
  `comment on column recommendations.instruments_version is 'Counts the corrections of what it asks for.'`,
  `alter table batches drop constraint batches_kind_check`,
  `alter table batches add constraint batches_kind_check
    check (kind in ('adopt-playbook', 'hand-over', 'replan', 'deposit', 'denunciation', 'campaign-round'))`,
  `alter table letters drop constraint letters_kind_check`,
  `alter table letters add constraint letters_kind_check
    check (kind in ('note-verbale', 'high-commissioner-letter', 'secretary-general-letter', 'letter-of-thanks'))`,
  `alter table letters add column thanks_for text unique`,
  `comment on column letters.thanks_for is 'State, instrument and day of a deposit: one deposit is thanked for once.'`,
];

const rowsAtOnce = 500;

/** What recommendations of ratification ask for by their texts, for those that were there before anybody asked. */
export async function readWhatIsThere(db: Kysely<unknown>): Promise<void> {
  for (let after = ''; ;) {
    const { rows } = await sql<{ id: string; text: string }>`
      select r.id, r.text from recommendations r left join follow_ups f on f.recommendation_id = r.id
      where coalesce(f.playbook_key, r.playbook_key) = 'ratify' and r.id > ${after} order by r.id limit ${rowsAtOnce}`.execute(
      db,
    );
    for (const { id, text } of rows)
      for (const instrument of readAskedInstruments(text))
        await sql`insert into recommendation_instruments values (${id}, ${instrument}, 'read')`.execute(db);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}
