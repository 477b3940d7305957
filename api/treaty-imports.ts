import { countRows, findImport, listUnknownNames, type ImportLine, type RowCount } from '../db/queries/imports.ts';
import { newDepositsOf } from '../db/queries/import-deposits.ts';
import type { ImportRow } from '../db/register/imports.ts';
import { previewConsequences, type PreviewedConsequences } from '../db/register/preview-consequences.ts';
import { rowOutcomes } from '../domain/treaty-import/judge-row.ts';
import { rowResults } from '../domain/treaty-import/plan-row.ts';
import { camel } from './camel.ts';
import { nowOf, type AppDeps } from './deps.ts';
import { Problem } from './problems.ts';

const mostNames = 200;

export async function requireImport({ db }: Pick<AppDeps, 'db'>, id: string): Promise<ImportLine> {
  const row = await findImport(db, id);
  if (row === undefined) throw new Problem('UnknownImport');
  return row;
}

/** Imports with what their rows came to. */
export async function importViews({ db }: AppDeps, rows: readonly ImportLine[]) {
  const counts = await countRows(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) =>
    viewOf(
      row,
      counts.filter(({ import_id }) => import_id === row.id),
    ),
  );
}

function viewOf(row: ImportLine, counts: readonly RowCount[]) {
  const sum = (isCounted: (count: RowCount) => boolean): number =>
    counts.filter(isCounted).reduce((total, { count }) => total + count, 0);
  const codes = [...new Set(counts.flatMap(({ code }) => code ?? []))].sort();
  return {
    ...camel(row),
    outcomes: recordOf(rowOutcomes, (each) => sum(({ outcome }) => outcome === each)),
    refusals: recordOf(codes, (each) => sum(({ code }) => code === each)),
    results: recordOf(['waiting', ...rowResults] as const, (each) =>
      sum(({ result }) => (result ?? 'waiting') === each),
    ),
  };
}

const recordOf = <K extends string>(keys: readonly K[], countOf: (key: K) => number): Record<K, number> =>
  Object.fromEntries(keys.map((key) => [key, countOf(key)])) as Record<K, number>;

/** One import whole: with the names that nobody could place, and with what a draft would do. */
export async function wholeImportView(deps: AppDeps, id: string) {
  const row = await requireImport(deps, id);
  const [views, unknownParticipants, unknownInstruments] = await Promise.all([
    importViews(deps, [row]),
    listUnknownNames(deps.db, id, 'participant', mostNames),
    listUnknownNames(deps.db, id, 'instrument', mostNames),
  ]);
  const [view] = views;
  if (view === undefined) throw new Problem('UnknownImport');
  return {
    ...view,
    unknownParticipants: [...unknownParticipants],
    unknownInstruments: [...unknownInstruments],
    consequences: row.status === 'draft' ? await consequencesOf(deps, id) : null,
  };
}

async function consequencesOf(deps: AppDeps, id: string) {
  const previewed = await preview(deps, id);
  const closes = new Set(previewed.flatMap((each) => each.closes));
  const tells = new Set(previewed.flatMap((each) => each.tells).filter((each) => !closes.has(each)));
  return { closes: closes.size, tells: tells.size };
}

/** What the deposits of an import would do, in the order of its rows: of all participants, or of some. */
async function preview(
  deps: AppDeps,
  id: string,
  participants?: readonly string[],
): Promise<readonly PreviewedConsequences[]> {
  const deposits = await newDepositsOf(deps.db, id, participants);
  if (deposits.length === 0) return [];
  return previewConsequences(
    deps.db,
    deposits.map((each) => ({ ...each, what: 'deposit' })),
    nowOf(deps),
  );
}

/** Rows of an import; those of a draft with the follow-ups that their deposits would reach. */
export async function importRowViews(deps: AppDeps, { id, status }: ImportLine, rows: readonly ImportRow[]) {
  if (status !== 'draft') return rows.map((row) => ({ ...rowView(row), consequences: null }));
  // A recommendation may ask for several treaties: what one deposit does depends on those in the rows before it.
  const previewed = await preview(deps, id, [...new Set(rows.flatMap(({ participant }) => participant ?? []))]);
  return rows.map((row) => {
    const found = previewed.find((each) => each.participant === row.participant && each.instrument === row.instrument);
    return { ...rowView(row), consequences: { closes: [...(found?.closes ?? [])], tells: [...(found?.tells ?? [])] } };
  });
}

const rowView = ({ said, judgement, ...row }: ImportRow) => ({
  number: row.number,
  line: row.line,
  written: { participant: said.participant, instrument: said.instrument, ...said.written },
  participant: row.participant,
  instrument: row.instrument,
  outcome: row.outcome,
  code: judgement.code,
  otherLine: judgement.otherLine,
  parts: [...judgement.parts],
  unstated: [...judgement.unstated],
  leftOut: 'stated' in said ? [...said.stated.leftOut] : [],
  decision: row.decision,
  because: row.because,
  result: row.result,
  resultCode: row.result_code,
  resultParts:
    row.result_parts?.map(({ part, result, code }) => ({ what: part.what, result, now: part, code: code ?? null })) ??
    null,
  batchIds: row.batch_ids,
  version: row.version,
});
