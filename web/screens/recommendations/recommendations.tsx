import { Table } from '@mantine/core';
import { useApi } from '../../client/use-api.ts';
import { useSpeech } from '../../app/speech.tsx';
import { Page } from '../../parts/page.tsx';
import { Trouble } from '../../parts/trouble.tsx';

export function Recommendations() {
  const { words, stateName } = useSpeech();
  const { data, error, refetch } = useApi('GET /recommendations', { query: {} });
  return (
    <Page title={words.shell.nav.recommendations}>
      {error ? <Trouble problem={error} retry={() => void refetch()} /> : null}
      <Table>
        <Table.Tbody>
          {data?.items.map(({ id, stateCode, text, reading }) => (
            <Table.Tr key={id}>
              <Table.Td>{stateName(stateCode)}</Table.Td>
              <Table.Td dir="auto">{text}</Table.Td>
              <Table.Td>{words.terms.readings[reading]}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Page>
  );
}
