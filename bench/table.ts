export type Figure = {
  readonly what: string;
  readonly unit: string;
  /** One value for each round, ours and the peer's measured in the same round. */
  readonly rounds: readonly { readonly ours: number; readonly bare: number }[];
};

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
};

/** A table for people: medians, their ratio, and how far the rounds' ratios lay apart. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, unit, rounds }) => {
    const ours = median(rounds.map((round) => round.ours));
    const bare = median(rounds.map((round) => round.bare));
    const ratios = rounds.map((round) => round.ours / round.bare);
    const spread = `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`;
    return [what, unit, ours.toFixed(1), bare.toFixed(1), (ours / bare).toFixed(2), spread];
  });
  const lines = [['', 'unit', 'Relance', 'bare', 'ratio', 'rounds'], ...rows];
  const widths = [0, 1, 2, 3, 4, 5].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const pad = (cell: string, column: number): string =>
    column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0);
  return lines.map((line) => line.map(pad).join('  ')).join('\n');
}
