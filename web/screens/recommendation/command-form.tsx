import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../app/speech.tsx';
import type { Wish } from '../../client/call.ts';
import { useAct } from '../../client/use-act.ts';
import { Trouble } from '../../parts/trouble.tsx';
import type { CommandName } from '../../words/one-words.ts';
import { CommandField } from './command-field.tsx';
import { commandForms, type Entered } from './command-forms.ts';
import type { One } from './recommendation.tsx';

type Given = {
  readonly one: One;
  readonly name: CommandName;
  readonly close: () => void;
  readonly recorded: () => void;
};

/** The form of one command: what it asks, what the server says of each field, and a question before what is for good. */
export function CommandForm({ one, name, close, recorded }: Given) {
  const words = useWords();
  const { fields, isGrave = false } = commandForms[name];
  const [entered, setEntered] = useState<Entered>({});
  const [isAsked, setAsked] = useState(false);
  const { give, isBusy, problem } = useCommand(one, name);
  const faults = problem?.problem.fields ?? [];
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isGrave && !isAsked) setAsked(true);
        else give(entered, recorded);
      }}
    >
      <Stack>
        {fields.map((field) => (
          <CommandField
            key={field.name}
            field={field}
            one={one}
            value={entered[field.name]}
            change={(value) => {
              setAsked(false);
              setEntered({ ...entered, [field.name]: value });
            }}
            fault={
              faults.find(({ path }) => path.split('/').at(-1) === field.name || path === `/${field.name}`)?.message
            }
          />
        ))}
        {problem ? <Trouble problem={problem} /> : null}
        {isAsked ? (
          <p role="alert" style={{ margin: 0 }}>
            <strong>{words.one.sure}</strong>
          </p>
        ) : null}
        <Group>
          <Button type="submit" loading={isBusy}>
            {isGrave && !isAsked ? words.one.commands[name] : words.one.send}
          </Button>
          <Button variant="default" onClick={close}>
            {words.shell.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type CommandAddress = 'POST /recommendations/{id}/commands/report-progress';

/** Sends a command under a key of its own. Adopting a playbook is asked of many at once elsewhere, and has its own address. */
function useCommand(one: One, name: CommandName) {
  const { id, playbook, draft } = one;
  // The form's table makes the body that this very address takes; the server's schema has the last word.
  const command = useAct(`POST /recommendations/{id}/commands/${name}` as CommandAddress);
  const adoption = useAct('POST /playbook-adoptions');
  const give = (entered: Entered, then: () => void): void => {
    const filled = Object.fromEntries(Object.entries(entered).filter(([, value]) => value !== '' && value !== null));
    const body = (commandForms[name].bodyOf ?? ((same: Entered) => same))(filled);
    if (name === 'adopt-playbook') {
      const wanted = { key: playbook, version: Number(filled['version']) };
      adoption.act({ body: { playbook: wanted, recommendationIds: [id], reason: String(filled['reason']) } }, then);
      return;
    }
    const rung = name === 'approve-escalation' || name === 'dismiss-escalation' ? { rung: draft?.rung ?? 1 } : {};
    command.act({ path: { id }, body: { ...body, ...rung } } as unknown as Wish<CommandAddress>, then);
  };
  return { give, isBusy: command.isBusy || adoption.isBusy, problem: command.error ?? adoption.error };
}
