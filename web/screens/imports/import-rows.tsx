import { NativeSelect, Table } from '@mantine/core';
import { useState } from 'react';
import { fill } from '../../../words/plurals.ts';
import { participantByCode } from '../../../domain/reference/participants.ts';
import { useSpeech } from '../../app/speech.tsx';
import type { Schemas } from '../../client/types.ts';
import { usePages } from '../../client/use-pages.ts';
import { More } from '../../parts/more.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Scroll } from '../../parts/scroll.tsx';
import { Shown } from '../../parts/shown.tsx';
import { useTreatyWords, type TreatyWords } from '../../words/treaty-words.ts';
import type { Import } from './import.tsx';
import { RowDecision } from './row-decision.tsx';
import { TableHead } from '../../parts/table-head.tsx';

export type ImportRow = Schemas['TreatyStatusImportRow'];
type Outcome = keyof TreatyWords['imports']['outcomes'];

/** The rows in the order of the table; what asks for a person comes first to mind, and can be shown alone. */
export function ImportRows({ whole }: { readonly whole: Import }) {
  const { imports, table } = useTreatyWords();
  const [outcome, setOutcome] = useState<Outcome | ''>(whole.outcomes.conflict > 0 ? 'conflict' : '');
  const query = { limit: 50, outcome: outcome || undefined };
  const pages = usePages('GET /treaty-status-imports/{id}/rows', { path: { id: whole.id }, query });
  return (
    <Panel title={imports.table}>
      <NativeSelect
        className="no-print"
        label={imports.outcome}
        value={outcome}
        onChange={({ currentTarget }) => setOutcome(currentTarget.value as Outcome | '')}
        data={[
          { value: '', label: table.all },
          ...(Object.keys(imports.outcomes) as Outcome[]).map((value) => ({ value, label: imports.outcomes[value] })),
        ]}
        maw={320}
      />
      <Shown of={pages} lines={8}>
        {(rows) => (rows.length === 0 ? <p className="soft">{imports.noRows}</p> : <Rows rows={rows} whole={whole} />)}
      </Shown>
      <More pages={pages} />
    </Panel>
  );
}

function Rows({ rows, whole }: { readonly rows: readonly ImportRow[]; readonly whole: Import }) {
  const { imports } = useTreatyWords();
  return (
    <Scroll label={imports.table}>
      <Table>
        <TableHead columns={[imports.line, imports.written, imports.outcome, imports.decide]} />
        <Table.Tbody>
          {rows.map((row) => (
            <Row key={row.number} row={row} whole={whole} />
          ))}
        </Table.Tbody>
      </Table>
    </Scroll>
  );
}

function Row({ row, whole }: { readonly row: ImportRow; readonly whole: Import }) {
  const { imports } = useTreatyWords();
  const { number, language } = useSpeech();
  const { line, written, outcome, code, otherLine, parts, result, participant } = row;
  const name = participant === null ? undefined : participantByCode(participant)?.names[language];
  return (
    <Table.Tr data-line={line}>
      <Table.Th scope="row" fw={400}>
        {number(line)}
      </Table.Th>
      <Table.Td miw={180}>
        <bdi>{written.participant}</bdi> · <bdi>{written.instrument}</bdi>
        {name === undefined || name === written.participant ? null : <div className="soft">{name}</div>}
        <div className="soft" dir="ltr">
          {[written.signature, written.consent].filter((text) => text !== '').join(' · ')}
        </div>
      </Table.Td>
      <Table.Td miw={180}>
        {imports.outcomes[outcome]}
        {code === null ? null : (
          <div lang="en" dir="ltr">
            {code}
          </div>
        )}
        {otherLine === null ? null : <div className="soft">{fill(imports.otherLine, { line: number(otherLine) })}</div>}
        {parts
          .filter((part) => part.recorded !== null && part.outcome !== 'same')
          .map((part) => (
            <div key={part.what} className="soft">
              {imports[part.what]}: {fill(imports.recorded, { date: part.recorded?.on ?? '' })},{' '}
              {fill(imports.stated, { date: part.stated.on })}
            </div>
          ))}
      </Table.Td>
      <Table.Td miw={200}>
        {result === null ? (
          <RowDecision row={row} importId={whole.id} isDraft={whole.status === 'draft'} />
        ) : (
          imports.results[result]
        )}
      </Table.Td>
    </Table.Tr>
  );
}
