import { Button, Checkbox, NativeSelect, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { fill } from '../../../words/plurals.ts';
import { useWords } from '../../app/speech.tsx';
import { useApi } from '../../client/use-api.ts';
import { ContactPicker } from '../../parts/contact-picker.tsx';
import type { WebWords } from '../../words/words.ts';
import type { ChoiceSet, Field } from './command-forms.ts';
import type { One } from './recommendation.tsx';

type Given = {
  readonly field: Field;
  readonly one: One;
  readonly value: unknown;
  readonly change: (value: unknown) => void;
  readonly fault: string | undefined;
};

const fieldWords: Readonly<Record<string, keyof WebWords['one']['fields']>> = {
  url: 'evidenceUrl',
  description: 'evidenceDescription',
  until: 'untilOn',
  contactId: 'contact',
};

function useLabel({ name, kind, isOptional = false, ...field }: Field): string {
  const { one, terms } = useWords();
  const axis = { implementation: 'implementation', position: 'position', assessment: 'assessment' } as const;
  const label =
    name in axis && 'of' in field
      ? terms.axes[axis[name as keyof typeof axis]]
      : one.fields[fieldWords[name] ?? (name as keyof WebWords['one']['fields'])];
  return isOptional && kind !== 'tick' ? `${label} (${one.fields.optional})` : label;
}

/** One field of a command, with what the server says of it. */
export function CommandField({ field, one, value, change, fault }: Given) {
  const words = useWords();
  const label = useLabel(field);
  const common = { label, required: field.isOptional !== true, error: fault };
  const text = typeof value === 'string' ? value : '';
  switch (field.kind) {
    case 'long-text':
      return (
        <Textarea
          {...common}
          autosize
          minRows={3}
          maxLength={5_000}
          value={text}
          onChange={({ currentTarget }) => change(currentTarget.value)}
        />
      );
    case 'text':
    case 'url':
    case 'date':
      return (
        <TextInput
          {...common}
          type={field.kind}
          value={text}
          onChange={({ currentTarget }) => change(currentTarget.value)}
        />
      );
    case 'tick':
      return (
        <Checkbox
          label={label}
          checked={value === true}
          onChange={({ currentTarget }) => change(currentTarget.checked)}
        />
      );
    case 'decision':
      return (
        <Radio.Group
          label={label}
          required
          value={value === undefined ? null : String(value as boolean)}
          onChange={(chosen) => change(chosen === 'true')}
        >
          <Stack gap="xs" mt={4}>
            <Radio value="true" label={words.one.granted} />
            <Radio value="false" label={words.one.notGranted} />
          </Stack>
        </Radio.Group>
      );
    case 'choice':
      return (
        <NativeSelect
          {...common}
          value={text}
          onChange={({ currentTarget }) => change(currentTarget.value)}
          data={[
            { value: '', label: '' },
            ...field.values.map((each) => ({ value: each, label: namesOf(words, field.of)[each] ?? each })),
          ]}
        />
      );
    case 'milestone':
      return (
        <NativeSelect
          {...common}
          value={text}
          onChange={({ currentTarget }) => change(currentTarget.value)}
          data={[
            { value: '', label: '' },
            ...one.milestones
              .filter(({ completedOn }) => completedOn === null)
              .map(({ key, title }) => ({ value: key, label: title })),
          ]}
        />
      );
    case 'contact':
      return <ContactPicker value={text === '' ? null : text} change={change} error={fault} />;
    case 'version':
      return <VersionField one={one} value={text} change={change} label={label} fault={fault} />;
    case 'parts':
      return <PartsField value={value} change={change} />;
  }
}

const namesOf = ({ terms, shared }: WebWords, set: ChoiceSet): Readonly<Record<string, string>> =>
  ({
    positions: terms.positions,
    pauses: terms.pauses,
    implementations: shared.implementations,
    assessments: shared.assessments,
    roles: shared.roles,
    closures: shared.closures,
  })[set];

type VersionGiven = Pick<Given, 'one' | 'change' | 'fault'> & { readonly value: string; readonly label: string };

function VersionField({ one, value, change, label, fault }: VersionGiven) {
  const { data = [] } = useApi('GET /playbooks', {});
  const newest = data.find(({ key }) => key === one.playbook)?.version ?? 0;
  const versions = Array.from({ length: newest }, (_, index) => index + 1).filter(
    (each) => each !== one.playbookVersion,
  );
  return (
    <NativeSelect
      label={label}
      required
      error={fault}
      value={value}
      onChange={({ currentTarget }) => change(currentTarget.value)}
      data={[{ value: '', label: '' }, ...versions.map((each) => ({ value: String(each), label: String(each) }))]}
    />
  );
}

type PartText = { readonly text: string };

/** Two parts at least; each is followed up by itself. */
function PartsField({ value, change }: Pick<Given, 'value' | 'change'>) {
  const { one } = useWords();
  const parts = (value as readonly PartText[] | undefined) ?? [{ text: '' }, { text: '' }];
  return (
    <Stack>
      {parts.map((part, index) => (
        <Textarea
          // oxlint-disable-next-line react/no-array-index-key -- parts have no name but their place.
          key={index}
          label={fill(one.fields.part, { number: String(index + 1) })}
          required
          value={part.text}
          onChange={({ currentTarget }) =>
            change(parts.map((each, place) => (place === index ? { text: currentTarget.value } : each)))
          }
        />
      ))}
      <Button variant="default" size="xs" onClick={() => change([...parts, { text: '' }])}>
        {one.addPart}
      </Button>
    </Stack>
  );
}
