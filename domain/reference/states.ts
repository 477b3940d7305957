import type { Weekday } from '../time.ts';
import { stateRows } from './state-rows.ts';

/** The six official languages of the United Nations. */
export type UnLanguage = 'en' | 'fr' | 'es' | 'ru' | 'zh' | 'ar';

export type RegionalGroup = keyof typeof groupCodes;

export type State = {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  /** The short name that the United Nations uses, in its six official languages. */
  readonly names: Readonly<Record<UnLanguage, string>>;
  readonly regionalGroup: RegionalGroup;
  readonly membership: 'member' | 'observer';
  /** The days on which its government rests. */
  readonly weekend: readonly Weekday[];
  /** IANA name of the zone that its capital keeps. */
  readonly timeZone: string;
};

const groupCodes = {
  african: 'AF',
  'asia-pacific': 'AP',
  'eastern-european': 'EE',
  'latin-american-and-caribbean': 'LA',
  'western-european-and-others': 'WE',
  none: '--',
} as const;

export const regionalGroups = Object.keys(groupCodes) as readonly RegionalGroup[];

const observers: ReadonlySet<string> = new Set(['PS', 'VA']);
const groupOf = new Map(Object.entries(groupCodes).map(([group, code]) => [code as string, group as RegionalGroup]));

export const states: readonly State[] = stateRows.trim().split('\n').map(readRow);

const byCode: ReadonlyMap<string, State> = new Map(states.map((state) => [state.code, state]));

export const stateByCode = (code: string): State | undefined => byCode.get(code);

function readRow(row: string): State {
  const [code = '', group = '', timeZone = '', weekend = '', en = '', fr = '', es = '', ru = '', zh = '', ar = ''] =
    row.split('|');
  return {
    code,
    names: { en, fr, es, ru, zh, ar },
    regionalGroup: groupOf.get(group) ?? 'none',
    membership: observers.has(code) ? 'observer' : 'member',
    weekend: Array.from(weekend, (day) => Number(day) as Weekday),
    timeZone,
  };
}
