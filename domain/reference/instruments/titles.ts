import type { UnLanguage } from '../states.ts';
import { titleRows } from './title-rows.ts';

type Titles = Readonly<Record<UnLanguage, string>>;

export function titlesOf(key: string): Titles {
  const titles = byKey.get(key);
  if (titles === undefined) throw new Error(`No titles for ${key}`);
  return titles;
}

const byKey: ReadonlyMap<string, Titles> = new Map(titleRows.trim().split('\n').map(readRow));

function readRow(row: string): [string, Titles] {
  const [key = '', en = '', fr = '', es = '', ru = '', zh = '', ar = ''] = row.split('|');
  return [key, { en, fr, es, ru, zh, ar }];
}
