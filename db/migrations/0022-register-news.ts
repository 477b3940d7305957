import { sql, type Kysely } from 'kysely';

/** That something has changed which no log tells: the register, and what people set up around it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const told = [
  'absences',
  'batches',
  'clusters',
  'contacts',
  'holidays',
  'institutions',
  'playbooks',
  'recommendation_instruments',
  'recommendations',
  'saved_views',
  'sources',
  'state_languages',
  'state_roles',
  'states_calendar',
  'treaty_status_imports',
  'world_events',
];

const statements = [
  `create table register_news (id bigint generated always as identity primary key)`,
  `comment on table register_news is
    'One row for each statement that changed the register. Rows are only ever added, so that no writer waits for another; which
    are there says whether anything has changed since one last looked.'`,
  // Old rows are dropped now and then; whoever looks just then looks once too often, which does no harm.
  `create function tell_of_register() returns trigger language plpgsql as $$
    declare told bigint;
    begin
      insert into register_news default values returning id into told;
      if told % 128 = 0 then
        delete from register_news where id in (select id from register_news where id < told - 128 for update skip locked);
      end if;
      return null;
    end $$`,
  ...told.map(
    (table) => `create trigger ${table}_are_news after insert or update or delete on ${table}
      for each statement execute function tell_of_register()`,
  ),
  // What becomes of a letter stands in the log; what people write in it does not.
  `create trigger letters_are_news after update of language, body on letters
    for each statement execute function tell_of_register()`,
];
