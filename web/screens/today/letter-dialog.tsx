import { Button, Group, Modal, Skeleton, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useSpeech } from '../../app/speech.tsx';
import { useAct } from '../../client/use-act.ts';
import { useApi } from '../../client/use-api.ts';
import { Trouble } from '../../parts/trouble.tsx';
import styles from './today.module.css';
import { May } from '../../parts/may.tsx';

type Given = {
  readonly recommendationId: string;
  readonly letterId: string;
  readonly rung: number;
  readonly close: () => void;
};

/** The drafted letter as it would go, to be approved, or dismissed with a reason. */
export function LetterDialog({ recommendationId, letterId, rung, close }: Given) {
  const { words } = useSpeech();
  const { today, terms, one, shell } = words;
  const { data: letter, error } = useApi('GET /letters/{id}', { path: { id: letterId } });
  const approve = useAct('POST /letters/{id}/approval');
  const dismiss = useAct('POST /recommendations/{id}/commands/dismiss-escalation');
  const [reason, setReason] = useState<string>();
  const problem = error ?? approve.error ?? dismiss.error;
  const body = letter?.body;
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={letter === undefined ? one.letter : `${terms.letters[letter.kind]} ${letter.reference}`}
      closeButtonProps={{ 'aria-label': shell.close }}
    >
      {problem ? <Trouble problem={problem} /> : null}
      {letter === undefined ? <Skeleton height={240} /> : null}
      {body === undefined ? null : (
        <article className={styles.letter} lang={letter?.language} dir="auto">
          {[body.addressee.join('\n'), body.salutation, ...body.paragraphs, body.closing, body.signature.join('\n')]
            .filter((part) => part !== '')
            .map((part) => (
              <p key={part} dir="auto">
                {part}
              </p>
            ))}
        </article>
      )}
      <Stack mt="md">
        {reason === undefined ? null : (
          <Textarea
            label={one.fields.reason}
            required
            data-autofocus
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        )}
        <Group>
          <May do="letters.write">
            {reason === undefined ? (
              <Button
                disabled={letter?.status !== 'draft'}
                loading={approve.isBusy}
                onClick={() => approve.act({ path: { id: letterId }, body: {} }, close)}
              >
                {today.approve}
              </Button>
            ) : null}
            <Button
              variant="default"
              disabled={letter?.status !== 'draft' || reason?.trim() === ''}
              loading={dismiss.isBusy}
              onClick={() =>
                reason === undefined
                  ? setReason('')
                  : dismiss.act({ path: { id: recommendationId }, body: { rung, reason } }, close)
              }
            >
              {today.dismiss}
            </Button>
          </May>
          <Button component="a" variant="subtle" href={`/api/v1/letters/${letterId}/document`} download>
            DOCX
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
