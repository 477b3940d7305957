import { Button, Group, Stack } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useWords } from '../../app/speech.tsx';
import type { ApiProblem } from '../../client/call.ts';
import { Trouble } from '../../parts/trouble.tsx';

type Given = {
  /** What the form does. */
  readonly label: string;
  /** What will be so afterwards. */
  readonly question: string;
  readonly answer: {
    readonly isBusy: boolean;
    readonly error: ApiProblem | null;
    readonly give: () => void;
    readonly close: () => void;
  };
  readonly children: ReactNode;
};

/**
 * A form whose deed reaches everybody: filled in first, then asked once more, with the focus on the question. Other words are asked about
 * anew.
 */
export function AskedForm({ label, question, answer: { isBusy, error, give, close }, children }: Given) {
  const { shell } = useWords();
  const [isAsked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const confirm = useRef<HTMLButtonElement>(null);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  useEffect(() => {
    if (isAsked) confirm.current?.focus();
  }, [isAsked]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isAsked) give();
    setAsked(!isAsked);
  };
  return (
    <form ref={form} onSubmit={submit} onChange={() => setAsked(false)} aria-label={label}>
      <Stack gap="sm" my="sm">
        {children}
        {error === null ? null : <Trouble problem={error} />}
        {isAsked ? (
          <p role="alert" style={{ margin: 0 }}>
            <strong>{question}</strong>
          </p>
        ) : null}
        <Group gap="xs">
          <Button ref={confirm} type="submit" size="compact-sm" loading={isBusy}>
            {label}
          </Button>
          <Button size="compact-sm" variant="default" onClick={isAsked ? () => setAsked(false) : close}>
            {shell.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
