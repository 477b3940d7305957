import { sql, type Kysely } from 'kysely';
import type { DepositEntry } from '../../domain/follow-up/deposit-events.ts';
import { treatyStatusId } from '../../domain/ids.ts';
import { firstReportDueOn, instrumentByKey } from '../../domain/reference/instruments/instruments.ts';
import type { Schema } from '../schema.ts';

export type DepositOnRecord = { readonly participant: string; readonly deposit: DepositEntry };

/**
 * The deposits by which these participants are parties, as far as anything is on record; one that was denounced is none, although the
 * denunciation takes effect later.
 */
export async function depositsOnRecord(
  db: Kysely<Schema>,
  participants: readonly string[],
  instruments: readonly string[],
): Promise<readonly DepositOnRecord[]> {
  if (participants.length === 0 || instruments.length === 0) return [];
  const rows = await db
    .selectFrom('treaty_standings as s')
    .leftJoin('treaty_actions as a', (join) =>
      join
        .onRef('a.participant', '=', 's.participant')
        .onRef('a.instrument', '=', 's.instrument')
        .on('a.kind', '=', 'InstrumentDeposited')
        .onRef('a.acted_on', '=', 's.deposited_on')
        .on('a.struck_out_at', 'is', null),
    )
    .select(['s.participant', 's.instrument', 's.how', 's.deposited_on', 's.date_precision', 's.in_force_on'])
    .select(['s.version', 'a.notification', sql<string | null>`a.evidence->0->>'url'`.as('url')])
    .where('s.until_on', 'is', null)
    .where('s.is_party', '=', true)
    .where('s.denounced_on', 'is', null)
    .where('s.participant', 'in', [...participants])
    .where('s.instrument', 'in', [...instruments])
    .orderBy('s.participant')
    .orderBy('s.instrument')
    .execute();
  return rows.flatMap(({ participant, ...row }) => {
    const deposit = depositIn(row);
    return deposit === undefined ? [] : [{ participant, deposit }];
  });
}

type Row = {
  readonly instrument: string;
  readonly how: DepositEntry['how'] | null;
  readonly deposited_on: string | null;
  readonly date_precision: DepositEntry['precision'] | null;
  readonly in_force_on: string | null;
  readonly version: number;
  readonly notification: string | null;
  readonly url: string | null;
};

function depositIn({ instrument, how, deposited_on: on, ...row }: Row): DepositEntry | undefined {
  if (how === null || on === null) return undefined;
  return depositOf({ ...row, instrument, how, on, inForceOn: row.in_force_on, asOf: row.version });
}

type Known = Pick<DepositEntry, 'instrument' | 'how' | 'on' | 'inForceOn' | 'asOf'> &
  Pick<Row, 'date_precision' | 'notification' | 'url'>;

function depositOf({ instrument, how, on, inForceOn, asOf, date_precision, notification, url }: Known): DepositEntry {
  const facts = instrumentByKey(instrument);
  const isReporting = facts !== undefined && inForceOn !== null;
  return {
    instrument,
    on,
    precision: date_precision ?? 'day',
    how,
    notification,
    url: url === null || url === '' ? null : url,
    inForceOn,
    firstReportDueOn: isReporting ? firstReportDueOn(facts, inForceOn) : null,
    asOf,
  };
}

/** Counts what was recorded about a status; 0 before anything is. */
export async function treatyStatusVersion(
  db: Kysely<Schema>,
  participant: string,
  instrument: string,
): Promise<number> {
  const row = await db
    .selectFrom('streams')
    .select('version')
    .where('stream_id', '=', treatyStatusId(participant, instrument))
    .executeTakeFirst();
  return row?.version ?? 0;
}
