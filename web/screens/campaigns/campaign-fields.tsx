import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { instrumentFacts } from '../../../domain/reference/instruments/instruments.ts';
import { regionalGroups, type RegionalGroup } from '../../../domain/reference/states.ts';
import { useSpeech, useWords } from '../../app/speech.tsx';
import type { ApiProblem } from '../../client/call.ts';
import { fieldProblems } from '../../client/field-problems.ts';
import { useCampaignWords } from '../../words/campaign-words.ts';
import type { Plan } from './campaign-plan.ts';
import styles from './campaigns.module.css';
import { StatesField } from './states-field.tsx';

type Given = {
  readonly plan: Plan;
  readonly change: (plan: Plan) => void;
  readonly problem: ApiProblem | null;
};

/** What a campaign is about, whom it asks, by when, and how fast. */
export function CampaignFields(given: Given) {
  const { form, targetOn } = useCampaignWords();
  const { plan, change, problem } = given;
  const problemOf = fieldProblems(problem);
  const text = (name: 'title' | 'targetOn' | 'size' | 'everyDays' | 'letterOn') => ({
    value: plan[name],
    onChange: ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) =>
      change({ ...plan, [name]: currentTarget.value }),
    error: problemOf(name === 'size' || name === 'everyDays' ? `wave/${name}` : name),
  });
  return (
    <>
      <TextInput label={form.title} required {...text('title')} maw={560} />
      <Treaties {...given} />
      <Scope {...given} />
      <TextInput label={targetOn} type="date" required {...text('targetOn')} maw={260} />
      <div className={styles.filter}>
        <TextInput label={form.waveSize} type="number" min={1} max={500} required {...text('size')} />
        <TextInput label={form.waveDays} type="number" min={0} max={366} required {...text('everyDays')} />
        <TextInput label={form.letterOn} description={form.letterHint} type="date" {...text('letterOn')} />
      </div>
    </>
  );
}

function Treaties({ plan, change, problem }: Given) {
  const { treaties } = useCampaignWords();
  const { language } = useSpeech();
  const fault = fieldProblems(problem)('instruments');
  const { instruments } = plan;
  const toggle = (key: string): void =>
    change({
      ...plan,
      instruments: instruments.includes(key) ? instruments.filter((each) => each !== key) : [...instruments, key],
    });
  return (
    <fieldset className={styles.ticks}>
      <legend>
        {treaties}{' '}
        {fault === undefined ? null : (
          <span lang="en" style={{ color: 'var(--red)' }}>
            {fault}
          </span>
        )}
      </legend>
      {instrumentFacts.map(({ key, names }) => (
        <Checkbox
          key={key}
          label={key}
          description={names[language]}
          checked={instruments.includes(key)}
          onChange={() => toggle(key)}
        />
      ))}
    </fieldset>
  );
}

function Scope({ plan, change, problem }: Given) {
  const { form } = useCampaignWords();
  const { terms } = useWords();
  return (
    <div className={styles.filter}>
      <NativeSelect
        label={form.states}
        value={plan.scope}
        onChange={({ currentTarget }) => change({ ...plan, scope: currentTarget.value as Plan['scope'] })}
        data={(['all', 'group', 'list'] as const).map((value) => ({ value, label: form[value] }))}
      />
      {plan.scope === 'group' ? (
        <NativeSelect
          label={terms.region}
          value={plan.regionalGroup}
          onChange={({ currentTarget }) => change({ ...plan, regionalGroup: currentTarget.value as RegionalGroup })}
          data={regionalGroups.map((value) => ({ value, label: terms.regions[value] }))}
        />
      ) : null}
      {plan.scope === 'list' ? (
        <StatesField
          label={form.statesNamed}
          value={plan.stateCodes}
          change={(stateCodes) => change({ ...plan, stateCodes })}
          error={fieldProblems(problem)('states')}
        />
      ) : null}
    </div>
  );
}
