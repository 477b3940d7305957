import { Button, Group } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { SecretText } from '../../parts/secret-text.tsx';
import { useAccountsWords } from '../../words/accounts-words.ts';

type Given = { readonly codes: readonly string[]; readonly kept: () => void };

/** Shown once: to be copied or printed, and then put away. */
export function RecoveryCodes({ codes, kept }: Given) {
  const { second } = useAccountsWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        {second.codesTitle}
      </h3>
      <p>{second.codesHint}</p>
      <SecretText text={codes.join('\n')} label={second.codesTitle} copy={second.copy} />
      <Group mt="sm" className="no-print">
        <Button variant="default" onClick={() => window.print()}>
          {second.print}
        </Button>
        <Button onClick={kept}>{second.kept}</Button>
      </Group>
    </>
  );
}
