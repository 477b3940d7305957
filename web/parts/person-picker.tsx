import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useWords } from '../app/speech.tsx';
import { useApi } from '../client/use-api.ts';

type Given = {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (contactId: string | null) => void;
  readonly error?: string | undefined;
  /** Who cannot be meant. */
  readonly except?: string;
};

/** Finds a person by a part of the name or the address. */
export function PersonPicker({ label, value, onChange, error, except }: Given) {
  const { shell } = useWords();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), 200);
  const { data = [] } = useApi('GET /contacts', { query: { limit: 20, q: q === '' ? undefined : q } });
  return (
    <Select
      label={label}
      required
      searchable
      value={value}
      onChange={onChange}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      data={data.filter(({ id }) => id !== except).map(({ id, name }) => ({ value: id, label: name }))}
      nothingFoundMessage={shell.none}
      error={error}
    />
  );
}
