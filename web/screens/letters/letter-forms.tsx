import { NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { implementations, type Implementation } from '../../../domain/follow-up/events.ts';
import { useSpeech } from '../../app/speech.tsx';
import type { ApiProblem } from '../../client/call.ts';
import { fieldProblems } from '../../client/field-problems.ts';
import { useAct } from '../../client/use-act.ts';
import { useApi } from '../../client/use-api.ts';
import { Panel } from '../../parts/panel.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { useLetterWords } from '../../words/letter-words.ts';
import type { Letter } from './letter.tsx';
import { FormButtons } from '../../parts/form-buttons.tsx';
import styles from './letters.module.css';

type Given = { readonly letter: Letter; readonly close: () => void };

export function Approve({ letter: { id }, close }: Given) {
  const words = useLetterWords();
  const { act, isBusy, error } = useAct('POST /letters/{id}/approval');
  return (
    <Question
      title={words.approve}
      says={words.sureApprove}
      answer={{ isBusy, error, give: () => act({ path: { id }, body: {} }, close), close }}
    />
  );
}

/** The letter of a rung is dismissed with its rung. */
export function Dismiss({ letter: { id, recommendationId, rung }, close }: Given) {
  const words = useLetterWords();
  const alone = useAct('POST /letters/{id}/dismissal');
  const withRung = useAct('POST /recommendations/{id}/commands/dismiss-escalation');
  const [reason, setReason] = useState('');
  const give = (): void => {
    if (rung > 0) withRung.act({ path: { id: recommendationId }, body: { rung, reason } }, close);
    else alone.act({ path: { id }, body: { reason } }, close);
  };
  const isBusy = alone.isBusy || withRung.isBusy;
  return (
    <Question
      title={words.dismiss}
      says={words.sureDismiss}
      answer={{ isBusy, error: alone.error ?? withRung.error, give, close }}
    >
      <Textarea
        label={words.reason}
        required
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </Question>
  );
}

/** Today by the calendar of the installation: most letters leave on the day on which somebody says so. */
function useToday(): string | undefined {
  const { data } = useApi('GET /installation', {});
  return data?.now.slice(0, 10);
}

export function MarkSent({ letter, close }: Given) {
  const words = useLetterWords();
  const { act, isBusy, error } = useAct('POST /letters/{id}/sent');
  const problemOf = fieldProblems(error);
  const today = useToday();
  const [sentOn, setSentOn] = useState<string>();
  const [reference, setReference] = useState(letter.reference);
  const [scan, setScan] = useState('');
  const on = sentOn ?? today ?? '';
  const give = (): void =>
    act({ path: { id: letter.id }, body: { sentOn: on, reference, scan: scan.trim() === '' ? null : scan } }, close);
  return (
    <Question title={words.markSent} says={words.sureSent} answer={{ isBusy, error, give, close }}>
      <Day label={words.sentOn} value={on} change={setSentOn} problem={problemOf('sentOn')} />
      <TextInput
        label={words.reference}
        required
        value={reference}
        onChange={({ currentTarget }) => setReference(currentTarget.value)}
        error={problemOf('reference')}
      />
      <TextInput
        label={`${words.scan} (${words.optional})`}
        value={scan}
        onChange={({ currentTarget }) => setScan(currentTarget.value)}
        error={problemOf('scan')}
      />
    </Question>
  );
}

export function RecordReply({ letter: { id }, close }: Given) {
  const { shared } = useSpeech().words;
  const words = useLetterWords();
  const { act, isBusy, error } = useAct('POST /letters/{id}/reply');
  const problemOf = fieldProblems(error);
  const today = useToday();
  const [receivedOn, setReceivedOn] = useState<string>();
  const [note, setNote] = useState('');
  const [implementation, setImplementation] = useState<Implementation | ''>('');
  const on = receivedOn ?? today ?? '';
  const give = (): void =>
    act({ path: { id }, body: { receivedOn: on, note, implementation: implementation || null } }, close);
  return (
    <Question title={words.recordReply} says={words.sureReply} answer={{ isBusy, error, give, close }}>
      <Day label={words.receivedOn} value={on} change={setReceivedOn} problem={problemOf('receivedOn')} />
      <Textarea
        label={words.note}
        required
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
        error={problemOf('note')}
        autosize
        minRows={3}
      />
      <NativeSelect
        label={words.implementation}
        value={implementation}
        onChange={({ currentTarget }) => setImplementation(currentTarget.value as Implementation | '')}
        data={[
          { value: '', label: words.notSaid },
          ...implementations.map((value) => ({ value, label: shared.implementations[value] })),
        ]}
      />
    </Question>
  );
}

type DayGiven = {
  readonly label: string;
  readonly value: string;
  readonly change: (on: string) => void;
  readonly problem: string | undefined;
};

const Day = ({ label, value, change, problem }: DayGiven) => (
  <TextInput
    type="date"
    label={label}
    required
    value={value}
    onChange={({ currentTarget }) => change(currentTarget.value)}
    error={problem}
  />
);

type Asked = {
  readonly title: string;
  readonly says: string;
  readonly answer: {
    readonly isBusy: boolean;
    readonly error: ApiProblem | null;
    readonly give: () => void;
    readonly close: () => void;
  };
  readonly children?: ReactNode;
};

/** What is about to go on record, what it needs, and a way back. Takes the focus, so that it is heard. */
function Question({ title, says, answer: { isBusy, error, give, close }, children }: Asked) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea, button')?.focus();
  }, []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    give();
  };
  return (
    <Panel title={title}>
      <form ref={form} onSubmit={submit} className={styles.form}>
        <Stack>
          <p style={{ margin: 0 }}>{says}</p>
          {children}
          {error === null ? null : <Trouble problem={error} />}
          <FormButtons label={title} isBusy={isBusy} close={close} />
        </Stack>
      </form>
    </Panel>
  );
}
