import { NativeSelect, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { pauseCauses, type PauseCause } from '../../../domain/follow-up/events.ts';
import { roles, type Role } from '../../../domain/follow-up/roles.ts';
import { useWords } from '../../app/speech.tsx';
import type { Schemas } from '../../client/types.ts';
import { useAct } from '../../client/use-act.ts';
import { useApi } from '../../client/use-api.ts';
import { ContactPicker } from '../../parts/contact-picker.tsx';
import type { Chosen } from './bulk-actions.tsx';
import { BulkSteps } from './bulk-steps.tsx';

type Given = { readonly chosen: Chosen; readonly close: () => void };
type Command = Schemas['BulkCommandBodyInput']['command'];

/** A command for many: what it says, whom it concerns, and then what becomes of it. */
function BulkCommand({
  chosen,
  close,
  command,
  note,
}: Given & { readonly command: Command | undefined; readonly note: string }) {
  const preview = useAct('POST /bulk-commands/preview');
  const give = useAct('POST /bulk-commands');
  return (
    <BulkSteps
      isReady={command !== undefined && note.trim() !== ''}
      words={JSON.stringify([command, chosen])}
      preview={(then) => command && preview.act({ body: { command, ...chosen } }, then)}
      give={(then) => command && give.act({ body: { command, note, ...chosen } }, ({ id }) => then(id))}
      isBusy={preview.isBusy || give.isBusy}
      problem={give.error ?? preview.error}
      close={close}
    />
  );
}

export function BulkPause(given: Given) {
  const { one, terms } = useWords();
  const [cause, setCause] = useState<PauseCause>('other');
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const command: Command | undefined =
    reason.trim() === ''
      ? undefined
      : { type: 'Pause', cause, reason, until: until === '' ? null : `${until}T00:00:00.000Z` };
  return (
    <Stack>
      <NativeSelect
        label={one.fields.cause}
        value={cause}
        onChange={({ currentTarget }) => setCause(currentTarget.value as PauseCause)}
        data={pauseCauses.map((value) => ({ value, label: terms.pauses[value] }))}
      />
      <Textarea
        label={one.fields.reason}
        required
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <TextInput
        type="date"
        label={`${one.fields.untilOn} (${one.fields.optional})`}
        value={until}
        onChange={({ currentTarget }) => setUntil(currentTarget.value)}
      />
      <BulkCommand {...given} command={command} note={reason} />
    </Stack>
  );
}

export function BulkAssign(given: Given) {
  const { one, shared, list } = useWords();
  const [role, setRole] = useState<Role>('desk-officer');
  const [contactId, setContactId] = useState<string | null>(null);
  const [note, setNote] = useState('');
  return (
    <Stack>
      <NativeSelect
        label={one.fields.role}
        value={role}
        onChange={({ currentTarget }) => setRole(currentTarget.value as Role)}
        data={roles.map((value) => ({ value, label: shared.roles[value] }))}
      />
      <ContactPicker value={contactId} change={setContactId} />
      <Textarea
        label={list.bulk.note}
        required
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <BulkCommand
        {...given}
        command={contactId === null ? undefined : { type: 'AssignRole', role, contactId }}
        note={note}
      />
    </Stack>
  );
}

export function BulkAdopt({ chosen, close }: Given) {
  const { one, terms } = useWords();
  const [key, setKey] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const { data = [] } = useApi('GET /playbooks', {});
  const preview = useAct('POST /playbook-adoptions/preview');
  const give = useAct('POST /playbook-adoptions');
  const found = data.find((each) => each.key === key);
  const playbook = found === undefined ? undefined : { key: found.key, version: found.version };
  return (
    <Stack>
      <Select
        label={terms.playbook}
        required
        value={key}
        onChange={setKey}
        data={data.map(({ key: value, title, version }) => ({
          value,
          label: `${title} (${one.fields.version} ${version})`,
        }))}
      />
      <Textarea
        label={one.fields.reason}
        required
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <BulkSteps
        isReady={playbook !== undefined && reason.trim() !== ''}
        words={JSON.stringify([playbook, chosen])}
        preview={(then) => playbook && preview.act({ body: { playbook, limit: 1, ...chosen } }, then)}
        give={(then) =>
          playbook &&
          give.act({ body: { playbook, reason, ...chosen } }, (answer) => then('id' in answer ? answer.id : undefined))
        }
        isBusy={preview.isBusy || give.isBusy}
        problem={give.error ?? preview.error}
        close={close}
      />
    </Stack>
  );
}
