import { useMutation } from '@tanstack/react-query';
import { call, type Address, type AnswerOf, type ApiProblem, type Wish } from './call.ts';

/** One call whose answer is for the screen itself: nothing that was read before is read again, and none is repeated. */
export function useCall<A extends Address>(address: A, then: (answer: AnswerOf<A>) => void) {
  const { mutate, isPending, error, reset } = useMutation<AnswerOf<A>, ApiProblem, Wish<A>>({
    mutationFn: (wish) => call(address, wish),
    onSuccess: then,
  });
  return { ask: (wish: Wish<A>): void => mutate(wish), isBusy: isPending, error, forget: reset };
}
