import { Button } from '@mantine/core';
import { obstacleNames } from '../../../domain/campaign/obstacles.ts';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import type { Schemas } from '../../client/types.ts';
import { useAct } from '../../client/use-act.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { Way } from '../../parts/way.tsx';
import { On } from '../../parts/when.tsx';
import { useCampaignWords } from '../../words/campaign-words.ts';
import { AppealForms } from './appeal-forms.tsx';
import styles from './one.module.css';
import { May } from '../../parts/may.tsx';
import type { One } from './recommendation.tsx';

export type Appeal = Schemas['Appeal'];
type Given = { readonly one: Pick<One, 'id' | 'stateCode' | 'appeal'> };
const nothing = { campaignId: null, obstacles: [], twinnings: [], help: [], lastDelivery: null };

/** What stands between the State and its deposit, who helps it, and recording both. */
export function AppealPanel({ one: { id, stateCode, appeal } }: Given) {
  const { appeal: words, title } = useCampaignWords();
  const { stateName } = useSpeech();
  const { campaignId, obstacles, twinnings, help, lastDelivery } = appeal ?? nothing;
  return (
    <section className={styles.section} aria-label={words.title}>
      <h2>{words.title}</h2>
      {campaignId === null ? null : (
        <May do="campaigns.read">
          <Way to={`/campaigns/${campaignId}`}>{title}</Way>
        </May>
      )}
      <h3 style={{ fontSize: '1rem', margin: '0.75rem 0 0.35rem' }}>{words.obstacles}</h3>
      {obstacles.length === 0 ? <p className="soft">{words.none}</p> : null}
      <ul>
        {obstacles.map((each) => (
          <li key={each.obstacle}>
            <Obstacle each={each} />{' '}
            <May do="appeals.act" inStates={[stateCode]}>
              <Lift id={id} each={each} />
            </May>
          </li>
        ))}
      </ul>
      {twinnings.length === 0 ? null : (
        <p>
          {words.twinned}: {twinnings.map(({ withState }) => stateName(withState)).join(', ')}
        </p>
      )}
      {help.length === 0 ? null : (
        <p>
          {words.help}: {help.map(({ kind, by }) => `${words.helpKinds[kind]} (${by})`).join(', ')}
        </p>
      )}
      {lastDelivery === null ? null : (
        <p>
          {words.lastDelivery}: <On date={lastDelivery.deliveredOn} />
        </p>
      )}
      <May do="appeals.act" inStates={[stateCode]}>
        <AppealForms id={id} />
      </May>
    </section>
  );
}

type Standing = Appeal['obstacles'][number];

function Obstacle({ each }: { readonly each: Standing }) {
  const { appeal: words } = useCampaignWords();
  const { language, day } = useSpeech();
  return (
    <>
      {obstacleNames[each.obstacle][language]}{' '}
      <span className="soft">{fill(words.since, { date: day(each.since) })}</span>
    </>
  );
}

function Lift({ id, each }: { readonly id: string; readonly each: Standing }) {
  const { appeal: words } = useCampaignWords();
  const { language } = useSpeech();
  const { act, isBusy, error } = useAct('POST /recommendations/{id}/commands/lift-obstacle');
  return (
    <>
      <Button
        className="no-print"
        size="compact-xs"
        variant="default"
        disabled={isBusy}
        onClick={() => act({ path: { id }, body: { obstacle: each.obstacle, note: '' } })}
      >
        {words.lift}
        <span className="visually-hidden"> {obstacleNames[each.obstacle][language]}</span>
      </Button>
      {error === null ? null : <Trouble problem={error} />}
    </>
  );
}
