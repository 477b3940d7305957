type Cell = readonly [row: string, column: string];

/** Counts pairs and lays them out as text, with totals. */
export function countTable(
  corner: string,
  cells: readonly Cell[],
  rows: readonly string[],
  columns: readonly string[],
): string {
  const count = (row: string | undefined, column: string | undefined): number =>
    cells.filter(([r, c]) => (row === undefined || r === row) && (column === undefined || c === column)).length;
  const lines = [
    [corner, ...columns, 'all'],
    ...rows.map((row) => [row, ...columns.map((column) => dash(count(row, column))), String(count(row, undefined))]),
    ['all', ...columns.map((column) => String(count(undefined, column))), String(cells.length)],
  ];
  const widths = lines[0]?.map((_, index) => Math.max(...lines.map((line) => (line[index] ?? '').length))) ?? [];
  const text = lines.map((line) =>
    line
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  return `${text.join('\n')}\n`;
}

const dash = (count: number): string => (count === 0 ? '-' : String(count));
