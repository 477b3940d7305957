import { Button, Modal, NativeSelect, Table } from '@mantine/core';
import { useState } from 'react';
import { participantByCode } from '../../../domain/reference/participants.ts';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import { useTreatyWords } from '../../words/treaty-words.ts';
import { standingKind, type StandingKind } from './standing-kind.ts';
import { StatusEntries } from './status-entries.tsx';
import { TableHead } from '../../parts/table-head.tsx';
import styles from './treaties.module.css';
import type { StandingLine } from './treaty.tsx';

type Given = { readonly instrument: string; readonly lines: readonly StandingLine[] };
const shownKinds = ['party', 'signed', 'left'] as const;

/** Each State that did something under the treaty, with its dates and the way to its entries. */
export function StandingTable({ instrument, lines }: Given) {
  const { table, map, entries } = useTreatyWords();
  const { words, language } = useSpeech();
  const [kind, setKind] = useState<StandingKind>();
  const [opened, open] = useState<string>();
  const nameOf = (code: string): string => participantByCode(code)?.names[language] ?? code;
  const shown = lines
    .filter((line) => kind === undefined || standingKind(line) === kind)
    .sort((a, b) => nameOf(a.participant).localeCompare(nameOf(b.participant), language));
  return (
    <Panel title={table.title}>
      <div className={`no-print ${styles.filter}`} style={{ marginTop: 0 }}>
        <NativeSelect
          label={table.show}
          value={kind ?? ''}
          onChange={({ currentTarget }) => setKind((currentTarget.value || undefined) as StandingKind | undefined)}
          data={[{ value: '', label: table.all }, ...shownKinds.map((value) => ({ value, label: map.kinds[value] }))]}
        />
      </div>
      {shown.length === 0 ? (
        <p className="soft">{table.none}</p>
      ) : (
        <Scroll label={table.title}>
          <Table>
            <TableHead
              columns={[table.state, table.stands, table.signed, table.deposited, table.inForce, table.entries]}
            />
            <Table.Tbody>
              {shown.map((line) => (
                <Row key={line.participant} line={line} name={nameOf(line.participant)} open={open} />
              ))}
            </Table.Tbody>
          </Table>
        </Scroll>
      )}
      <Modal
        opened={opened !== undefined}
        onClose={() => open(undefined)}
        size="lg"
        title={opened === undefined ? '' : fill(entries.title, { state: nameOf(opened) })}
        closeButtonProps={{ 'aria-label': words.shell.close }}
      >
        {opened === undefined ? null : <StatusEntries participant={opened} instrument={instrument} />}
      </Modal>
    </Panel>
  );
}

type RowGiven = { readonly line: StandingLine; readonly name: string; readonly open: (participant: string) => void };

function Row({ line, name, open }: RowGiven) {
  const { map, table, ways } = useTreatyWords();
  const { date } = useSpeech();
  const { signedOn, depositedOn, inForceOn, how, precision } = line.standing;
  const exact = (on: string | null): string => (on === null ? '' : date(on));
  return (
    <Table.Tr data-participant={line.participant}>
      <Table.Th scope="row" fw={400} miw={160}>
        {name}
      </Table.Th>
      <Table.Td>{map.kinds[standingKind(line)]}</Table.Td>
      <Table.Td>{exact(signedOn)}</Table.Td>
      <Table.Td>
        {precision === 'year' ? depositedOn?.slice(0, 4) : exact(depositedOn)}
        {how === null ? null : (
          <small className="soft" style={{ display: 'block' }}>
            {ways[how]}
          </small>
        )}
      </Table.Td>
      <Table.Td>{precision === 'year' ? inForceOn?.slice(0, 4) : exact(inForceOn)}</Table.Td>
      <Table.Td>
        <Button size="compact-sm" variant="default" onClick={() => open(line.participant)}>
          {table.entries}
          <span className="visually-hidden"> {name}</span>
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
