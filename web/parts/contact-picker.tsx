import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useSpeech } from '../app/speech.tsx';
import { useApi } from '../client/use-api.ts';

type Given = {
  readonly label?: string;
  readonly value: string | null;
  readonly change: (contactId: string | null) => void;
  readonly error?: string | undefined;
  /** Who cannot be meant. */
  readonly except?: string | undefined;
  /** Nobody can be meant too. */
  readonly isOptional?: boolean;
};

/** Finds a person by a part of the name or of the address. */
export function ContactPicker({ label, value, change, error, except, isOptional = false }: Given) {
  const { words } = useSpeech();
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, 200);
  const { data = [] } = useApi('GET /contacts', { query: { limit: 20, q: q.trim() === '' ? undefined : q.trim() } });
  return (
    <Select
      label={label ?? words.one.fields.contact}
      searchable
      required={!isOptional}
      clearable={isOptional}
      data={data.filter(({ id }) => id !== except).map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={change}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={words.shell.none}
      error={error}
    />
  );
}
