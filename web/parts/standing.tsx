import { Badge } from '@mantine/core';
import type { Reading } from '../../domain/follow-up/reading.ts';
import { fill } from '../../words/plurals.ts';
import { useWords } from '../app/speech.tsx';

/** Ink on wash, each at least 4.5 to 1; the word says what the colour says. */
const colours: Readonly<Record<Reading | 'not-started', readonly [ink: string, wash: string]>> = {
  'not-started': ['#4a5b6b', '#eef2f6'],
  'on-track': ['#1b6b3a', '#e6f4ea'],
  'action-needed': ['#7a4a00', '#fdf1d8'],
  overdue: ['#a4161a', '#fdeaea'],
  escalated: ['#ffffff', '#a4161a'],
  paused: ['#4a5b6b', '#eef2f6'],
  'under-verification': ['#004672', '#e0f0fa'],
  closed: ['#33414e', '#dfe5eb'],
};

/** How a follow-up stands, in one word, with its rung where there is one. */
export function Standing({ reading, rung }: { readonly reading: Reading | 'not-started'; readonly rung: number }) {
  const { terms } = useWords();
  const [ink, wash] = colours[reading];
  return (
    <Badge
      radius="sm"
      variant="filled"
      styles={{
        root: { background: wash, color: ink, textTransform: 'none', height: 'auto', minHeight: '1.4rem' },
        label: { whiteSpace: 'normal' },
      }}
    >
      {terms.readings[reading]}
      {rung > 0 && reading !== 'closed' ? ` · ${fill(terms.rung, { rung: String(rung) })}` : ''}
    </Badge>
  );
}
