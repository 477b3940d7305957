import { useSpeech } from '../../app/speech.tsx';
import { usePages } from '../../client/use-pages.ts';
import { More } from '../../parts/more.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Shown } from '../../parts/shown.tsx';
import { Way } from '../../parts/way.tsx';
import { useCampaignWords } from '../../words/campaign-words.ts';
import styles from './campaigns.module.css';

/** Of a campaign that goes beyond somebody's States: what became of theirs, each with the way to its appeal. */
export function OwnTargets({ id }: { readonly id: string }) {
  const { map, targets } = useCampaignWords();
  const { stateName } = useSpeech();
  const pages = usePages('GET /campaigns/{id}/targets', { path: { id }, query: { limit: 50 } });
  return (
    <Panel title={map.title}>
      <Shown of={pages} lines={3}>
        {(lines) => (
          <ul className={styles.list}>
            {lines.map(({ stateCode, instrument, status, recommendationId }) => (
              <li key={`${stateCode} ${instrument}`}>
                {stateName(stateCode)} · <bdi>{instrument}</bdi>:{' '}
                {recommendationId === null ? (
                  targets[status]
                ) : (
                  <Way to={`/recommendations/${recommendationId}`}>{targets[status]}</Way>
                )}
              </li>
            ))}
          </ul>
        )}
      </Shown>
      <More pages={pages} />
    </Panel>
  );
}
