import { keepPreviousData, useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call, type AnswerOf, type ApiProblem, type GetAddress, type Wish } from './call.ts';

/** Addresses that answer with a page and where the next one begins. */
type PagedAddress = {
  [A in GetAddress]: AnswerOf<A> extends { readonly items: readonly unknown[]; readonly nextCursor: string | null }
    ? A
    : never;
}[GetAddress];
type ItemOf<A extends PagedAddress> = AnswerOf<A> extends { readonly items: readonly (infer Item)[] } ? Item : never;
type PageOf<Item> = { readonly items: readonly Item[]; readonly nextCursor: string | null };

/** What is printed must be there whole, and a page that never ends is none. */
const mostItems = 1_000;

/** Page after page of a list; all of them at once where the whole is wanted, as for printing. */
export function usePages<A extends PagedAddress>(address: A, wish: Wish<A>, { isWhole = false } = {}) {
  const found = useInfiniteQuery<
    PageOf<ItemOf<A>>,
    ApiProblem,
    InfiniteData<PageOf<ItemOf<A>>, string | undefined>,
    readonly unknown[],
    string | undefined
  >({
    queryKey: [address, wish, 'pages'],
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...(wish as { query?: object }).query, cursor: pageParam };
      return (await call(address, { ...wish, query, signal } as never)) as unknown as PageOf<ItemOf<A>>;
    },
    initialPageParam: undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = found;
  const items = data?.pages.flatMap((page) => page.items);
  const isWanting = isWhole && hasNextPage && !isFetchingNextPage && (items?.length ?? 0) < mostItems;
  useEffect(() => {
    if (isWanting) void fetchNextPage();
  }, [isWanting, fetchNextPage]);
  return {
    data: items,
    error,
    refetch,
    hasMore: hasNextPage,
    more: (): void => void fetchNextPage(),
    isLoadingMore: isFetchingNextPage,
  };
}
