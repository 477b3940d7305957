import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { ApiProblem } from '../../client/call.ts';
import { fieldProblems } from '../../client/field-problems.ts';
import { StateSelect } from '../../parts/state-select.tsx';
import { useCampaignWords } from '../../words/campaign-words.ts';
import type { Action } from './campaign-actions.tsx';
import type { Campaign } from './campaign.tsx';
import { StatesField } from './states-field.tsx';
import { useWords } from '../../app/speech.tsx';

type Texts = Readonly<
  Partial<
    Record<
      'reason' | 'note' | 'stateCode' | 'instrument' | 'title' | 'targetOn' | 'letterOn' | 'size' | 'everyDays',
      string
    >
  >
>;
export type Entered = Texts & { readonly stateCodes?: readonly string[] };

type Given = {
  readonly action: Action;
  readonly campaign: Campaign;
  readonly entered: Entered;
  readonly change: (more: Entered) => void;
  readonly problem: ApiProblem | null;
};

/** What a command asks. */
export function ActionFields(given: Given) {
  switch (given.action) {
    case 'pause':
    case 'end':
      return <Reason {...given} name="reason" />;
    case 'leaveOut':
      return <LeaveOut {...given} />;
    case 'takeIn':
      return <TakeIn {...given} />;
    case 'change':
      return <Change {...given} />;
    case 'resume':
    case 'approve':
      return null;
  }
}

function Reason({ entered, change, problem, name }: Given & { readonly name: 'reason' | 'note' }) {
  const { actions } = useCampaignWords();
  return (
    <Textarea
      label={actions[name]}
      required
      maxLength={2_000}
      value={entered[name] ?? ''}
      onChange={({ currentTarget }) => change({ [name]: currentTarget.value })}
      error={fieldProblems(problem)(name)}
    />
  );
}

function LeaveOut(given: Given) {
  const { actions, treaty } = useCampaignWords();
  const { terms } = useWords();
  const { campaign, entered, change, problem } = given;
  return (
    <>
      <StateSelect
        label={terms.state}
        value={entered.stateCode ?? ''}
        onChange={(stateCode) => change({ stateCode })}
        none=""
        error={fieldProblems(problem)('stateCode')}
      />
      <NativeSelect
        label={treaty}
        value={entered.instrument ?? ''}
        onChange={({ currentTarget }) => change({ instrument: currentTarget.value })}
        data={[{ value: '', label: actions.allTreaties }, ...campaign.instruments]}
      />
      <Reason {...given} name="note" />
    </>
  );
}

function TakeIn({ entered, change, problem }: Given) {
  const { form } = useCampaignWords();
  return (
    <StatesField
      label={form.statesNamed}
      value={entered.stateCodes ?? []}
      change={(stateCodes) => change({ stateCodes })}
      error={fieldProblems(problem)('stateCodes')}
    />
  );
}

const changed = ['title', 'targetOn', 'letterOn', 'size', 'everyDays'] as const;
const typeOf = { title: 'text', targetOn: 'date', letterOn: 'date', size: 'number', everyDays: 'number' } as const;

function Change({ entered, change, problem }: Given) {
  const { form, targetOn } = useCampaignWords();
  const labels = {
    title: form.title,
    targetOn,
    letterOn: form.letterOn,
    size: form.waveSize,
    everyDays: form.waveDays,
  };
  const problemOf = fieldProblems(problem);
  return changed.map((name) => (
    <TextInput
      key={name}
      label={labels[name]}
      type={typeOf[name]}
      required
      value={entered[name] ?? ''}
      onChange={({ currentTarget }) => change({ [name]: currentTarget.value })}
      error={problemOf(name === 'size' || name === 'everyDays' ? `wave/${name}` : name)}
    />
  ));
}
