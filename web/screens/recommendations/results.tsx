import { Button, Checkbox, Skeleton } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSpeech } from '../../app/speech.tsx';
import { call, type AnswerOf, type ApiProblem } from '../../client/call.ts';
import { useApi } from '../../client/use-api.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { BulkActions, type Selection } from './bulk-actions.tsx';
import { Line } from './line.tsx';
import { directionOf, filterOf, isNarrowed, type View } from './view.ts';
import styles from './list.module.css';
import { useMay } from '../../app/who.tsx';

type PageOfLines = AnswerOf<'GET /recommendations'>;

/** Page after page as they are asked for; a view that was seen keeps its lines until the new ones are there. */
function usePages(view: View) {
  const query = { ...filterOf(view), sort: view.sort, direction: directionOf(view), limit: 50 };
  return useInfiniteQuery<PageOfLines, ApiProblem, readonly PageOfLines[], readonly unknown[], string | undefined>({
    queryKey: ['GET /recommendations', query],
    queryFn: ({ pageParam: cursor, signal }) => call('GET /recommendations', { query: { ...query, cursor }, signal }),
    initialPageParam: undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    select: ({ pages }) => pages,
  });
}

/** What the view finds, and what can be done with what is ticked. */
export function Results({ view }: { readonly view: View }) {
  const { words, count } = useSpeech();
  const { list, terms, shell } = words;
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = usePages(view);
  const { data: counts } = useApi('GET /recommendations/counts', { query: filterOf(view) });
  const mayChange = useMay()('follow-ups.steer');
  const [selection, setSelection] = useState<Selection>({ ids: new Set(), isAllFound: false });
  const lines = data?.flatMap(({ items }) => items);
  const toggle = (id: string): void => {
    const ids = new Set(selection.ids);
    if (!ids.delete(id)) ids.add(id);
    setSelection({ ids, isAllFound: false });
  };
  const isWhole = lines !== undefined && lines.length > 0 && lines.every(({ id }) => selection.ids.has(id));
  if (error) return <Trouble problem={error} retry={() => void refetch()} />;
  if (lines?.length === 0) return <Nothing isNarrowed={isNarrowed(view)} />;
  return (
    <>
      <p className={styles.found} aria-live="polite">
        {counts === undefined ? '' : count(list.found, counts.total)}
      </p>
      <div className="panel" aria-busy={lines === undefined}>
        <table className={styles.table}>
          <caption className="visually-hidden">{shell.nav.recommendations}</caption>
          <thead>
            <tr>
              {mayChange ? (
                <th scope="col" className={styles.tick}>
                  <Checkbox
                    aria-label={list.selectPage}
                    checked={isWhole}
                    onChange={() =>
                      setSelection({ ids: new Set(isWhole ? [] : lines?.map(({ id }) => id)), isAllFound: false })
                    }
                  />
                </th>
              ) : null}
              <th scope="col">{terms.recommendation}</th>
              <th scope="col" className={styles.standing}>
                {terms.reading}
              </th>
              <th scope="col" className={styles.stage}>
                {terms.axes.implementation}
              </th>
              <th scope="col" className={styles.date}>
                {terms.due}
              </th>
              <th scope="col" className={styles.date}>
                {terms.nextStep}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines === undefined ? <Waiting /> : null}
            {lines?.map((line) => (
              <Line
                key={line.id}
                line={line}
                isSelected={selection.isAllFound || selection.ids.has(line.id)}
                toggle={mayChange ? toggle : undefined}
              />
            ))}
          </tbody>
        </table>
      </div>
      {hasNextPage ? (
        <Button variant="default" mt="sm" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {shell.more}
        </Button>
      ) : null}
      {mayChange ? (
        <BulkActions view={view} selection={selection} found={counts?.total ?? 0} select={setSelection} />
      ) : null}
    </>
  );
}

const Waiting = () =>
  Array.from({ length: 8 }, (_, index) => (
    <tr key={index}>
      <td colSpan={6}>
        <Skeleton height={38} />
      </td>
    </tr>
  ));

function Nothing({ isNarrowed: isFiltered }: { readonly isNarrowed: boolean }) {
  const { list, shell } = useSpeech().words;
  const { title, text } = isFiltered ? list.nothingFound : list.empty;
  return (
    <div className="panel" style={{ padding: '1.5rem' }}>
      <h2 style={{ marginTop: 0 }}>{title}</h2>
      <p>{text}</p>
      {isFiltered ? null : <a href="/api/docs">{shell.nav.api}</a>}
    </div>
  );
}
