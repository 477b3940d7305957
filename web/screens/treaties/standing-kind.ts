import type { StandingLine } from './treaty.tsx';

export type StandingKind = 'party' | 'signed' | 'left' | 'none';

/** Whether somebody is a party, has only signed, or has left; `none` for who never did anything. */
export function standingKind({ standing }: StandingLine): StandingKind {
  if (standing.isParty) return 'party';
  if (standing.denouncedOn !== null) return 'left';
  return standing.isSignatory ? 'signed' : 'none';
}
