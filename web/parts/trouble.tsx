import { Alert, Button } from '@mantine/core';
import type { ApiProblem } from '../client/call.ts';
import { useSpeech } from '../app/speech.tsx';
import type { ShellWords } from '../words/shell-words.ts';

export type Advice = keyof ShellWords['problem']['advice'];

/** What a person can do about a refusal, by its status. */
export function adviceFor({ problem: { status, code } }: ApiProblem): Advice {
  if (code === 'Offline') return 'offline';
  if (status === 503) return 'unavailable';
  if (status === 412 || status === 428) return 'changed';
  if (status === 429) return 'tooMany';
  if (status === 404) return 'missing';
  if (status >= 500) return 'internal';
  return code === 'InvalidField' || code === 'InvalidRequest' ? 'invalid' : 'refused';
}

type Given = { readonly problem: ApiProblem; readonly retry?: () => void };

/** A problem document as a person reads it: what to do first, what the server says below, in the API's own English. */
export function Trouble({ problem, retry }: Given) {
  const { words } = useSpeech();
  const { title, advice, tryAgain, serverSays } = words.shell.problem;
  const isForbidden = problem.problem.code === 'Forbidden';
  return (
    <Alert color="red" variant="outline" bg="white" title={title} role="alert" my="sm">
      <p style={{ margin: '0 0 .5rem' }}>
        {isForbidden ? words.access.refusals.Forbidden : advice[adviceFor(problem)]}
      </p>
      {problem.problem.code === 'Offline' ? null : (
        <p className="soft" style={{ margin: 0 }}>
          {serverSays}:{' '}
          <span lang="en" dir="ltr">
            {problem.problem.detail} ({problem.problem.code})
          </span>
        </p>
      )}
      {retry === undefined ? null : (
        <Button mt="sm" size="xs" variant="default" onClick={retry}>
          {tryAgain}
        </Button>
      )}
    </Alert>
  );
}
