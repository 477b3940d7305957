import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import { ApiProblem, call } from '../../client/call.ts';
import { Trouble } from '../../parts/trouble.tsx';

/** Starts what is not started, one after the other. Each has a key of its own: a second try starts nothing twice. */
export function StartAll({ ids }: { readonly ids: readonly string[] }) {
  const { words, number } = useSpeech();
  const queries = useQueryClient();
  const [going, setGoing] = useState<{ readonly done: number; readonly all: number } | undefined>();
  const [problem, setProblem] = useState<ApiProblem | undefined>();
  const start = async (): Promise<void> => {
    setProblem(undefined);
    try {
      for (const [done, id] of ids.entries()) {
        setGoing({ done, all: ids.length });
        await startFollowUp(id);
      }
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
    } finally {
      setGoing(undefined);
      await queries.invalidateQueries();
    }
  };
  if (ids.length === 0 && problem === undefined) return null;
  return (
    <div className="no-print">
      {ids.length === 0 ? null : (
        <Button onClick={() => void start()} disabled={going !== undefined}>
          {fill(words.sources.startAll, { count: number(ids.length) })}
        </Button>
      )}
      <output>
        {going === undefined
          ? ''
          : ` ${fill(words.sources.starting, { done: number(going.done), all: number(going.all) })}`}
      </output>
      {problem === undefined ? null : <Trouble problem={problem} />}
    </div>
  );
}

/** Somebody else may have been quicker: what runs already is started. */
export async function startFollowUp(id: string): Promise<void> {
  try {
    const wish = { path: { id }, body: {}, key: `web-start-${id}` };
    await call('POST /recommendations/{id}/commands/start-follow-up', wish as never);
  } catch (error) {
    if (!(error instanceof ApiProblem) || error.problem.code !== 'AlreadyStarted') throw error;
  }
}
