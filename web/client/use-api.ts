import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { call, type AnswerOf, type ApiProblem, type GetAddress, type Wish } from './call.ts';

/** The key under which an answer is kept: whoever changes something names what to read again by its address. */
const keyOf = <A extends GetAddress>(address: A, wish: Wish<A>): readonly unknown[] => [address, wish];

/** Reads an address and keeps what was shown until the next answer is there, so that nothing jumps. */
export const useApi = <A extends GetAddress>(
  address: A,
  wish: Wish<A>,
  { isWanted = true }: { readonly isWanted?: boolean } = {},
): UseQueryResult<AnswerOf<A>, ApiProblem> =>
  useQuery<AnswerOf<A>, ApiProblem>({
    queryKey: keyOf(address, wish),
    queryFn: ({ signal }) => call(address, { ...wish, signal }),
    placeholderData: keepPreviousData,
    enabled: isWanted,
  });
