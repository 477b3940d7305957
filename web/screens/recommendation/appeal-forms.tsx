import { Button, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { obstacleNames, obstacles } from '../../../domain/campaign/obstacles.ts';
import { useSpeech } from '../../app/speech.tsx';
import type { Wish } from '../../client/call.ts';
import { fieldProblems } from '../../client/field-problems.ts';
import { useAct } from '../../client/use-act.ts';
import { StateSelect } from '../../parts/state-select.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { useCampaignWords } from '../../words/campaign-words.ts';

const asks = {
  'record-obstacle': ['obstacle', 'note'],
  'arrange-twinning': ['withState', 'note'],
  'offer-help': ['kind', 'by', 'note'],
  'review-appeal': ['outcome', 'note'],
} as const;
type Command = keyof typeof asks;
type FieldName = (typeof asks)[Command][number] | 'rung';
type Entered = Readonly<Partial<Record<FieldName, string>>>;
type Address = 'POST /recommendations/{id}/commands/record-obstacle';

/** Each thing that can be recorded of an appeal, folded away until it is wanted. */
export function AppealForms({ id }: { readonly id: string }) {
  const { appeal } = useCampaignWords();
  return (
    <div className="no-print">
      {(Object.keys(asks) as Command[]).map((command) => (
        <details key={command}>
          <summary>{appeal[command]}</summary>
          <AppealForm id={id} command={command} />
        </details>
      ))}
    </div>
  );
}

function AppealForm({ id, command }: { readonly id: string; readonly command: Command }) {
  const { appeal } = useCampaignWords();
  const [entered, setEntered] = useState<Entered>({});
  // The table above makes the body that this very address takes; the server's schema has the last word.
  const { act, isBusy, error } = useAct(`POST /recommendations/{id}/commands/${command}` as Address);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    act({ path: { id }, body: bodyOf(entered) } as unknown as Wish<Address>, () => setEntered({}));
  };
  const more = moreAsked(entered);
  return (
    <form onSubmit={send}>
      <Stack gap="xs" my="xs">
        {[...asks[command], ...more].map((name) => (
          <AppealField
            key={name}
            name={name}
            value={entered[name] ?? ''}
            change={(value) => setEntered({ ...entered, [name]: value })}
            fault={fieldProblems(error)(name)}
            isRequired={name !== 'note' || command === 'review-appeal'}
          />
        ))}
        {error === null ? null : <Trouble problem={error} />}
        <Button type="submit" loading={isBusy}>
          {appeal.send}
        </Button>
      </Stack>
    </form>
  );
}

/** A review that names an obstacle says which; one that recommends a rung says which. */
function moreAsked({ outcome }: Entered): readonly FieldName[] {
  if (outcome === 'obstacle') return ['obstacle'];
  return outcome === 'recommend-rung' ? ['rung'] : [];
}

const bodyOf = ({ rung, ...others }: Entered) => ({
  note: '',
  ...Object.fromEntries(Object.entries(others).filter(([, value]) => value !== '')),
  ...(rung === undefined || rung === '' ? {} : { rung: Number(rung) }),
});

type FieldGiven = {
  readonly name: FieldName;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly fault: string | undefined;
  readonly isRequired: boolean;
};

function AppealField({ name, value, change, fault, isRequired }: FieldGiven) {
  const { appeal, remaining } = useCampaignWords();
  const { language } = useSpeech();
  const label = name === 'obstacle' ? remaining.obstacle : appeal[name];
  const common = { label, value, error: fault, required: isRequired };
  if (name === 'withState') return <StateSelect {...common} onChange={change} none="" />;
  if (name === 'note' || name === 'by' || name === 'rung') {
    const Input = name === 'note' ? Textarea : TextInput;
    return (
      <Input
        {...common}
        type={name === 'rung' ? 'number' : 'text'}
        onChange={({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
          change(currentTarget.value)
        }
      />
    );
  }
  const choices = {
    obstacle: obstacles.map((each) => ({ value: each as string, label: obstacleNames[each][language] })),
    kind: Object.entries(appeal.helpKinds).map(([each, says]) => ({ value: each, label: says })),
    outcome: Object.entries(appeal.outcomes).map(([each, says]) => ({ value: each, label: says })),
  }[name];
  return (
    <NativeSelect
      {...common}
      onChange={({ currentTarget }) => change(currentTarget.value)}
      data={[{ value: '', label: '' }, ...choices]}
    />
  );
}
