import { Table, TableCell, TableRow, WidthType } from 'docx';
import type { EnclosureRow } from '../../domain/letters/compose.ts';
import type { Typesetting } from './typesetting.ts';

/** Twentieths of a point; together the width between the margins. */
const widths = [3_000, 6_070] as const;

/** The facts of the file, one row each; what happened several times has a line for each time. */
export const enclosureTable = (rows: readonly EnclosureRow[], set: Typesetting): Table =>
  new Table({
    columnWidths: [...widths],
    width: { size: widths[0] + widths[1], type: WidthType.DXA },
    visuallyRightToLeft: set.isRightToLeft,
    rows: rows.map(
      ({ label, values }) =>
        new TableRow({
          cantSplit: true,
          children: [cell(set, widths[0], [label], true), cell(set, widths[1], values, false)],
        }),
    ),
  });

const cell = (set: Typesetting, width: number, lines: readonly string[], isBold: boolean): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    children: lines.map((line) => set.paragraph(line, { isBold, size: 20, spaceAfter: 0 })),
  });
