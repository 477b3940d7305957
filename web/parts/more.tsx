import { Button } from '@mantine/core';
import { useWords } from '../app/speech.tsx';

type Given = {
  readonly pages: { readonly hasMore: boolean; readonly isLoadingMore: boolean; readonly more: () => void };
};

/** Asks for the next page of a list, where there is one. */
export function More({ pages: { hasMore, isLoadingMore, more } }: Given) {
  const { shell } = useWords();
  if (!hasMore) return null;
  return (
    <Button className="no-print" variant="default" mt="sm" loading={isLoadingMore} onClick={more}>
      {shell.more}
    </Button>
  );
}
