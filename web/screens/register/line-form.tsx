import { Button, Group, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { positions, type Position } from '../../../domain/follow-up/events.ts';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import { fieldProblems } from '../../client/field-problems.ts';
import { useApi } from '../../client/use-api.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { playbookOf, proposalFor, type DraftLine } from './draft-line.ts';
import styles from './register.module.css';

type Given = {
  readonly line: DraftLine;
  readonly number: number;
  readonly change: (change: Partial<DraftLine>) => void;
  readonly remove: () => void;
};

/** One recommendation of the preview: its words, the State's answer, and how it would be followed up and why. */
export function LineForm({ line, number: place, change: told, remove }: Given) {
  const { words, number } = useSpeech();
  const { register, terms } = words;
  const title = fill(register.one, { number: number(place) });
  const problemOf = fieldProblems(line.problem ?? null);
  const isTaken = line.registeredAs !== undefined;
  // Another request needs another key; one that merely failed on its way keeps its own.
  const change = (changed: Partial<DraftLine>): void =>
    told({ ...changed, ...(line.problem?.problem.fields ? { key: `${line.key}+`, problem: undefined } : {}) });
  return (
    <fieldset className={styles.line} disabled={isTaken}>
      <legend>
        {title}
        {isTaken ? ` · ${register.taken}` : ''}
      </legend>
      <Textarea
        label={register.text}
        required
        autosize
        maxRows={10}
        dir="auto"
        value={line.text}
        onChange={({ currentTarget }) => change({ text: currentTarget.value })}
        error={problemOf('text')}
      />
      <div className={styles.fields}>
        <TextInput
          label={terms.paragraph}
          value={line.paragraph}
          onChange={({ currentTarget }) => change({ paragraph: currentTarget.value })}
          error={problemOf('paragraph')}
        />
        <NativeSelect
          label={terms.axes.position}
          value={line.position}
          onChange={({ currentTarget }) => change({ position: currentTarget.value as Position })}
          data={positions.map((value) => ({ value, label: terms.positions[value] }))}
        />
        <TextInput
          type="date"
          label={register.target}
          value={line.targetOn}
          onChange={({ currentTarget }) => change({ targetOn: currentTarget.value })}
          error={problemOf('targetOn')}
        />
        <PlaybookChoice line={line} change={change} error={problemOf('playbook')} />
      </div>
      <Because line={line} />
      {line.problem === undefined ? null : <Trouble problem={line.problem} />}
      {isTaken ? null : (
        <Group mt="xs">
          <Button variant="subtle" size="compact-sm" onClick={remove} aria-label={`${register.remove}: ${title}`}>
            {register.remove}
          </Button>
        </Group>
      )}
    </fieldset>
  );
}

type ChoiceGiven = Pick<Given, 'line' | 'change'> & { readonly error: string | undefined };

function PlaybookChoice({ line, change, error }: ChoiceGiven) {
  const { terms } = useSpeech().words;
  const { data = [] } = useApi('GET /playbooks', {});
  const proposed = proposalFor(line).playbook;
  const known = new Map(data.flatMap(({ key, title, isCurrent }) => (isCurrent ? [[key, title] as const] : [])));
  if (!known.has(proposed)) known.set(proposed, proposed);
  return (
    <NativeSelect
      label={terms.playbook}
      value={playbookOf(line)}
      onChange={({ currentTarget }) => change({ playbook: currentTarget.value })}
      data={Array.from(known, ([value, label]) => ({ value, label }))}
      error={error}
    />
  );
}

/** Why that playbook, in the words of the rules, and whether somebody should look. */
function Because({ line }: { readonly line: DraftLine }) {
  const { register } = useSpeech().words;
  const { playbook, confidence, because } = proposalFor(line);
  return (
    <p className={styles.because} data-confidence={confidence}>
      <b>{register[confidence]}</b> {register.proposed}: <bdi>{playbook}</bdi>.
      <span lang="en" dir="ltr" className={styles.says}>
        {because}
      </span>
    </p>
  );
}
