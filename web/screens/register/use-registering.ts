import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, call } from '../../client/call.ts';
import { startFollowUp } from '../sources/start-all.tsx';
import { playbookOf, type DraftLine } from './draft-line.ts';

type Wish = {
  readonly sourceId: string;
  readonly lines: readonly DraftLine[];
  readonly isStarting: boolean;
  readonly change: (key: string, change: Partial<DraftLine>) => void;
};

/**
 * Registers line by line, and starts what is to be started. What failed keeps its key and its problem, and a second try
 * goes on with it alone.
 */
export function useRegistering() {
  const queries = useQueryClient();
  const [going, setGoing] = useState<{ readonly done: number; readonly all: number } | undefined>();
  const register = async ({ sourceId, lines, isStarting, change }: Wish): Promise<boolean> => {
    let failed = 0;
    for (const [done, line] of lines.entries()) {
      setGoing({ done, all: lines.length });
      try {
        const id = line.registeredAs ?? (await registered(sourceId, line));
        change(line.key, { registeredAs: id, problem: undefined });
        if (isStarting && line.isStarted !== true) await startFollowUp(id);
        if (isStarting) change(line.key, { isStarted: true });
      } catch (problem) {
        if (!(problem instanceof ApiProblem)) throw problem;
        failed += 1;
        change(line.key, { problem });
      }
    }
    setGoing(undefined);
    await queries.invalidateQueries();
    return failed === 0;
  };
  return { register, going };
}

/** A corrected line is another request, and so has another key. */
async function registered(sourceId: string, line: DraftLine): Promise<string> {
  const { key, paragraph, text, position, targetOn, stateCode } = line;
  const body = {
    sourceId,
    stateCode,
    text,
    position,
    playbook: playbookOf(line),
    ...(paragraph.trim() === '' ? {} : { paragraph: paragraph.trim() }),
    ...(targetOn === '' ? {} : { targetOn }),
  };
  return (await call('POST /recommendations', { body, key } as never)).id;
}
