import { Table } from '@mantine/core';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import type { Schemas } from '../../client/types.ts';
import { useApi } from '../../client/use-api.ts';
import { Panel } from '../../parts/panel.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import { Shown } from '../../parts/shown.tsx';
import { useCampaignWords } from '../../words/campaign-words.ts';
import { ProgressChart } from './progress-chart.tsx';

export type ProgressOf = Schemas['CampaignProgress']['instruments'][number];

/** Parties over time beside the goal line, drawn and as a table. */
export function CampaignProgress({ id, instrument }: { readonly id: string; readonly instrument: string }) {
  const words = useCampaignWords();
  const progress = useApi('GET /campaigns/{id}/progress', { path: { id } });
  return (
    <Panel title={`${words.progress.title} · ${instrument}`}>
      <Shown of={progress} lines={8}>
        {({ instruments, basis }) => {
          const one = instruments.find((each) => each.instrument === instrument);
          return one === undefined ? null : <Progress one={one} basis={basis.notice} />;
        }}
      </Shown>
    </Panel>
  );
}

function Progress({ one, basis }: { readonly one: ProgressOf; readonly basis: string }) {
  const words = useCampaignWords();
  const { number, date } = useSpeech();
  const { expected, partiesOfSet, line, lineToday, parties } = one;
  return (
    <>
      <p data-figure="parties">
        <b>{fill(words.partiesOf, { parties: number(partiesOfSet), goal: number(line.goal) })}</b> ·{' '}
        {fill(words.lineToday, { line: number(Math.round(lineToday)) })} ·{' '}
        {fill(words.progress.ofAll, { count: number(parties) })}
      </p>
      <ProgressChart one={one} />
      {expected === null ? null : (
        <p>
          {fill(words.progress.expected, {
            parties: number(Math.round(expected.parties)),
            low: number(expected.low),
            high: number(expected.high),
            date: date(expected.untilOn),
          })}
          .{' '}
          <small className="soft" lang="en" dir="ltr">
            {basis}
          </small>
        </p>
      )}
      <details>
        <summary>{words.progress.table}</summary>
        <Scroll label={words.progress.table}>
          <Table maw={480}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{words.progress.day}</Table.Th>
                <Table.Th scope="col">{words.progress.parties}</Table.Th>
                <Table.Th scope="col">{words.progress.line}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {one.points.map((point) => (
                <Table.Tr key={point.on}>
                  <Table.Th scope="row" fw={400}>
                    <time dateTime={point.on}>{date(point.on)}</time>
                  </Table.Th>
                  <Table.Td>{number(point.parties)}</Table.Td>
                  <Table.Td>{number(Math.round(point.line * 10) / 10)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Scroll>
      </details>
    </>
  );
}
