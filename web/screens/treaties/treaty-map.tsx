import { participantByCode, participants } from '../../../domain/reference/participants.ts';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import type { Look } from '../../parts/map/fills.tsx';
import { WorldMap } from '../../parts/map/world-map.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useCampaignWords } from '../../words/campaign-words.ts';
import { useTreatyWords } from '../../words/treaty-words.ts';
import { standingKind, type StandingKind } from './standing-kind.ts';
import type { StandingLine } from './treaty.tsx';

const looks: Readonly<Record<StandingKind, Look>> = {
  party: { ground: '#8cc5a2', ink: '#8cc5a2', pattern: 'plain' },
  signed: { ground: '#fdf1d8', ink: '#b06a00', pattern: 'rising' },
  left: { ground: '#fdeaea', ink: '#a4161a', pattern: 'crossed' },
  none: { ground: '#e3e7eb', ink: '#8896a5', pattern: 'sparse' },
};

type Given = { readonly title: string; readonly asOf: string; readonly lines: readonly StandingLine[] };

/** Who is a party, has signed, or has left, on a map and as lists. */
export function TreatyMap({ title, asOf, lines }: Given) {
  const { map } = useTreatyWords();
  const { map: shared } = useCampaignWords();
  const { language, date } = useSpeech();
  const known = new Map(lines.map((line) => [line.participant, standingKind(line)]));
  const kindOf = new Map(participants.map(({ code }) => [code, known.get(code) ?? 'none']));
  return (
    <Panel title={map.title}>
      <WorldMap
        label={fill(map.label, { title, date: asOf === '' ? '' : date(asOf) })}
        notes={[shared.beside, shared.borders]}
        kinds={(Object.keys(looks) as StandingKind[]).map((key) => ({ key, label: map.kinds[key], look: looks[key] }))}
        kindOf={kindOf}
        nameOf={(code) => participantByCode(code)?.names[language] ?? code}
      />
    </Panel>
  );
}
