import { Button, Group, Progress } from '@mantine/core';
import { useState } from 'react';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import type { ApiProblem } from '../../client/call.ts';
import { useApi } from '../../client/use-api.ts';
import { Trouble } from '../../parts/trouble.tsx';

type Preview = {
  readonly concerned: number;
  readonly notConcerned: Readonly<Record<string, number>>;
};
type Given = {
  readonly isReady: boolean;
  /** What was asked: other words need another look. */
  readonly words: string;
  readonly preview: (then: (preview: Preview) => void) => void;
  readonly give: (then: (batchId: string | undefined) => void) => void;
  readonly isBusy: boolean;
  readonly problem: ApiProblem | null;
  readonly close: () => void;
};

/** First whom it concerns, then doing it, then how far it is; none is done unseen. */
export function BulkSteps({ isReady, words: asked, preview, give, isBusy, problem, close }: Given) {
  const { words, count } = useSpeech();
  const { bulk } = words.list;
  const [seen, setSeen] = useState<{ readonly words: string; readonly preview: Preview }>();
  const [given, setGiven] = useState<{ readonly batchId: string | undefined }>();
  if (given !== undefined)
    return (
      <output style={{ display: 'block' }}>
        <p>{bulk.begun}</p>
        {given.batchId === undefined ? null : <BatchProgress id={given.batchId} />}
        <Button onClick={close}>{words.shell.close}</Button>
      </output>
    );
  const shown = seen?.words === asked ? seen.preview : undefined;
  return (
    <>
      {problem ? <Trouble problem={problem} /> : null}
      {shown === undefined ? null : <Concerned preview={shown} />}
      <Group>
        {shown === undefined ? (
          <Button
            disabled={!isReady}
            loading={isBusy}
            onClick={() => preview((answer) => setSeen({ words: asked, preview: answer }))}
          >
            {bulk.preview}
          </Button>
        ) : (
          <Button
            disabled={!isReady || shown.concerned === 0}
            loading={isBusy}
            onClick={() => give((batchId) => setGiven({ batchId }))}
          >
            {count(bulk.confirm, shown.concerned)}
          </Button>
        )}
        <Button variant="default" onClick={close}>
          {words.shell.cancel}
        </Button>
      </Group>
    </>
  );
}

function Concerned({ preview: { concerned, notConcerned } }: { readonly preview: Preview }) {
  const { words, count } = useSpeech();
  const { bulk } = words.list;
  return (
    <output style={{ display: 'block' }}>
      <p>{count(bulk.concerned, concerned)}</p>
      {Object.entries(notConcerned).map(([code, some]) => (
        <p key={code} className="soft">
          {count(bulk.left, some)}{' '}
          <span lang="en" dir="ltr">
            {code}
          </span>
        </p>
      ))}
    </output>
  );
}

function BatchProgress({ id }: { readonly id: string }) {
  const { words, number } = useSpeech();
  const { data } = useApi('GET /batches/{id}', { path: { id } });
  if (data === undefined) return null;
  const { counts, total } = data;
  const done = total - counts.pending;
  const says = fill(words.list.bulk.progress, { done: number(done), total: number(total) });
  return (
    <>
      <Progress value={total === 0 ? 100 : (100 * done) / total} mb="xs" aria-label={says} />
      <p>{says}</p>
    </>
  );
}
