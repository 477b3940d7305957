import { Alert } from '@mantine/core';
import { fill } from '../../words/plurals.ts';
import { locales } from '../app/language.ts';
import { useSpeech } from '../app/speech.tsx';
import type { ApiProblem } from '../client/call.ts';
import type { AccessRefusal, AccessWords } from '../words/access-words.ts';
import { Trouble } from './trouble.tsx';

/** What the door says no with, in the reader's language; everything else as any other trouble. */
export function Refusal({ problem }: { readonly problem: ApiProblem | null }) {
  const { words } = useSpeech();
  const said = useRefusal(problem);
  if (problem === null) return null;
  if (said === undefined) return <Trouble problem={problem} />;
  return (
    <Alert color="red" variant="outline" bg="white" title={words.shell.problem.title} role="alert" my="sm">
      {said}
    </Alert>
  );
}

/** The sentence for a refusal; undefined where there is none. */
export function useRefusal(problem: ApiProblem | null): string | undefined {
  const { words, language } = useSpeech();
  if (problem === null) return undefined;
  const { waitSeconds } = problem;
  const { code, status } = problem.problem;
  if (status === 429 && waitSeconds > 0)
    return fill(words.access.wait, { time: durationIn(locales[language], waitSeconds) });
  return refusalText(words.access, code);
}

export const refusalText = ({ refusals }: AccessWords, code: string): string | undefined =>
  code in refusals ? refusals[code as AccessRefusal] : undefined;

/** "40 seconds", "3 minutes": a minute begun counts. */
function durationIn(locale: string, seconds: number): string {
  const [unit, value] = seconds < 90 ? (['second', seconds] as const) : (['minute', Math.ceil(seconds / 60)] as const);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}
