import type { Kysely } from 'kysely';
import { treatyStatusId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import { judgeRow } from '../domain/treaty-import/judge-row.ts';
import { resolveRows, type NumberedRow, type ResolvedRow } from '../domain/treaty-import/resolve-rows.ts';
import { noTreatyStatus } from '../domain/treaty-status/state.ts';
import { readTreatyStates } from './queries/treaty-states.ts';
import type { JudgedRow } from './register/imports.ts';
import { readAliases } from './register/participant-aliases.ts';
import type { Schema } from './schema.ts';

/** Says of each row of a table what it would do, by the aliases and the log of now; nothing is written. */
export async function judgeRows(
  db: Kysely<Schema>,
  rows: readonly (NumberedRow & { readonly number: number })[],
  at: Instant,
): Promise<readonly JudgedRow[]> {
  const resolved = resolveRows(rows, await readAliases(db));
  const states = await readTreatyStates(db, resolved.flatMap(pairIn));
  return resolved.map((each, index) => {
    const { row: said, line, participant, instrument } = each;
    const [pair] = pairIn(each);
    const id = pair === undefined ? '' : treatyStatusId(pair.participant, pair.instrument);
    const judgement = judgeRow(each, { state: states.get(id) ?? noTreatyStatus, at });
    return { number: rows[index]?.number ?? index + 1, line, said, participant, instrument, judgement };
  });
}

const pairIn = ({ participant, instrument }: ResolvedRow) =>
  participant === null || instrument === null ? [] : [{ participant, instrument }];
