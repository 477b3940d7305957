import { Table } from '@mantine/core';
import { useSpeech } from '../../app/speech.tsx';
import { useApi } from '../../client/use-api.ts';
import { Panel } from '../../parts/panel.tsx';
import { Shown } from '../../parts/shown.tsx';
import { Way } from '../../parts/way.tsx';
import styles from './state.module.css';
import { May } from '../../parts/may.tsx';

const columns = ['total', 'notStarted', 'open', 'late', 'closed'] as const;

/** From which missions and other sources the recommendations come, and how those of each stand. */
export function StateSources({ code }: { readonly code: string }) {
  const { words, number, date } = useSpeech();
  const { states, sources, terms } = words;
  const figures = useApi('GET /states/{code}/figures', { path: { code } });
  const register = (
    <May do="recommendations.register" inStates={[code]}>
      <Way to="/sources/new" search={{ state: code }}>
        {sources.register}
      </Way>
    </May>
  );
  return (
    <Panel title={states.bySource} actions={register}>
      <Shown of={figures}>
        {({ sources: found }) =>
          found.length === 0 ? (
            <p className="soft">{states.noneYet}</p>
          ) : (
            <div className={styles.scroll}>
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th scope="col">{terms.source}</Table.Th>
                    {columns.map((column) => (
                      <Table.Th scope="col" key={column}>
                        {states[column]}
                      </Table.Th>
                    ))}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {found.map((source) => (
                    <Table.Tr key={source.id}>
                      <Table.Th scope="row" fw={400} miw={220}>
                        <Way to={`/sources/${source.id}`}>
                          <bdi>{source.title}</bdi>
                        </Way>
                        <br />
                        <small className="soft">
                          {terms.sources[source.kind]}
                          {source.startsOn === null ? '' : ` · ${date(source.startsOn)}`}
                          {source.reportSymbol === null ? '' : ` · ${source.reportSymbol}`}
                        </small>
                      </Table.Th>
                      {columns.map((column) => (
                        <Table.Td key={column}>{number(source[column])}</Table.Td>
                      ))}
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </div>
          )
        }
      </Shown>
    </Panel>
  );
}
