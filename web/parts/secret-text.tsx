import { Button } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../app/speech.tsx';
import styles from './secret-text.module.css';

type Given = { readonly text: string; readonly label: string; readonly copy: string };

/** Something that is shown once, to be copied. */
export function SecretText({ text, label, copy }: Given) {
  const { shell } = useWords();
  const [isCopied, setCopied] = useState(false);
  const take = (): void =>
    // Without leave to write to the clipboard the text stands there to be marked by hand.
    void navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <div>
      <figure className={styles.secret} dir="ltr" aria-label={label}>
        {text}
      </figure>
      <Button className="no-print" size="xs" variant="default" onClick={take}>
        {isCopied ? shell.copied : copy}
      </Button>
      <span className="visually-hidden" aria-live="polite">
        {isCopied ? shell.copied : ''}
      </span>
    </div>
  );
}
