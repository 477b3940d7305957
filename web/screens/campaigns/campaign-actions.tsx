import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import { useApi } from '../../client/use-api.ts';
import { useCampaignWords } from '../../words/campaign-words.ts';
import { ActionForm } from './action-form.tsx';
import type { Campaign } from './campaign.tsx';
import styles from './campaigns.module.css';
import { LettersApproved } from './letters-approved.tsx';

export type Action = 'pause' | 'resume' | 'change' | 'takeIn' | 'leaveOut' | 'approve' | 'end';

/** What may be asked of a campaign, by what it is: one that has ended takes nothing but the approval of what still waits. */
const allowed: Readonly<Record<Campaign['status'], readonly Action[]>> = {
  running: ['approve', 'pause', 'change', 'takeIn', 'leaveOut', 'end'],
  paused: ['resume', 'approve', 'change', 'takeIn', 'leaveOut', 'end'],
  ended: ['approve'],
};
const mostLetters = 200;

/** Every command that the campaign takes now, and none other. */
export function CampaignActions({ campaign }: { readonly campaign: Campaign }) {
  const { actions } = useCampaignWords();
  const { words, number } = useSpeech();
  const [chosen, choose] = useState<Action>();
  const [done, setDone] = useState<string>();
  const [batchId, setBatchId] = useState<string>();
  const query = { campaignId: campaign.id, status: 'draft', limit: mostLetters };
  const { data: letters } = useApi('GET /letters', { query });
  const waiting = letters?.items.length ?? 0;
  const count = `${number(waiting)}${letters?.nextCursor == null ? '' : '+'}`;
  const nameOf = (action: Action): string => fill(actions[action], { count });
  const offered = allowed[campaign.status].filter((action) => action !== 'approve' || waiting > 0);
  const close = (): void => choose(undefined);
  return (
    <div className="no-print">
      <div className={styles.commands}>
        {offered.map((action) => (
          <Button key={action} variant={action === 'approve' ? 'filled' : 'default'} onClick={() => choose(action)}>
            {nameOf(action)}
          </Button>
        ))}
      </div>
      <output style={{ display: 'block', marginTop: '0.5rem' }}>
        {done === undefined ? null : `✓ ${fill(actions.done, { what: done })}`}
      </output>
      {batchId === undefined ? null : <LettersApproved id={batchId} />}
      <Modal
        opened={chosen !== undefined}
        onClose={close}
        title={chosen === undefined ? '' : nameOf(chosen)}
        closeButtonProps={{ 'aria-label': words.shell.close }}
      >
        {chosen === undefined ? null : (
          <ActionForm
            action={chosen}
            name={nameOf(chosen)}
            campaign={campaign}
            close={close}
            finished={(batch) => {
              setDone(nameOf(chosen));
              setBatchId(batch);
              close();
            }}
          />
        )}
      </Modal>
    </div>
  );
}
