import { Button, Group, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Role } from '../../../domain/follow-up/roles.ts';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import { fieldProblems } from '../../client/field-problems.ts';
import type { Schemas } from '../../client/types.ts';
import { useAct } from '../../client/use-act.ts';
import { useApi } from '../../client/use-api.ts';
import { Panel } from '../../parts/panel.tsx';
import { ContactPicker } from '../../parts/contact-picker.tsx';
import { StateSelect } from '../../parts/state-select.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import styles from './people.module.css';

type From = { readonly contactId: string } | { readonly institutionId: string };
type Given = { readonly from: From; readonly except?: string };

/** All that is held here to one person: looked at first, then done, with its reason. */
export function HandOver({ from, except }: Given) {
  const { words } = useSpeech();
  const { people } = words;
  const [to, setTo] = useState<string | null>(null);
  const [stateCode, setStateCode] = useState('');
  const [batchId, setBatchId] = useState<string | undefined>();
  const preview = useAct('POST /hand-overs/preview');
  const [moves, setMoves] = useState<Schemas['HandOverPreview'] | undefined>();
  const wish = { from, to: { contactId: to ?? '' }, ...(stateCode === '' ? {} : { stateCode }) };
  const look = (event: FormEvent): void => {
    event.preventDefault();
    preview.act({ body: wish as never }, setMoves);
  };
  const another = (): void => {
    setMoves(undefined);
    setBatchId(undefined);
  };
  return (
    <div className="no-print">
      <Panel title={people.handOver}>
        <p className="soft">{people.handOverHint}</p>
        <form onSubmit={look}>
          <Group align="end">
            <ContactPicker
              label={people.to}
              value={to}
              change={(contactId) => {
                setTo(contactId);
                another();
              }}
              except={except}
              error={fieldProblems(preview.error)('to')}
            />
            <StateSelect
              label={people.onlyState}
              value={stateCode}
              onChange={(code) => {
                setStateCode(code);
                another();
              }}
              none={people.everyState}
            />
            <Button type="submit" variant="default" disabled={to === null} loading={preview.isBusy}>
              {people.preview}
            </Button>
          </Group>
          {preview.error === null ? null : <Trouble problem={preview.error} />}
        </form>
        {moves === undefined || batchId !== undefined ? null : <Moves moves={moves} wish={wish} done={setBatchId} />}
        {batchId === undefined ? null : <Going batchId={batchId} />}
      </Panel>
    </div>
  );
}

type MovesGiven = {
  readonly moves: Schemas['HandOverPreview'];
  readonly wish: object;
  readonly done: (batchId: string) => void;
};

function Moves({ moves, wish, done }: MovesGiven) {
  const { words, number, stateName } = useSpeech();
  const { people, shared } = words;
  const [reason, setReason] = useState('');
  const { act, isBusy, error } = useAct('POST /hand-overs');
  const hand = (event: FormEvent): void => {
    event.preventDefault();
    act({ body: { ...wish, reason } as never }, ({ id }) => done(id));
  };
  const isNothing = moves.followUps === 0 && moves.stateRoles.length === 0;
  return (
    <div aria-live="polite">
      <h3>{people.wouldMove}</h3>
      <dl className={styles.facts}>
        <div>
          <dt>{people.openWork}:</dt>
          <dd>{number(moves.followUps)}</dd>
        </div>
        {(Object.entries(moves.byRole) as [Role, number][]).map(([role, count]) => (
          <div key={role}>
            <dt>{shared.roles[role]}:</dt>
            <dd>{number(count)}</dd>
          </div>
        ))}
      </dl>
      {moves.stateRoles.length === 0 ? null : (
        <p>
          {people.stateRoles}:{' '}
          {moves.stateRoles.map(({ stateCode, role }) => `${stateName(stateCode)} (${shared.roles[role]})`).join(', ')}
        </p>
      )}
      {isNothing ? (
        <p className="soft">{people.nothingAsked}</p>
      ) : (
        <form onSubmit={hand}>
          <Group align="end">
            <TextInput
              label={people.reason}
              required
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
              error={fieldProblems(error)('reason')}
              maw={420}
            />
            <Button type="submit" loading={isBusy}>
              {people.confirm}
            </Button>
          </Group>
          {error === null ? null : <Trouble problem={error} />}
        </form>
      )}
    </div>
  );
}

/** It goes on by itself: one may leave, and come back. */
function Going({ batchId }: { readonly batchId: string }) {
  const { words, number } = useSpeech();
  const { data } = useApi('GET /batches/{id}', { path: { id: batchId } });
  return (
    <p aria-live="polite">
      {data === undefined
        ? ''
        : fill(words.people.handedOver, { done: number(data.total - data.counts.pending), all: number(data.total) })}
    </p>
  );
}
