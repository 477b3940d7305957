import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useWords } from '../../app/speech.tsx';
import { fieldProblems } from '../../client/field-problems.ts';
import { useAct } from '../../client/use-act.ts';
import { Page } from '../../parts/page.tsx';
import { StateSelect } from '../../parts/state-select.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import type { SourceKind } from '../../words/term-words.ts';

const blank = { title: '', startsOn: '', endsOn: '', mandateHolder: '', reportSymbol: '', url: '' };
type Field = keyof typeof blank;
const types: Partial<Record<Field, string>> = { startsOn: 'date', endsOn: 'date', url: 'url' };

/** Registers what recommendations came from, and goes on to them. */
export function NewSource() {
  const { sources, terms } = useWords();
  const { state = '' } = useSearch({ strict: false }) as { state?: string };
  const navigate = useNavigate();
  const [kind, setKind] = useState<SourceKind>('mission');
  const [stateCode, setStateCode] = useState(state);
  const [given, setGiven] = useState(blank);
  const { act, isBusy, error } = useAct('POST /sources');
  const problemOf = fieldProblems(error);
  const register = (event: FormEvent): void => {
    event.preventDefault();
    const facts = Object.fromEntries(Object.entries(given).filter(([, value]) => value.trim() !== ''));
    const body = { kind, title: given.title, ...facts, ...(stateCode === '' ? {} : { stateCode }) };
    act({ body }, ({ id }) => void navigate({ to: `/sources/${id}/add` as '/' }));
  };
  const field = (name: Field, label: string, more: object = {}) => (
    <TextInput
      label={name === 'title' ? label : `${label} (${sources.optional})`}
      type={types[name] ?? 'text'}
      value={given[name]}
      onChange={({ currentTarget: { value } }) => setGiven((before) => ({ ...before, [name]: value }))}
      error={problemOf(name)}
      {...more}
    />
  );
  return (
    <Page title={sources.registerTitle}>
      <form onSubmit={register} className="panel" style={{ padding: '1rem', maxWidth: '44rem' }}>
        <Group grow align="start" preventGrowOverflow={false} wrap="wrap">
          <NativeSelect
            label={sources.kind}
            value={kind}
            onChange={({ currentTarget }) => setKind(currentTarget.value as SourceKind)}
            data={Object.entries(terms.sources).map(([value, label]) => ({ value, label }))}
          />
          <StateSelect
            label={terms.state}
            value={stateCode}
            onChange={setStateCode}
            none={sources.several}
            error={problemOf('stateCode')}
          />
        </Group>
        {field('title', sources.name, { required: true, description: sources.nameHint, mt: 'sm', maxLength: 300 })}
        <Group grow align="start" mt="sm" wrap="wrap" preventGrowOverflow={false}>
          {field('startsOn', sources.startsOn)}
          {field('endsOn', sources.endsOn)}
        </Group>
        {field('mandateHolder', sources.mandateHolder, { mt: 'sm' })}
        {field('reportSymbol', sources.reportSymbol, { mt: 'sm' })}
        {field('url', sources.url, { mt: 'sm' })}
        {error === null ? null : <Trouble problem={error} />}
        <Button type="submit" mt="md" loading={isBusy} h="auto" py="xs" styles={{ label: { whiteSpace: 'normal' } }}>
          {sources.toRecommendations}
        </Button>
      </form>
    </Page>
  );
}
