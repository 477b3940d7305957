import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useWords } from '../../app/speech.tsx';
import type { Who } from '../../app/who.tsx';
import { useCall } from '../../client/use-call.ts';
import { Refusal } from '../../parts/refusal.tsx';
import { useFirstFocus } from '../../parts/use-first-focus.ts';
import styles from './sign-in.module.css';

type Given = { readonly ticket: string; readonly signedIn: (who: Who) => void; readonly again: () => void };

/** The second step: six figures of an app, or one of the codes that were kept on paper. */
export function CodeForm({ ticket, signedIn, again }: Given) {
  const { code: words } = useWords().access;
  const [isRecovery, setRecovery] = useState(false);
  const first = useFirstFocus();
  const [given, setGiven] = useState('');
  const { ask, isBusy, error } = useCall('POST /session/second-factor', signedIn);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (isRecovery) ask({ body: { ticket, recoveryCode: given.trim() } });
    else ask({ body: { ticket, code: given } });
  };
  return (
    <form onSubmit={send} className={styles.form}>
      <h2 className={styles.step}>{words.title}</h2>
      <TextInput
        key={String(isRecovery)}
        label={isRecovery ? words.recovery : words.code}
        description={isRecovery ? words.recoveryHint : words.hint}
        required
        ref={first}
        dir="ltr"
        autoComplete="one-time-code"
        inputMode={isRecovery ? 'text' : 'numeric'}
        value={given}
        onChange={({ currentTarget }) => setGiven(currentTarget.value)}
        data-mantine-stop-propagation="true"
      />
      <Refusal problem={error} />
      <Button type="submit" fullWidth loading={isBusy}>
        {words.submit}
      </Button>
      <Button
        variant="subtle"
        h="auto"
        py={6}
        styles={{ label: { whiteSpace: 'normal' } }}
        onClick={() => (setGiven(''), setRecovery(!isRecovery))}
      >
        {isRecovery ? words.useCode : words.useRecovery}
      </Button>
      <Button variant="subtle" onClick={again}>
        {words.again}
      </Button>
    </form>
  );
}
