import { encodeEvent } from '../db/event-codec.ts';
import type { StandingRow } from '../db/queries/treaty-status.ts';
import type { TreatyRecord } from '../db/treaty-status-store.ts';
import type { CalendarDate } from '../domain/time.ts';
import type { TreatyWarning } from '../domain/treaty-status/commands.ts';
import type { TreatyStatusOf } from '../domain/treaty-status/decide.ts';
import type { TreatyEntry } from '../domain/treaty-status/events.ts';
import { bare } from '../domain/treaty-status/known-entry.ts';
import { standingOn, type Standing } from '../domain/treaty-status/standing.ts';
import type { OnRecord } from '../domain/treaty-status/state.ts';
import type { entryKinds } from './schemas/treaty-status.ts';

export const standingOfRow = (row: StandingRow): Standing => ({
  isSignatory: row.is_signatory,
  signedOn: row.signed_on,
  domesticActOn: row.domestic_act_on,
  isParty: row.is_party,
  isInForce: row.is_in_force,
  how: row.how,
  depositedOn: row.deposited_on,
  precision: row.date_precision,
  inForceOn: row.in_force_on,
  denouncedOn: row.denounced_on,
  denunciationEffectiveOn: row.denunciation_effective_on,
});

/** A status with everything that is on record behind it. */
export const treatyStatusView = (
  { participant, instrument }: TreatyStatusOf,
  { state, version, history }: TreatyRecord,
  { asOf, warnings }: { readonly asOf: CalendarDate; readonly warnings: readonly TreatyWarning[] },
) => ({
  participant,
  instrument,
  version,
  asOf,
  standing: standingOn(state, asOf),
  entries: state.entries.map(entryView),
  history: history.map(({ version: at, eventId, recordedAt, metadata, event }) => {
    const { type, at: happenedAt, data } = encodeEvent(event);
    const { actor } = metadata;
    return { version: at, eventId, type, at: happenedAt, recordedAt, actor, data: { ...data }, notices: [] };
  }),
  warnings: [...warnings],
});

function entryView(onRecord: OnRecord) {
  const { entry, recordedAt, correctedAt, struckOut } = onRecord;
  const { type, on, precision, evidence, ...rest } = bare(onRecord);
  const { notification, ...details } = { notification: null, ...rest };
  const kind = kinds[type];
  return {
    entry,
    kind,
    on,
    precision,
    notification,
    evidence: [...evidence],
    details,
    recordedAt,
    correctedAt,
    struckOut,
  };
}

const kinds: Readonly<Record<TreatyEntry['type'], (typeof entryKinds)[number]>> = {
  TreatySigned: 'signature',
  DomesticActRecorded: 'domestic-act',
  InstrumentDeposited: 'deposit',
  ReservationMade: 'reservation',
  DeclarationMade: 'declaration',
  ObjectionMade: 'objection',
  StatementWithdrawn: 'withdrawal',
  TreatyDenounced: 'denunciation',
};
