import type { Position } from '../follow-up/events.ts';
import type { OfficialName } from '../reference/official-names.ts';

type SaidPosition = Exclude<Position, 'pending' | 'noted'>;

/**
 * What the Secretary-General's letter of a campaign says in one language. The title of the treaty stands apart from the sentence
 * (behind a colon, in quotes): it would have to be inflected otherwise. Dates are already written out.
 */
export type AppealWording = {
  readonly opening: (state: OfficialName, treaty: string) => string;
  /** For an appeal of which no treaty is known, `treaty` is the recommendation itself. */
  readonly signed: (on: string | null) => string;
  readonly notSigned: string;
  /** A State that has taken no position, or only took note, is told nothing about it. */
  readonly position: Readonly<Record<SaidPosition, (on: string | null) => string>>;
  readonly everyState: string;
  readonly goal: (on: string) => string;
  readonly help: (list: string) => string;
  readonly comma: string;
  readonly coordinator: string;
  readonly noCoordinator: string;
  readonly ask: (by: string) => string;
};

export const isSaid = (position: Position): position is SaidPosition => position !== 'pending' && position !== 'noted';
