import { Button } from '@mantine/core';
import { fill } from '../../words/plurals.ts';
import { useWords } from '../app/speech.tsx';

type Given = {
  /** What was taken away a moment ago; undefined while there is nothing to take back. */
  readonly what: string | undefined;
  readonly isBusy: boolean;
  readonly undo: () => void;
};

/** Says what was taken away, and gives it back: safer than a question, and in nobody's way. */
export function Undo({ what, isBusy, undo }: Given) {
  const { shell } = useWords();
  return (
    <output className="no-print" style={{ display: 'block' }}>
      {what === undefined ? null : (
        <>
          {fill(shell.removed, { what })}{' '}
          <Button size="compact-sm" variant="subtle" loading={isBusy} onClick={undo}>
            {shell.undo}
          </Button>
        </>
      )}
    </output>
  );
}
