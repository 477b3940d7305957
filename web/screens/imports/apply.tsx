import { Button, Group, Progress } from '@mantine/core';
import { useState } from 'react';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import { useAct } from '../../client/use-act.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { useTreatyWords } from '../../words/treaty-words.ts';
import type { Import } from './import.tsx';

type Given = { readonly whole: Import };

/** Judging a draft again, and putting it into the log: asked once more, for follow-ups close by it. */
export function Apply({ whole }: Given) {
  const { imports } = useTreatyWords();
  const { words } = useSpeech();
  const [isAsked, setAsked] = useState(false);
  const path = { id: whole.id };
  const judge = useAct('POST /treaty-status-imports/{id}/judge');
  const apply = useAct('POST /treaty-status-imports/{id}/apply');
  const problem = judge.error ?? apply.error;
  return (
    <div className="no-print">
      {isAsked ? (
        <p role="alert">
          <strong>{imports.ask}</strong>
        </p>
      ) : null}
      <Group>
        {isAsked ? (
          <>
            <Button loading={apply.isBusy} onClick={() => apply.act({ path })}>
              {imports.yes}
            </Button>
            <Button variant="default" onClick={() => setAsked(false)}>
              {words.shell.cancel}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={() => setAsked(true)}>{imports.apply}</Button>
            <Button variant="default" loading={judge.isBusy} onClick={() => judge.act({ path })}>
              {imports.judge}
            </Button>
          </>
        )}
      </Group>
      {problem === null ? null : <Trouble problem={problem} />}
    </div>
  );
}

/** How far recording is; it goes on without this page. */
export function Applying({ whole: { total, results, status } }: Given) {
  const { imports } = useTreatyWords();
  const { number } = useSpeech();
  const done = total - (results.waiting ?? 0);
  const says = fill(imports.progress, { done: number(done), all: number(total) });
  return (
    <>
      {status === 'applied' ? null : (
        <Progress value={total === 0 ? 100 : (100 * done) / total} aria-label={says} mb="xs" />
      )}
      <output style={{ display: 'block' }}>
        {says}. {status === 'applied' ? imports.finished : imports.leave}
      </output>
    </>
  );
}
