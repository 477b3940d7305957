import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTreatyWords, type TreatyWords } from '../../words/treaty-words.ts';
import { optionalFields, type ActField, type Entered } from './act-forms.ts';
import { ParticipantSelect } from './participant-select.tsx';
import styles from './treaties.module.css';

type Given = {
  readonly field: ActField;
  readonly entered: Entered;
  readonly change: (more: Entered) => void;
  readonly fault: string | undefined;
};

const typeOf: Readonly<Partial<Record<ActField, string>>> = {
  to: 'number',
  of: 'number',
  effectiveOn: 'date',
  evidenceUrl: 'url',
};

/** One thing that an act asks beside its day. */
export function ActFieldInput({ field, entered, change, fault }: Given) {
  const { record, ways } = useTreatyWords();
  const value = entered[field] ?? '';
  const common = {
    label: record[field],
    required: !optionalFields.includes(field),
    value,
    onChange: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
      change({ [field]: currentTarget.value }),
    error: fault,
  };
  if (field === 'how')
    return (
      <NativeSelect
        {...common}
        data={(Object.keys(ways) as (keyof TreatyWords['ways'])[]).map((way) => ({ value: way, label: ways[way] }))}
      />
    );
  if (field === 'by') return <ParticipantSelect {...common} change={(by) => change({ by })} />;
  if (field === 'text') return <Textarea {...common} autosize minRows={3} className={styles.wide ?? ''} />;
  return (
    <>
      <TextInput {...common} type={typeOf[field] ?? 'text'} />
      {field !== 'evidenceUrl' || value === '' ? null : (
        <TextInput
          label={record.evidenceText}
          value={entered.evidenceText ?? ''}
          onChange={({ currentTarget }) => change({ evidenceText: currentTarget.value })}
        />
      )}
    </>
  );
}
