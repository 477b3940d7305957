import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { UnLanguage } from '../../../domain/reference/states.ts';
import { languageNames } from '../../app/language.ts';
import { useWords } from '../../app/speech.tsx';
import { fieldProblems } from '../../client/field-problems.ts';
import type { Schemas } from '../../client/types.ts';
import { useAct } from '../../client/use-act.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { ZoneSelect } from './add-forms.tsx';
import styles from './people.module.css';

/** Corrects a person's name, address, language and zone, as they were read: not over what somebody else changed meanwhile. */
export function ChangeContact({ contact }: { readonly contact: Schemas['Contact'] }) {
  const { people, states } = useWords();
  const { id, version } = contact;
  const [given, setGiven] = useState({
    name: contact.name,
    address: contact.address ?? '',
    language: contact.language,
    timeZone: contact.timeZone,
  });
  const { act, isBusy, error } = useAct('PATCH /contacts/{id}');
  const problemOf = fieldProblems(error);
  const change = (changed: Partial<typeof given>): void => setGiven((before) => ({ ...before, ...changed }));
  const save = (event: FormEvent): void => {
    event.preventDefault();
    // An address that stays is not sent: to send one means to try it again.
    const { address, ...others } = given;
    const body = address === contact.address ? others : given;
    act({ path: { id }, body, ifMatch: `"${version}"` });
  };
  return (
    <form onSubmit={save}>
      <div className={styles.fields}>
        <TextInput
          label={people.name}
          required
          value={given.name}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
          error={problemOf('name')}
        />
        <TextInput
          label={people.address}
          description={contact.unreachableSince === null ? undefined : people.newAddress}
          required
          type="email"
          value={given.address}
          onChange={({ currentTarget }) => change({ address: currentTarget.value })}
          error={problemOf('address')}
        />
        <NativeSelect
          label={people.language}
          value={given.language}
          onChange={({ currentTarget }) => change({ language: currentTarget.value as UnLanguage })}
          data={Object.entries(languageNames).map(([value, label]) => ({ value, label }))}
        />
        <ZoneSelect
          value={given.timeZone}
          onChange={(timeZone) => change({ timeZone })}
          error={problemOf('timeZone')}
        />
      </div>
      {error === null ? null : <Trouble problem={error} />}
      <Button type="submit" mt="sm" loading={isBusy}>
        {states.save}
      </Button>
    </form>
  );
}
