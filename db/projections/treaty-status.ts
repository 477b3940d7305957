import { type Insertable, type Kysely } from 'kysely';
import { treatyStatusId } from '../../domain/ids.ts';
import type { TreatyEvent } from '../../domain/treaty-status/events.ts';
import { standingPeriods } from '../../domain/treaty-status/standing.ts';
import { bare } from '../../domain/treaty-status/known-entry.ts';
import type { TreatyState } from '../../domain/treaty-status/state.ts';
import type { Schema } from '../schema.ts';

export type SavedTreatyStatus = {
  readonly participant: string;
  readonly instrument: string;
  readonly version: number;
  readonly state: TreatyState;
};

/** The rows that lists and "as of" read: what happened, and the stretches of days that follow from it. */
export async function saveTreatyStatus(trx: Kysely<Schema>, saved: SavedTreatyStatus): Promise<void> {
  const { participant, instrument } = saved;
  for (const table of ['treaty_actions', 'treaty_standings'] as const)
    await trx.deleteFrom(table).where('participant', '=', participant).where('instrument', '=', instrument).execute();
  const [actions, standings] = [actionRows(saved), standingRows(saved)];
  if (actions.length > 0) await trx.insertInto('treaty_actions').values(actions).execute();
  if (standings.length > 0) await trx.insertInto('treaty_standings').values(standings).execute();
}

const actionRows = ({ participant, instrument, state }: SavedTreatyStatus): Insertable<Schema['treaty_actions']>[] =>
  state.entries.map((onRecord) => {
    const { entry, recordedAt, correctedAt, struckOut } = onRecord;
    const { type, on, precision, evidence, ...rest } = bare(onRecord);
    const { notification, ...details } = { notification: null, ...rest };
    return {
      participant,
      instrument,
      entry,
      kind: type,
      acted_on: on,
      date_precision: precision,
      details: JSON.stringify(details),
      notification,
      evidence: JSON.stringify(evidence),
      recorded_at: recordedAt,
      corrected_at: correctedAt,
      struck_out_at: struckOut?.at ?? null,
      struck_out_because: struckOut?.because ?? null,
    };
  });

const standingRows = ({
  participant,
  instrument,
  version,
  state,
}: SavedTreatyStatus): Insertable<Schema['treaty_standings']>[] =>
  standingPeriods(state).map(({ fromOn, untilOn, standing }) => ({
    participant,
    instrument,
    version,
    from_on: fromOn,
    until_on: untilOn,
    is_signatory: standing.isSignatory,
    signed_on: standing.signedOn,
    domestic_act_on: standing.domesticActOn,
    is_party: standing.isParty,
    is_in_force: standing.isInForce,
    how: standing.how,
    deposited_on: standing.depositedOn,
    date_precision: standing.precision,
    in_force_on: standing.inForceOn,
    denounced_on: standing.denouncedOn,
    denunciation_effective_on: standing.denunciationEffectiveOn,
  }));

/** Every event is told in the timeline of its State, and an objection in that of the State that objects as well. */
export async function projectTreatyToTimeline(
  trx: Kysely<Schema>,
  { participant, instrument }: { readonly participant: string; readonly instrument: string },
  { event, version }: { readonly event: TreatyEvent; readonly version: number },
): Promise<void> {
  const objector = event.type === 'ObjectionMade' ? [event.by] : [];
  const rows = [participant, ...objector].map((code) => ({
    state_code: code,
    at: event.at,
    stream_id: treatyStatusId(participant, instrument),
    version,
  }));
  await trx
    .insertInto('state_timeline')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
