import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Schemas } from '../../client/types.ts';
import { useApi } from '../../client/use-api.ts';
import { Page } from '../../parts/page.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { usePlaybookWords } from '../../words/playbook-words.ts';

type Stored = Schemas['Playbook'];
type Given = {
  readonly playbookKey: string;
  /** The current one when none is named. */
  readonly version: number | undefined;
  readonly children: (chosen: Stored, all: readonly Stored[]) => ReactNode;
};

/** Reads all versions of a playbook and shows one of them; says so when there is none, and keeps its place meanwhile. */
export function StoredVersion({ playbookKey: key, version, children }: Given) {
  const words = usePlaybookWords();
  const { data, error, refetch } = useApi('GET /playbooks/{key}', { path: { key } });
  if (error)
    return (
      <Page title={words.title}>
        <Trouble problem={error} retry={() => void refetch()} />
      </Page>
    );
  const chosen = data?.find((each) => (version === undefined ? each.isCurrent : each.version === version)) ?? data?.[0];
  if (data === undefined || chosen === undefined)
    return (
      <Page title={words.title}>
        <Skeleton height={400} aria-busy="true" />
      </Page>
    );
  return children(chosen, data);
}
