import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { call, type Address, type AnswerOf, type ApiProblem, type Wish } from './call.ts';

/** A key that a repeat of the same words goes under: sent twice, they are taken once. */
const newKey = (): string => `web-${crypto.getRandomValues(new Uint32Array(4)).join('-')}`;

type More = { readonly ifMatch?: string; readonly file?: File };

/**
 * Does something once. A second try with the same words after a lost connection has the same key; other words, or a success
 * between, make it another deed. What is on screen is read again afterwards.
 */
export function useAct<A extends Address>(address: A) {
  const queries = useQueryClient();
  const held = useRef<{ readonly words: string; readonly key: string }>(undefined);
  const { mutate, isPending, error, reset } = useMutation<AnswerOf<A>, ApiProblem, Wish<A> & More>({
    mutationFn: (wish) => {
      // A file is told from another by its name, size and date: the server compares no more than the key.
      const { name, size, lastModified } = wish.file ?? {};
      const words = JSON.stringify([wish, name, size, lastModified]);
      if (held.current?.words !== words) held.current = { words, key: newKey() };
      return call(address, { ...wish, key: held.current.key });
    },
    onSuccess: () => {
      held.current = undefined;
      return queries.invalidateQueries();
    },
  });
  return {
    act: (wish: Wish<A> & More, then?: (answer: AnswerOf<A>) => void): void =>
      mutate(wish, then === undefined ? {} : { onSuccess: then }),
    isBusy: isPending,
    error,
    forget: reset,
  };
}
