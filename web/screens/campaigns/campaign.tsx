import { NativeSelect } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import type { Schemas } from '../../client/types.ts';
import { useApi } from '../../client/use-api.ts';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { When } from '../../parts/when.tsx';
import { useCampaignWords } from '../../words/campaign-words.ts';
import { CampaignActions } from './campaign-actions.tsx';
import { CampaignEvents } from './campaign-events.tsx';
import { CampaignMap } from './campaign-map.tsx';
import { CampaignProgress } from './campaign-progress.tsx';
import { CampaignRemaining } from './campaign-remaining.tsx';
import { CampaignSchedule } from './campaign-schedule.tsx';
import { CampaignStatus } from './campaign-status.tsx';
import styles from './campaigns.module.css';
import { May } from '../../parts/may.tsx';
import { useMay } from '../../app/who.tsx';
import { OwnTargets } from './own-targets.tsx';

export type Campaign = Schemas['Campaign'];

/** One campaign: how far it has come, who remains and why, what comes next, and what one can do. */
export function CampaignScreen() {
  const { id = '' } = useParams({ strict: false });
  const words = useCampaignWords();
  const { data, error, refetch } = useApi('GET /campaigns/{id}', { path: { id } });
  return (
    <Page title={data?.title ?? words.title} lead={data === undefined ? undefined : <Lead campaign={data} />} key={id}>
      {error === null || data !== undefined ? null : <Trouble problem={error} retry={() => void refetch()} />}
      {data === undefined ? <div aria-busy={error === null} /> : <Whole campaign={data} />}
    </Page>
  );
}

function Lead({ campaign }: { readonly campaign: Campaign }) {
  const words = useCampaignWords();
  const { date } = useSpeech();
  const { status, targetOn, startedAt, endReason } = campaign;
  return (
    <p style={{ margin: 0 }}>
      <CampaignStatus status={status} /> {fill(words.goal, { date: date(targetOn) })} · {words.startedOn}:{' '}
      <When at={startedAt} />
      {endReason === null ? null : (
        <>
          {' '}
          · <bdi>{endReason}</bdi>
        </>
      )}
    </p>
  );
}

function Whole({ campaign }: { readonly campaign: Campaign }) {
  const words = useCampaignWords();
  const { number } = useSpeech();
  const { id, instruments, counts } = campaign;
  const [chosen, choose] = useState<string>();
  const instrument = chosen ?? instruments[0] ?? '';
  // How far the whole has come is theirs alone to read who reach all of its States: others see what became of their own.
  const remaining = useApi('GET /campaigns/{id}/remaining', { path: { id }, query: { instrument } });
  const isPart = remaining.error?.problem.status === 404;
  const mayRun = useMay()('campaigns.run', campaign.states.stateCodes) && remaining.data !== undefined;
  return (
    <>
      <Panel title={mayRun ? words.actions.title : words.map.title}>
        {mayRun ? <CampaignActions campaign={campaign} /> : null}
        <dl className={styles.facts} style={{ marginTop: '0.75rem' }}>
          {(Object.keys(words.counts) as (keyof typeof words.counts)[]).map((each) => (
            <div key={each} data-count={each}>
              <dt>{words.counts[each]}</dt>
              <dd>{number(counts[each])}</dd>
            </div>
          ))}
        </dl>
      </Panel>
      {instruments.length === 1 ? null : (
        <NativeSelect
          label={words.treaty}
          value={instrument}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
          data={[...instruments]}
          maw={320}
        />
      )}
      {isPart ? <OwnTargets id={id} /> : <AsAWhole campaign={campaign} instrument={instrument} />}
    </>
  );
}

function AsAWhole({ campaign, instrument }: { readonly campaign: Campaign; readonly instrument: string }) {
  const { id } = campaign;
  return (
    <>
      <CampaignMap campaign={campaign} instrument={instrument} />
      <CampaignProgress id={id} instrument={instrument} />
      <CampaignRemaining id={id} instrument={instrument} />
      <CampaignSchedule campaign={campaign} />
      <May do="campaigns.run">
        <CampaignEvents id={id} />
      </May>
    </>
  );
}
