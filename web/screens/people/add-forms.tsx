import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import type { UnLanguage } from '../../../domain/reference/states.ts';
import { languageNames } from '../../app/language.ts';
import { useWords } from '../../app/speech.tsx';
import { fieldProblems } from '../../client/field-problems.ts';
import { useAct } from '../../client/use-act.ts';
import { useApi } from '../../client/use-api.ts';
import { StateSelect } from '../../parts/state-select.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import type { InstitutionKind } from '../../words/people-words.ts';
import styles from './people.module.css';

const zones: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
export const ownZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

type ZoneGiven = {
  readonly value: string;
  readonly onChange: (zone: string) => void;
  readonly error?: string | undefined;
};

export function ZoneSelect({ value, onChange, error }: ZoneGiven) {
  const { people } = useWords();
  return (
    <NativeSelect
      label={people.timeZone}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      data={zones.includes(value) ? [...zones] : [value, ...zones]}
      error={error}
    />
  );
}

const blank = { name: '', address: '', language: 'en' as UnLanguage, institutionId: '' };

export function AddPerson({ institutionId }: { readonly institutionId?: string }) {
  const { people, shell } = useWords();
  const navigate = useNavigate();
  const [given, setGiven] = useState({ ...blank, timeZone: ownZone(), institutionId: institutionId ?? '' });
  const { data: institutions = [] } = useApi('GET /institutions', { query: { limit: 200 } });
  const { act, isBusy, error } = useAct('POST /contacts');
  const problemOf = fieldProblems(error);
  const change = (changed: Partial<typeof given>): void => setGiven((before) => ({ ...before, ...changed }));
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const body = { ...given, institutionId: given.institutionId === '' ? null : given.institutionId };
    act({ body }, ({ id }) => void navigate({ to: `/contacts/${id}` as '/' }));
  };
  return (
    <details className={`no-print ${styles.more}`}>
      <summary>{people.addPerson}</summary>
      <form onSubmit={add} className={styles.fields}>
        <TextInput
          label={people.name}
          required
          value={given.name}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
          error={problemOf('name')}
        />
        <TextInput
          label={people.address}
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
        <NativeSelect
          label={people.institution}
          value={given.institutionId}
          onChange={({ currentTarget }) => change({ institutionId: currentTarget.value })}
          data={[{ value: '', label: shell.none }, ...institutions.map(({ id, name }) => ({ value: id, label: name }))]}
          error={problemOf('institutionId')}
        />
        <div>
          <Button type="submit" mt="lg" loading={isBusy}>
            {people.add}
          </Button>
        </div>
      </form>
      {error === null ? null : <Trouble problem={error} />}
    </details>
  );
}

export function AddInstitution() {
  const { people, terms, shell, sources } = useWords();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<InstitutionKind>('ministry');
  const [stateCode, setStateCode] = useState('');
  const { act, isBusy, error } = useAct('POST /institutions');
  const problemOf = fieldProblems(error);
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const body = { name, kind, stateCode: stateCode === '' ? null : stateCode };
    act({ body }, ({ id }) => void navigate({ to: `/institutions/${id}` as '/' }));
  };
  return (
    <details className={`no-print ${styles.more}`}>
      <summary>{people.addInstitution}</summary>
      <form onSubmit={add} className={styles.fields}>
        <TextInput
          label={people.name}
          required
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          error={problemOf('name')}
        />
        <NativeSelect
          label={sources.kind}
          value={kind}
          onChange={({ currentTarget }) => setKind(currentTarget.value as InstitutionKind)}
          data={Object.entries(people.kinds).map(([value, label]) => ({ value, label }))}
        />
        <StateSelect label={terms.state} value={stateCode} onChange={setStateCode} none={shell.none} />
        <div>
          <Button type="submit" mt="lg" loading={isBusy}>
            {people.add}
          </Button>
        </div>
      </form>
      {error === null ? null : <Trouble problem={error} />}
    </details>
  );
}
