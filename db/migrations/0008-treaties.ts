import { sql, type Kysely } from 'kysely';

/** The status of each participant under each treaty: what happened, and where it stands from when until when. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table treaty_actions (
    participant text not null,
    instrument text not null,
    entry integer not null,
    kind text not null,
    acted_on date not null,
    date_precision text not null,
    details jsonb not null,
    notification text,
    evidence jsonb not null,
    recorded_at timestamptz not null,
    corrected_at timestamptz,
    struck_out_at timestamptz,
    struck_out_because text,
    primary key (participant, instrument, entry)
  )`,
  `comment on column treaty_actions.details is 'What only some kinds have: how, inForceOn, effectiveOn, title, text, provisions, by, to, of ...'`,
  `create index treaty_actions_by_date on treaty_actions (instrument, kind, acted_on, participant)`,
  `create table treaty_standings (
    instrument text not null,
    participant text not null,
    from_on date not null,
    until_on date,
    version integer not null,
    is_signatory boolean not null,
    signed_on date,
    domestic_act_on date,
    is_party boolean not null,
    is_in_force boolean not null,
    how text,
    deposited_on date,
    date_precision text,
    in_force_on date,
    denounced_on date,
    denunciation_effective_on date,
    primary key (instrument, participant, from_on)
  )`,
  `comment on table treaty_standings is
    'One row for each stretch of days on which a standing is the same, up to the day before until_on: as of a date, one row.'`,
  `create index treaty_standings_of_participant on treaty_standings (participant, instrument, from_on)`,
  `create index treaty_standings_of_parties on treaty_standings (instrument, from_on) where is_party`,
];
