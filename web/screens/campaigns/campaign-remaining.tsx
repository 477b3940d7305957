import { NativeSelect, Table } from '@mantine/core';
import { useState } from 'react';
import { obstacleNames, obstacles, type Obstacle } from '../../../domain/campaign/obstacles.ts';
import { regionalGroups, type RegionalGroup } from '../../../domain/reference/states.ts';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import type { Schemas } from '../../client/types.ts';
import { useApi } from '../../client/use-api.ts';
import { Panel } from '../../parts/panel.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import { Shown } from '../../parts/shown.tsx';
import { Way } from '../../parts/way.tsx';
import { useCampaignWords } from '../../words/campaign-words.ts';
import { TableHead } from '../../parts/table-head.tsx';
import styles from './campaigns.module.css';

type State = Schemas['CampaignRemaining']['states'][number];

/** The States that have not joined, each with what stands in its way, its position, its rung, and the way to its appeal. */
export function CampaignRemaining({ id, instrument }: { readonly id: string; readonly instrument: string }) {
  const words = useCampaignWords();
  const { number } = useSpeech();
  const [region, setRegion] = useState<RegionalGroup>();
  const [obstacle, setObstacle] = useState<Obstacle>();
  const remaining = useApi('GET /campaigns/{id}/remaining', { path: { id }, query: { instrument } });
  return (
    <Panel
      title={`${words.remaining.title} · ${instrument}${remaining.data === undefined ? '' : `: ${number(remaining.data.total)}`}`}
    >
      <Filters region={region} setRegion={setRegion} obstacle={obstacle} setObstacle={setObstacle} />
      <Shown of={remaining} lines={8}>
        {({ states }) =>
          states.length === 0 ? (
            <p>{words.remaining.none}</p>
          ) : (
            <States
              states={states.filter(
                ({ regionalGroup, appeal }) =>
                  (region === undefined || regionalGroup === region) &&
                  (obstacle === undefined || appeal?.obstacles.includes(obstacle) === true),
              )}
            />
          )
        }
      </Shown>
    </Panel>
  );
}

type FilterGiven = {
  readonly region: RegionalGroup | undefined;
  readonly setRegion: (region: RegionalGroup | undefined) => void;
  readonly obstacle: Obstacle | undefined;
  readonly setObstacle: (obstacle: Obstacle | undefined) => void;
};

function Filters({ region, setRegion, obstacle, setObstacle }: FilterGiven) {
  const { remaining } = useCampaignWords();
  const { words, language } = useSpeech();
  const any = { value: '', label: remaining.any };
  return (
    <div className={`no-print ${styles.filter}`}>
      <NativeSelect
        label={words.terms.region}
        value={region ?? ''}
        onChange={({ currentTarget }) => setRegion((currentTarget.value || undefined) as RegionalGroup | undefined)}
        data={[any, ...regionalGroups.map((value) => ({ value, label: words.terms.regions[value] }))]}
      />
      <NativeSelect
        label={remaining.obstacle}
        value={obstacle ?? ''}
        onChange={({ currentTarget }) => setObstacle((currentTarget.value || undefined) as Obstacle | undefined)}
        data={[any, ...obstacles.map((value) => ({ value, label: obstacleNames[value][language] }))]}
      />
    </div>
  );
}

function States({ states }: { readonly states: readonly State[] }) {
  const { remaining } = useCampaignWords();
  const { words, stateName, language } = useSpeech();
  const { terms } = words;
  const sorted = [...states].sort((a, b) => stateName(a.stateCode).localeCompare(stateName(b.stateCode), language));
  if (sorted.length === 0) return <p className="soft">{remaining.noneFound}</p>;
  return (
    <Scroll label={remaining.title}>
      <Table>
        <TableHead
          columns={[
            terms.state,
            terms.region,
            remaining.obstacle,
            terms.axes.position,
            terms.rungWord,
            remaining.appeal,
          ]}
        />
        <Table.Tbody>
          {sorted.map((state) => (
            <Row key={`${state.stateCode} ${state.instrument}`} state={state} />
          ))}
        </Table.Tbody>
      </Table>
    </Scroll>
  );
}

function Row({ state }: { readonly state: State }) {
  const { remaining, targets } = useCampaignWords();
  const { words, stateName, language, date, number } = useSpeech();
  const { stateCode, regionalGroup, appeal, signedOn, recommendationId, standsAs, note } = state;
  return (
    <Table.Tr data-remaining={stateCode}>
      <Table.Th scope="row" fw={400} miw={160}>
        <Way to={`/states/${stateCode}`}>{stateName(stateCode)}</Way>
        {signedOn === null ? null : (
          <small className="soft" style={{ display: 'block' }}>
            {fill(remaining.signed, { date: date(signedOn) })}
          </small>
        )}
      </Table.Th>
      <Table.Td>{words.terms.regions[regionalGroup]}</Table.Td>
      <Table.Td miw={140}>
        {appeal?.obstacles.map((each) => obstacleNames[each][language]).join(', ')}
        {appeal === null || appeal.twinnedWith.length === 0 ? null : (
          <small className="soft" style={{ display: 'block' }}>
            {fill(remaining.twinned, { states: appeal.twinnedWith.map(stateName).join(', ') })}
          </small>
        )}
      </Table.Td>
      <Table.Td>{appeal === null ? '' : words.terms.positions[appeal.position]}</Table.Td>
      <Table.Td>{appeal === null ? '' : number(appeal.rung)}</Table.Td>
      <Table.Td>
        {recommendationId === null ? (
          targets[standsAs]
        ) : (
          <Way to={`/recommendations/${recommendationId}`}>
            {appeal === null ? remaining.open : words.terms.statuses[appeal.status]}
            <span className="visually-hidden"> {stateName(stateCode)}</span>
          </Way>
        )}
        {note === null ? null : (
          <small className="soft" style={{ display: 'block' }} dir="auto">
            {note}
          </small>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
