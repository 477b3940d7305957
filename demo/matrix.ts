import { parse } from 'csv-parse/sync';
import { readFile } from 'node:fs/promises';
import { proposePlaybook } from '../domain/proposals/propose.ts';
import type { Sample, SampleRecommendation } from './sample.ts';

type Row = Readonly<Record<string, string>>;
const positions: Readonly<Record<string, string>> = { Supported: 'supported', Noted: 'noted' };
const focalPoints = 20;

/**
 * A thematic list of a universal periodic review as rows: report_symbol, paragraph, text_with_recommending_states, position,
 * themes, groups_of_persons and sdgs, lists joined with a vertical bar.
 */
export async function readMatrix(file: string): Promise<Sample> {
  const rows = parse(await readFile(file), { columns: true, bom: true, skip_empty_lines: true }) as readonly Row[];
  return {
    states: [{ code: 'SI', timeZone: 'Europe/Ljubljana', focalPoints }],
    sources: [
      {
        body: {
          kind: 'upr-review',
          stateCode: 'SI',
          title: 'Universal periodic review, third cycle',
          ...(rows[0]?.report_symbol ? { reportSymbol: rows[0].report_symbol } : {}),
        },
        recommendations: rows.map(recommendationOf),
      },
    ],
  };
}

const recommendationOf = (row: Row): SampleRecommendation => {
  const text = row.text_with_recommending_states ?? '';
  const themes = listOf(row.themes);
  return {
    stateCode: 'SI',
    paragraph: row.paragraph ?? '',
    text,
    playbook: proposePlaybook(text, themes).playbook,
    position: positions[row.position ?? ''] ?? 'pending',
    themes,
    affectedGroups: listOf(row.groups_of_persons),
    sdgs: listOf(row.sdgs)
      .map((goal) => Number.parseInt(goal, 10))
      .filter((goal) => goal >= 1 && goal <= 17),
  };
};

const listOf = (cell: string | undefined): readonly string[] =>
  (cell ?? '')
    .split('|')
    .map((part) => part.trim())
    .filter(Boolean);
