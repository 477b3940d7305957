import { Table } from '@mantine/core';

/** The line above a table: what each column holds. */
export const TableHead = ({ columns }: { readonly columns: readonly string[] }) => (
  <Table.Thead>
    <Table.Tr>
      {columns.map((name) => (
        <Table.Th scope="col" key={name}>
          {name}
        </Table.Th>
      ))}
    </Table.Tr>
  </Table.Thead>
);
