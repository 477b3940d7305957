import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../app/speech.tsx';
import type { ApiProblem } from '../client/call.ts';
import { Trouble } from './trouble.tsx';

type Asked<T> = {
  readonly data: T | undefined;
  readonly error: ApiProblem | null;
  readonly refetch: () => unknown;
};
type Given<T> = {
  readonly of: Asked<T>;
  /** How many lines it will be about: what comes must not push away what stands below. */
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
};

/** What was asked for: grey lines until it is there, what to do when it does not come, and then the thing itself. */
export function Shown<T>({ of: { data, error, refetch }, lines = 3, children }: Given<T>) {
  const { shell } = useWords();
  if (data !== undefined) return <>{children(data)}</>;
  if (error !== null) return <Trouble problem={error} retry={() => void refetch()} />;
  return (
    <div aria-busy="true">
      <span className="visually-hidden">{shell.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={18} mb={10} aria-hidden />
      ))}
    </div>
  );
}
