import { Button, Checkbox, Group, Textarea } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import { useApi } from '../../client/use-api.ts';
import { Page } from '../../parts/page.tsx';
import { StateSelect } from '../../parts/state-select.tsx';
import { Shown } from '../../parts/shown.tsx';
import { Way } from '../../parts/way.tsx';
import { draftLines, mostLines, type DraftLine } from './draft-line.ts';
import { LineForm } from './line-form.tsx';
import { useRegistering } from './use-registering.ts';

/** Several recommendations at once: pasted, looked at with the playbook that is proposed for each, registered, started. */
export function AddRecommendations() {
  const { id = '' } = useParams({ strict: false });
  const { words } = useSpeech();
  const source = useApi('GET /sources/{id}', { path: { id } });
  return (
    <Page title={words.sources.add}>
      <Shown of={source}>
        {({ title, stateCode }) => (
          <>
            <p className="soft">
              {words.register.lead.split('{source}')[0]}
              <Way to={`/sources/${id}`}>
                <bdi>{title}</bdi>
              </Way>
            </p>
            <Registering sourceId={id} stateCode={stateCode} />
          </>
        )}
      </Shown>
    </Page>
  );
}

type Given = { readonly sourceId: string; readonly stateCode: string | null };

function Registering({ sourceId, stateCode: ofSource }: Given) {
  const [pasted, setPasted] = useState('');
  const [stateCode, setStateCode] = useState(ofSource ?? '');
  const [lines, setLines] = useState<readonly DraftLine[] | undefined>();
  if (lines !== undefined)
    return <Preview sourceId={sourceId} lines={lines} setLines={setLines} back={() => setLines(undefined)} />;
  return (
    <Paste
      pasted={pasted}
      setPasted={setPasted}
      choice={ofSource === null ? { stateCode, setStateCode } : undefined}
      look={() => setLines(draftLines(pasted, stateCode))}
    />
  );
}

type PasteGiven = {
  readonly pasted: string;
  readonly setPasted: (text: string) => void;
  /** Whose recommendations they are, where the source concerns several States. */
  readonly choice: { readonly stateCode: string; readonly setStateCode: (code: string) => void } | undefined;
  readonly look: () => void;
};

function Paste({ pasted, setPasted, choice, look }: PasteGiven) {
  const { words, number } = useSpeech();
  const { register, terms, shell } = words;
  const [error, setError] = useState<string | undefined>();
  const show = (event: FormEvent): void => {
    event.preventDefault();
    const count = draftLines(pasted, '').length;
    const isTooMany = count > mostLines ? fill(register.tooMany, { most: number(mostLines) }) : undefined;
    const fault = count === 0 ? register.empty : isTooMany;
    setError(fault);
    if (fault === undefined && choice?.stateCode !== '') look();
  };
  return (
    <form onSubmit={show} className="panel" style={{ padding: '1rem' }}>
      {choice === undefined ? null : (
        <StateSelect label={terms.state} value={choice.stateCode} onChange={choice.setStateCode} none={shell.none} />
      )}
      <Textarea
        label={register.paste}
        description={register.pasteHint}
        autosize
        minRows={8}
        maxRows={24}
        dir="auto"
        value={pasted}
        onChange={({ currentTarget }) => setPasted(currentTarget.value)}
        error={error}
      />
      <Button type="submit" mt="md">
        {register.look}
      </Button>
    </form>
  );
}

type PreviewGiven = {
  readonly sourceId: string;
  readonly lines: readonly DraftLine[];
  readonly setLines: (change: (before: readonly DraftLine[] | undefined) => readonly DraftLine[] | undefined) => void;
  readonly back: () => void;
};

function Preview({ sourceId, lines, setLines, back }: PreviewGiven) {
  const { words, number } = useSpeech();
  const { register } = words;
  const [isStarting, setStarting] = useState(true);
  const [outcome, setOutcome] = useState<'done' | 'failed' | undefined>();
  const registering = useRegistering();
  const change = (key: string, changed: Partial<DraftLine>): void =>
    setLines((before) => before?.map((line) => (line.key === key ? { ...line, ...changed } : line)));
  const remove = (key: string): void => setLines((before) => before?.filter((line) => line.key !== key));
  const waiting = lines.filter((line) => line.registeredAs === undefined || line.problem !== undefined);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const isDone = await registering.register({ sourceId, lines: waiting, isStarting, change });
    setOutcome(isDone ? 'done' : 'failed');
  };
  if (outcome === 'done') return <Done sourceId={sourceId} isStarted={isStarting} />;
  const isBusy = registering.going !== undefined;
  return (
    <form onSubmit={(event) => void submit(event)}>
      <h2>{fill(register.preview, { count: number(lines.length) })}</h2>
      {outcome === 'failed' ? <p role="alert">{register.someFailed}</p> : null}
      {lines.map((line, index) => (
        <LineForm
          key={line.key}
          line={line}
          number={index + 1}
          change={(changed) => change(line.key, changed)}
          remove={() => remove(line.key)}
        />
      ))}
      <Checkbox
        my="md"
        label={register.startNow}
        description={register.startHint}
        checked={isStarting}
        onChange={({ currentTarget }) => setStarting(currentTarget.checked)}
      />
      <Group>
        <Button type="submit" loading={isBusy} disabled={waiting.length === 0}>
          {fill(register.submit, { count: number(waiting.length) })}
        </Button>
        <Button variant="default" onClick={back} disabled={isBusy}>
          {register.again}
        </Button>
        <output>
          {registering.going === undefined
            ? ''
            : fill(register.progress, { done: number(registering.going.done), all: number(registering.going.all) })}
        </output>
      </Group>
    </form>
  );
}

function Done({ sourceId, isStarted }: { readonly sourceId: string; readonly isStarted: boolean }) {
  const { register } = useSpeech().words;
  return (
    <div className="panel" style={{ padding: '1rem' }} aria-live="polite">
      <p>{isStarted ? register.doneStarted : register.doneAll}</p>
      <Way to={`/sources/${sourceId}`}>{register.toSource}</Way>
    </div>
  );
}
