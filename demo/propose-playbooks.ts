/**
 * `npm run propose-playbooks -- FILE.csv [--against=COLUMN]`: which playbooks the rules propose for a list of
 * recommendations, how sure they are, and how that compares with a column of the list. Changes nothing.
 */
import { parse } from 'csv-parse/sync';
import { readFile } from 'node:fs/promises';
import { proposablePlaybooks } from '../domain/proposals/signal.ts';
import { proposePlaybook, type PlaybookProposal } from '../domain/proposals/propose.ts';
import { countTable } from './count-table.ts';

type Row = Readonly<Record<string, string>>;
const textColumns = ['text_with_recommending_states', 'Text', 'text'];
const themeColumns = ['themes', 'Issue'];
const confidences = ['sure', 'likely', 'ask'] as const;

const args = process.argv.slice(2);
const file = args.find((arg) => !arg.startsWith('--'));
const against = args.find((arg) => arg.startsWith('--against='))?.slice('--against='.length) ?? 'sample_topic';

async function report(path: string): Promise<void> {
  const rows = parse(await readFile(path), { columns: true, bom: true, skip_empty_lines: true }) as readonly Row[];
  const column = textColumns.find((name) => rows[0]?.[name] !== undefined);
  if (column === undefined) {
    console.error(`The file has no column of texts: one of ${textColumns.join(', ')} is needed`);
    process.exitCode = 1;
    return;
  }
  const proposed = rows.map((row) => ({ row, proposal: proposePlaybook(row[column] ?? '', themesOf(row)) }));
  printShares(proposed.map(({ proposal }) => proposal));
  if (rows[0]?.[against] !== undefined)
    print(
      `Proposed playbook by ${against}`,
      proposed,
      (row) => row[against] ?? '',
      ({ playbook }) => playbook,
    );
  if (rows[0]?.Action !== undefined)
    print('Proposed action category by UPR Info’s own', proposed, (row) => `action ${row.Action}`, categoryOf);
}

const categoryOf = ({ category }: PlaybookProposal): string => (category === null ? 'none' : String(category));

const themesOf = (row: Row): readonly string[] =>
  themeColumns.flatMap((name) => (row[name] ?? '').split(name === 'Issue' ? ',' : '|')).filter((theme) => theme !== '');

function printShares(proposals: readonly PlaybookProposal[]): void {
  const cells = proposals.map(({ playbook, confidence }) => [playbook, confidence] as const);
  console.log(`${proposals.length} recommendations\n`);
  console.log(countTable('playbook', cells, [...proposablePlaybooks], [...confidences]));
  const share = (confidence: string): string => {
    const count = proposals.filter((each) => each.confidence === confidence).length;
    return `${confidence} ${count} (${((100 * count) / Math.max(1, proposals.length)).toFixed(1)} %)`;
  };
  console.log(`${confidences.map(share).join(', ')}\n`);
}

type Proposed = readonly { readonly row: Row; readonly proposal: PlaybookProposal }[];

function print(
  title: string,
  proposed: Proposed,
  rowOf: (row: Row) => string,
  columnOf: (proposal: PlaybookProposal) => string,
): void {
  const cells = proposed.map(({ row, proposal }) => [rowOf(row), columnOf(proposal)] as const);
  const known: readonly string[] = proposablePlaybooks;
  const columns = [...new Set(cells.map(([, column]) => column))].sort(
    (a, b) => known.indexOf(a) - known.indexOf(b) || (a < b ? -1 : 1),
  );
  console.log(`${title}\n`);
  console.log(countTable('', cells, [...new Set(cells.map(([row]) => row))], columns));
}

if (file === undefined) {
  console.error('Name a CSV file: npm run propose-playbooks -- FILE.csv [--against=COLUMN]');
  process.exitCode = 1;
} else await report(file);
