import { Stack } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Trouble } from '../../parts/trouble.tsx';
import { useCampaignWords } from '../../words/campaign-words.ts';
import { ActionFields, type Entered } from './action-fields.tsx';
import type { Action } from './campaign-actions.tsx';
import type { Campaign } from './campaign.tsx';
import { useCampaignCommand } from './use-campaign-command.ts';
import { FormButtons } from '../../parts/form-buttons.tsx';

type Given = {
  readonly action: Action;
  readonly name: string;
  readonly campaign: Campaign;
  readonly close: () => void;
  readonly finished: (batchId: string | undefined) => void;
};

/** What reaches many States, or cannot be undone, is asked once more. */
const grave: readonly Action[] = ['approve', 'end'];

/** The form of one command: what it does, what it asks, and a question before what is for good. */
export function ActionForm({ action, name, campaign, close, finished }: Given) {
  const { actions } = useCampaignWords();
  const [entered, setEntered] = useState<Entered>({ ...factsOf(campaign) });
  const [isAsked, setAsked] = useState(false);
  const { give, isBusy, problem } = useCampaignCommand(campaign, action);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (grave.includes(action) && !isAsked) setAsked(true);
    else give(entered, finished);
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <p style={{ margin: 0 }}>{actions.hint[action]}</p>
        <ActionFields
          action={action}
          campaign={campaign}
          entered={entered}
          change={(more) => setEntered({ ...entered, ...more })}
          problem={problem}
        />
        {problem === null ? null : <Trouble problem={problem} />}
        {isAsked ? (
          <p role="alert" style={{ margin: 0 }}>
            <strong>{actions.sure}</strong>
          </p>
        ) : null}
        <FormButtons label={name} isBusy={isBusy} close={close} />
      </Stack>
    </form>
  );
}

const factsOf = ({ title, targetOn, letterOn, wave }: Campaign): Entered => ({
  title,
  targetOn,
  letterOn,
  size: String(wave.size),
  everyDays: String(wave.everyDays),
});
