import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { createContext, use, useState } from 'react';
import type { PlaybookDraft, PlaybookFault } from '../../../domain/playbooks/draft.ts';
import { usePlaybookWords } from '../../words/playbook-words.ts';
import { valueAt } from './draft.ts';
import styles from './playbooks.module.css';

type Editing = {
  readonly draft: PlaybookDraft;
  readonly change: (path: string, value: unknown) => void;
  readonly faults: readonly PlaybookFault[];
};
export const EditingContext = createContext<Editing | undefined>(undefined);

export function useEditing(): Editing {
  const editing = use(EditingContext);
  if (editing === undefined) throw new Error('Nothing is being edited here');
  return editing;
}

type FieldGiven = { readonly at: string; readonly label: string };

/** What is wrong at a place or inside it, in the reader's words; each thing once. */
function useFault(at: string, isWithin = false): string | undefined {
  const { faults } = useEditing();
  const words = usePlaybookWords();
  const here = faults.filter(({ path }) => path === at || (isWithin && path.startsWith(`${at}/`)));
  return here.length === 0 ? undefined : [...new Set(here.map(({ code }) => words.faults[code]))].join(' ');
}

/** A whole number. What is typed stays as it is typed; a text that is no number is a fault like any other. */
export function NumberField({ at, label }: FieldGiven) {
  const { draft, change } = useEditing();
  const error = useFault(at);
  const value = valueAt(draft, at);
  const [typed, setTyped] = useState(textOf(value));
  const isSame = numberIn(typed) === value || (Number.isNaN(value) && Number.isNaN(numberIn(typed)));
  return (
    <TextInput
      label={label}
      type="number"
      inputMode="numeric"
      step={1}
      value={isSame ? typed : textOf(value)}
      error={error}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        change(at, numberIn(currentTarget.value));
      }}
    />
  );
}

/** What stands in a field of a text or a number; nothing where there is none. */
const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' && !Number.isNaN(value) ? String(value) : '';

const numberIn = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));

export function TextField({
  at,
  label,
  lines = 1,
  isNullable = false,
}: FieldGiven & { readonly lines?: number; readonly isNullable?: boolean }) {
  const { draft, change } = useEditing();
  const error = useFault(at);
  const value = textOf(valueAt(draft, at));
  const take = (text: string): void => change(at, isNullable && text === '' ? null : text);
  if (lines === 1)
    return (
      <TextInput
        label={label}
        dir="auto"
        value={value}
        error={error}
        onChange={({ currentTarget }) => take(currentTarget.value)}
      />
    );
  return (
    <Textarea
      className={styles.whole ?? ''}
      label={label}
      dir="auto"
      rows={lines}
      value={value}
      error={error}
      onChange={({ currentTarget }) => take(currentTarget.value)}
    />
  );
}

/** Several numbers in one field, `30, 14, 3`; a comma of any script separates. */
export function DaysField({ at, label }: FieldGiven) {
  const { draft, change } = useEditing();
  const { hints } = usePlaybookWords();
  const error = useFault(at, true);
  const value = valueAt(draft, at) as readonly number[];
  const [typed, setTyped] = useState(value.join(', '));
  const isSame = daysIn(typed).map(String).join() === value.map(String).join();
  return (
    <TextInput
      label={label}
      description={hints.list}
      dir="ltr"
      value={isSame ? typed : value.join(', ')}
      error={error}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        change(at, daysIn(currentTarget.value));
      }}
    />
  );
}

const daysIn = (text: string): readonly number[] =>
  text
    .split(/[,،、;\s]+/)
    .filter((part) => part !== '')
    .map(Number);

/** Several texts in one field, one on each line. */
export function LinesField({ at, label }: FieldGiven) {
  const { draft, change } = useEditing();
  const { hints } = usePlaybookWords();
  const error = useFault(at, true);
  const value = valueAt(draft, at) as readonly string[];
  const [typed, setTyped] = useState(value.join('\n'));
  const isSame = linesIn(typed).join('\n') === value.join('\n');
  return (
    <Textarea
      className={styles.whole ?? ''}
      label={label}
      description={hints.lines}
      dir="auto"
      rows={2}
      value={isSame ? typed : value.join('\n')}
      error={error}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        change(at, linesIn(currentTarget.value));
      }}
    />
  );
}

const linesIn = (text: string): readonly string[] => text.split('\n').filter((line) => line.trim() !== '');

export type Option = { readonly value: string; readonly label: string };
type ChoiceGiven = FieldGiven & {
  readonly options: readonly Option[];
  /** What the empty choice stands for, if there may be one. */
  readonly none?: string;
  /** The empty choice takes the field away instead of saying null. */
  readonly isOptional?: boolean;
  readonly isNumber?: boolean;
};

export function ChoiceField({ at, label, options, none, isOptional = false, isNumber = false }: ChoiceGiven) {
  const { draft, change } = useEditing();
  const error = useFault(at);
  const value = valueAt(draft, at);
  const given = textOf(value);
  // A value that is no longer offered is shown, or the field would seem to say something else.
  const isKnown = given === '' || options.some((option) => option.value === given);
  const data = [
    ...(none === undefined ? [] : [{ value: '', label: none }]),
    ...options,
    ...(isKnown ? [] : [{ value: given, label: given }]),
  ];
  return (
    <NativeSelect
      label={label}
      value={given}
      error={error}
      data={data}
      onChange={({ currentTarget: { value: chosen } }) => {
        if (chosen === '') change(at, isOptional ? undefined : null);
        else change(at, isNumber ? Number(chosen) : chosen);
      }}
    />
  );
}

export function YesField({ at, label }: FieldGiven) {
  const { draft, change } = useEditing();
  return (
    <Checkbox
      label={label}
      checked={valueAt(draft, at) === true}
      error={useFault(at)}
      onChange={({ currentTarget }) => change(at, currentTarget.checked)}
    />
  );
}

/** Any of some values, in the order in which they are offered. */
export function TicksField({ at, label, options }: FieldGiven & { readonly options: readonly Option[] }) {
  const { draft, change } = useEditing();
  const error = useFault(at, true);
  const chosen = valueAt(draft, at) as readonly string[];
  const toggle = (value: string, isOn: boolean): void => {
    const offered = options
      .map((option) => option.value)
      .filter((each) => (each === value ? isOn : chosen.includes(each)));
    change(at, offered);
  };
  return (
    <fieldset className={`${styles.whole} ${styles.plain}`}>
      <legend style={{ fontWeight: 500, fontSize: '.875rem', marginBottom: '.25rem' }}>{label}</legend>
      <div className={styles.ticks}>
        {options.map((option) => (
          <Checkbox
            key={option.value}
            label={option.label}
            checked={chosen.includes(option.value)}
            onChange={({ currentTarget }) => toggle(option.value, currentTarget.checked)}
          />
        ))}
      </div>
      {error === undefined ? null : (
        <p role="alert" style={{ color: 'var(--red)', margin: '.25rem 0 0', fontSize: '.875rem' }}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
