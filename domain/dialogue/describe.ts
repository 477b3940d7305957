import type { DialogueFacts, DialogueKind } from './events.ts';

const names: Readonly<Record<DialogueKind, string>> = {
  meeting: 'Meeting',
  call: 'Call',
  letter: 'Letter',
  'note-verbale': 'Note verbale',
  consultation: 'Consultation',
  workshop: 'Workshop',
};

type Described = Pick<DialogueFacts, 'kind' | 'direction' | 'isPlanned' | 'place'> & {
  /** Names of institutions, never of persons. */
  readonly institutions: readonly string[];
  readonly pointsAgreed: number;
  readonly isWithdrawn: boolean;
};

/** One line about an entry, from facts alone: no subject, no text and no name of a person. */
export function describeDialogue(entry: Described): string {
  const { kind, direction, institutions, place, pointsAgreed } = entry;
  const what = direction === null ? names[kind] : `${names[kind]} ${direction}`;
  const preposition = direction === null ? 'with' : direction === 'sent' ? 'to' : 'from';
  const whom = institutions.length === 0 ? '' : ` ${preposition} ${inWords(institutions)}`;
  const where = place === null ? '' : `, ${place}`;
  const agreed = pointsAgreed === 0 ? '' : `; ${pointsAgreed} ${pointsAgreed === 1 ? 'point' : 'points'} agreed`;
  return `${prefixOf(entry)}${what}${whom}${where}${agreed}`;
}

const prefixOf = ({ isWithdrawn, isPlanned }: Described): string =>
  isWithdrawn ? 'Withdrawn: ' : isPlanned ? 'Planned: ' : '';

/** How an answer that was given in a conversation names it, when nobody wrote a note of their own. */
export const describeOccasion = ({ kind, heldOn, subject }: DialogueFacts): string =>
  `${names[kind]} of ${heldOn}: ${subject}`;

/** A line stays a line: beyond three, a number stands for the rest. */
function inWords(all: readonly string[]): string {
  const shown = all.length > 3 ? [...all.slice(0, 2), `${all.length - 2} others`] : all;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
