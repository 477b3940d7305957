import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { useLetterWords } from '../../words/letter-words.ts';
import { Approve, Dismiss, MarkSent, RecordReply } from './letter-forms.tsx';
import type { Letter } from './letter.tsx';

const forms = { approve: Approve, dismiss: Dismiss, markSent: MarkSent, recordReply: RecordReply } as const;
type Action = keyof typeof forms;

/** What the letter takes now. That of a rung goes with its rung; one of a campaign can be put away until it is sent. */
function actionsOf({ status, appealKey }: Letter): readonly Action[] {
  if (status === 'draft') return ['approve', 'dismiss'];
  if (status === 'approved') return appealKey === null ? ['markSent'] : ['markSent', 'dismiss'];
  return status === 'sent' ? ['recordReply'] : [];
}

/** Each is asked once more before it is done: what goes on record stays there. */
export function LetterActions({ letter }: { readonly letter: Letter }) {
  const words = useLetterWords();
  const [chosen, choose] = useState<Action>();
  const actions = actionsOf(letter);
  if (chosen !== undefined && actions.includes(chosen)) {
    const Form = forms[chosen];
    return <Form letter={letter} close={() => choose(undefined)} />;
  }
  return (
    <Group mt="md" className="no-print">
      {actions.map((action, index) => (
        <Button key={action} variant={index === 0 ? 'filled' : 'default'} onClick={() => choose(action)}>
          {words[action]}
        </Button>
      ))}
    </Group>
  );
}
