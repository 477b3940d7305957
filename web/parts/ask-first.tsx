import { Button, Group } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../app/speech.tsx';

type Given = {
  /** What the button does. */
  readonly label: string;
  /** What will be so for good. */
  readonly question: string;
  readonly isBusy: boolean;
  readonly act: () => void;
};

/** A deed that cannot be taken back: asked once more, with the focus on the question, before it is done. */
export function AskFirst({ label, question, isBusy, act }: Given) {
  const { shell } = useWords();
  const [isAsked, setAsked] = useState(false);
  const answer = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isAsked) answer.current?.focus();
  }, [isAsked]);
  if (!isAsked)
    return (
      <Button size="compact-sm" variant="default" loading={isBusy} onClick={() => setAsked(true)}>
        {label}
      </Button>
    );
  return (
    <div role="alertdialog" aria-label={question}>
      <p style={{ margin: '0 0 .4rem' }}>{question}</p>
      <Group gap="xs">
        <Button
          ref={answer}
          size="compact-sm"
          loading={isBusy}
          onClick={() => {
            setAsked(false);
            act();
          }}
        >
          {label}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => setAsked(false)}>
          {shell.cancel}
        </Button>
      </Group>
    </div>
  );
}
