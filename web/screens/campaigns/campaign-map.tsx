import { useMemo } from 'react';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import type { Schemas } from '../../client/types.ts';
import { useApi } from '../../client/use-api.ts';
import type { Look } from '../../parts/map/fills.tsx';
import { WorldMap } from '../../parts/map/world-map.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Shown } from '../../parts/shown.tsx';
import { useCampaignWords, type CampaignWords } from '../../words/campaign-words.ts';
import type { Campaign } from './campaign.tsx';

type Kind = keyof CampaignWords['map']['kinds'];
type Remaining = Schemas['CampaignRemaining']['states'][number];

const looks: Readonly<Record<Kind, Look>> = {
  joined: { ground: '#1b6b3a', ink: '#ffffff', pattern: 'dots' },
  party: { ground: '#8cc5a2', ink: '#8cc5a2', pattern: 'plain' },
  obstacle: { ground: '#fdeaea', ink: '#a4161a', pattern: 'crossed' },
  appealed: { ground: '#fdf1d8', ink: '#b06a00', pattern: 'rising' },
  waiting: { ground: '#e0f0fa', ink: '#00558c', pattern: 'sparse' },
  'left-out': { ground: '#e3e7eb', ink: '#4a5b6b', pattern: 'upright' },
  outside: { ground: '#f5f7fa', ink: '#f5f7fa', pattern: 'plain' },
};

type Given = { readonly campaign: Campaign; readonly instrument: string };

/** Of every State of the campaign where it stands under one treaty, as a map and as lists. */
export function CampaignMap({ campaign, instrument }: Given) {
  const words = useCampaignWords();
  const { stateName } = useSpeech();
  const path = { id: campaign.id };
  const remaining = useApi('GET /campaigns/{id}/remaining', { path, query: { instrument } });
  const parties = useApi('GET /instruments/{key}/parties', { path: { key: instrument } });
  const kinds = (Object.keys(looks) as Kind[])
    .filter((key) => key !== 'outside')
    .map((key) => ({ key, label: words.map.kinds[key], look: looks[key] }));
  const kindOf = useMemo(
    () =>
      remaining.data === undefined
        ? new Map<string, Kind>()
        : kindsOf(campaign, remaining.data.states, parties.data?.parties ?? []),
    [campaign, remaining.data, parties.data],
  );
  return (
    <Panel title={`${words.map.title} · ${instrument}`}>
      <Shown of={remaining} lines={12}>
        {() => (
          <WorldMap
            label={fill(words.map.label, { title: `${campaign.title}, ${instrument}` })}
            notes={[words.map.beside, words.map.borders]}
            kinds={kinds}
            kindOf={kindOf}
            nameOf={stateName}
          />
        )}
      </Shown>
    </Panel>
  );
}

function kindsOf(
  { states, startedAt }: Campaign,
  remaining: readonly Remaining[],
  parties: Schemas['Parties']['parties'],
): ReadonlyMap<string, Kind> {
  const startedOn = startedAt.slice(0, 10);
  const joined = new Set(
    parties.filter(({ depositedOn }) => (depositedOn ?? '') >= startedOn).map(({ participant }) => participant),
  );
  const left = new Map(remaining.map((each) => [each.stateCode, each]));
  return new Map(
    states.stateCodes.map((code) => {
      const each = left.get(code);
      return [code, each === undefined ? (joined.has(code) ? 'joined' : 'party') : kindOfRemaining(each)];
    }),
  );
}

function kindOfRemaining({ standsAs, appeal }: Remaining): Kind {
  if (standsAs === 'left-out' || standsAs === 'failed') return 'left-out';
  if (appeal === null) return 'waiting';
  return appeal.obstacles.length > 0 ? 'obstacle' : 'appealed';
}
