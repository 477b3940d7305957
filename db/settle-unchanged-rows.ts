import type { Kysely } from 'kysely';
import { treatyStatusId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import { judgeStated } from '../domain/treaty-import/judge-row.ts';
import { planRow, resultOf } from '../domain/treaty-import/plan-row.ts';
import { noTreatyStatus, type TreatyState } from '../domain/treaty-status/state.ts';
import { readTreatyStates } from './queries/treaty-states.ts';
import { refusedRow, settleImportRows, type ImportRow, type SettledRow } from './register/imports.ts';
import type { Schema } from './schema.ts';

type Wish = { readonly importId: string; readonly numbers: readonly number[]; readonly at: Instant };

/**
 * Settles those of the rows that write nothing: what was refused, and what the log says already. Nothing is written for them, so the
 * log need not be held; with a list that is brought for the second time these are all. Returns the numbers that are left.
 */
export async function settleUnchangedRows(
  db: Kysely<Schema>,
  { importId, numbers, at }: Wish,
): Promise<readonly number[]> {
  if (numbers.length === 0) return [];
  const rows = await db
    .selectFrom('treaty_status_import_rows')
    .selectAll()
    .where('import_id', '=', importId)
    .where('number', 'in', [...numbers])
    .where('result', 'is', null)
    .orderBy('number')
    .execute();
  const states = await readTreatyStates(db, rows.flatMap(pairIn));
  const settled = rows.flatMap((row) => {
    const found = refusedRow(row) ?? unchangedRow(row, states, at);
    return found === undefined ? [] : [{ number: row.number, ...found }];
  });
  await settleImportRows(db, importId, settled);
  const isSettled = new Set(settled.map(({ number }) => number));
  return rows.map(({ number }) => number).filter((number) => !isSettled.has(number));
}

const pairIn = ({ participant, instrument }: ImportRow) =>
  participant === null || instrument === null ? [] : [{ participant, instrument }];

function unchangedRow(row: ImportRow, states: ReadonlyMap<string, TreatyState>, at: Instant): SettledRow | undefined {
  const [of] = pairIn(row);
  if (of === undefined || !('stated' in row.said)) return undefined;
  const state = states.get(treatyStatusId(of.participant, of.instrument)) ?? noTreatyStatus;
  try {
    const parts = planRow(row.judgement, judgeStated(row.said.stated, of, { state, at }), row.decision);
    const result = resultOf(parts);
    return result === 'unchanged' ? { result, code: null, parts, batchIds: [] } : undefined;
  } catch {
    return undefined; // A fault in one row must not hold up the others: alone it is tried, and counted.
  }
}
