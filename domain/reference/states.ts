import type { Weekday } from '../time.ts';
export type State = { readonly code: string; readonly timeZone: string; readonly weekend: readonly Weekday[] };
export const states: readonly State[] = [{ code: 'SI', timeZone: 'Europe/Ljubljana', weekend: [6, 7] }];
export const stateByCode = (code: string): State | undefined => states.find((state) => state.code === code);
