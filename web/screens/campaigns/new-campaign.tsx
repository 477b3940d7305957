import { Button, Group, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import type { Schemas } from '../../client/types.ts';
import { useAct } from '../../client/use-act.ts';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { useCampaignWords } from '../../words/campaign-words.ts';
import { CampaignFields } from './campaign-fields.tsx';
import { bodyOf, emptyPlan, type Plan } from './campaign-plan.ts';
import { CampaignPreview } from './campaign-preview.tsx';

type Seen = { readonly plan: Plan; readonly preview: Schemas['CampaignPreview'] };

/** Planned, looked at, asked once more, and then started. Whoever changes the plan looks again. */
export function NewCampaign() {
  const words = useCampaignWords();
  const [plan, setPlan] = useState<Plan>(emptyPlan);
  const [seen, setSeen] = useState<Seen>();
  const preview = useAct('POST /campaigns/preview');
  const look = (event: FormEvent): void => {
    event.preventDefault();
    preview.act({ body: bodyOf(plan) }, (answer) => setSeen({ plan, preview: answer }));
  };
  const shown = seen?.plan === plan ? seen.preview : undefined;
  return (
    <Page title={words.start}>
      <form onSubmit={look}>
        <section className="panel" style={{ padding: '1rem' }}>
          <Stack>
            <CampaignFields plan={plan} change={setPlan} problem={preview.error} />
            {preview.error === null ? null : <Trouble problem={preview.error} />}
            <Group>
              <Button type="submit" variant={shown === undefined ? 'filled' : 'default'} loading={preview.isBusy}>
                {words.form.look}
              </Button>
            </Group>
          </Stack>
        </section>
      </form>
      <div aria-live="polite">
        {shown === undefined ? null : (
          <Panel title={words.form.looked}>
            <CampaignPreview preview={shown} />
            <Start plan={plan} count={shown.appealsCount} />
          </Panel>
        )}
      </div>
    </Page>
  );
}

function Start({ plan, count }: { readonly plan: Plan; readonly count: number }) {
  const { form } = useCampaignWords();
  const { number, words } = useSpeech();
  const navigate = useNavigate();
  const [isAsked, setAsked] = useState(false);
  const { act, isBusy, error } = useAct('POST /campaigns');
  const start = (): void => act({ body: bodyOf(plan) }, ({ id }) => void navigate({ to: `/campaigns/${id}` as '/' }));
  if (count === 0) return <p>{form.nobody}</p>;
  if (!isAsked) return <Button onClick={() => setAsked(true)}>{fill(form.begins, { count: number(count) })}</Button>;
  return (
    <div role="alert">
      <p>
        <strong>{form.ask}</strong>
      </p>
      {error === null ? null : <Trouble problem={error} />}
      <Group>
        <Button onClick={start} loading={isBusy}>
          {form.yes}
        </Button>
        <Button variant="default" onClick={() => setAsked(false)}>
          {words.shell.cancel}
        </Button>
      </Group>
    </div>
  );
}
