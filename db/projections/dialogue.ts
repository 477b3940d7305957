import { sql, type Insertable, type Kysely } from 'kysely';
import { heldAt, type RecordedDialogue } from '../../domain/dialogue/state.ts';
import type { DialogueId } from '../../domain/ids.ts';
import type { Schema } from '../schema.ts';

export type SavedDialogue = { readonly id: DialogueId; readonly version: number; readonly state: RecordedDialogue };

/** The rows that lists, searches and timelines read: the folded state, spread into columns. */
export async function saveDialogue(trx: Kysely<Schema>, saved: SavedDialogue): Promise<void> {
  const row = entryRow(saved);
  const { id: _, ...changed } = row;
  await trx
    .insertInto('dialogue_entries')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
    .execute();
  await saveLinks(trx, saved);
  await saveStates(trx, saved);
}

function entryRow({ id, version, state }: SavedDialogue): Insertable<Schema['dialogue_entries']> {
  const { facts, recordedAt, changedAt, withdrawn } = state;
  return {
    id,
    version,
    kind: facts.kind,
    direction: facts.direction,
    is_planned: facts.isPlanned,
    held_on: facts.heldOn,
    ends_on: facts.endsOn,
    start_time: facts.startTime,
    time_zone: facts.timeZone,
    starts_at: facts.startsAt,
    held_at: heldAt(facts),
    place: facts.place,
    subject: facts.subject,
    shareable: facts.shareable,
    agreed: JSON.stringify(facts.agreed),
    state_codes: [...facts.stateCodes],
    institution_ids: [...facts.institutionIds],
    contact_ids: [...facts.contactIds],
    confidential_hash: facts.confidentialHash,
    recorded_at: recordedAt,
    changed_at: changedAt,
    withdrawn_at: withdrawn?.at ?? null,
    withdrawal_reason: withdrawn?.reason ?? null,
  };
}

async function saveLinks(trx: Kysely<Schema>, { id, state }: SavedDialogue): Promise<void> {
  await trx.deleteFrom('dialogue_links').where('dialogue_id', '=', id).execute();
  const rows = state.links.map((link) => ({
    dialogue_id: id,
    link_type: link.as,
    target_kind: link.to,
    target_id: link.id,
  }));
  if (rows.length > 0) await trx.insertInto('dialogue_links').values(rows).execute();
}

/** An entry concerns the States that it names, and those of the sources and recommendations that it is tied to. */
async function saveStates(trx: Kysely<Schema>, { id, state }: SavedDialogue): Promise<void> {
  await trx.deleteFrom('dialogue_states').where('dialogue_id', '=', id).execute();
  await sql`
    insert into dialogue_states (state_code, held_at, dialogue_id)
    select state_code, ${heldAt(state.facts)}::timestamptz, ${id}::text from (
      select unnest(${sql.val([...state.facts.stateCodes])}::text[]) as state_code
      union select r.state_code from dialogue_links l join recommendations r on r.id = l.target_id
        where l.dialogue_id = ${id} and l.target_kind = 'recommendation'
      union select s.state_code from dialogue_links l join sources s on s.id = l.target_id
        where l.dialogue_id = ${id} and l.target_kind = 'source' and s.state_code is not null
    ) concerned`.execute(trx);
}
