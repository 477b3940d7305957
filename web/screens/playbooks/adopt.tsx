import { Button, NativeSelect, TextInput } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { states } from '../../../domain/reference/states.ts';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import { call, type AnswerOf, type ApiProblem, type Wish } from '../../client/call.ts';
import type { Schemas } from '../../client/types.ts';
import { Page } from '../../parts/page.tsx';
import { Trouble } from '../../parts/trouble.tsx';
import { usePlaybookWords } from '../../words/playbook-words.ts';
import { AdoptionPreviews, NotConcerned } from './adoption-previews.tsx';
import { apart } from './draft.ts';
import styles from './playbooks.module.css';
import { StoredVersion } from './stored.tsx';

/** Who would be affected by a version, and moving them to it. */
export function AdoptPlaybook() {
  const { key } = useParams({ from: '/playbooks/$key/adopt' });
  const { version } = useSearch({ from: '/playbooks/$key/adopt' });
  return (
    <StoredVersion playbookKey={key} version={version}>
      {(chosen) => <Adoption chosen={chosen} />}
    </StoredVersion>
  );
}

type PreviewWish = Wish<'POST /playbook-adoptions/preview'>['body'];
type Filter = NonNullable<PreviewWish['filter']>;
type Previews = AnswerOf<'POST /playbook-adoptions/preview'>;
const moving = ['open', 'paused', 'under-verification'] as const;

/** The preview is asked for by POST because of its body, and changes nothing. */
function usePreviews(wish: Pick<PreviewWish, 'playbook' | 'filter'>) {
  return useInfiniteQuery<Previews, ApiProblem, readonly Previews[], readonly unknown[], string | undefined>({
    queryKey: ['POST /playbook-adoptions/preview', wish],
    queryFn: ({ pageParam: afterId, signal }) =>
      call('POST /playbook-adoptions/preview', {
        body: { ...wish, limit: 20, ...(afterId === undefined ? {} : { afterId }) },
        signal,
      }),
    initialPageParam: undefined,
    getNextPageParam: ({ nextAfterId }) => nextAfterId ?? undefined,
    select: ({ pages }) => pages,
    placeholderData: keepPreviousData,
  });
}

function Adoption({ chosen: { key, version, title } }: { readonly chosen: Schemas['Playbook'] }) {
  const words = usePlaybookWords();
  const { adopt, actions } = words;
  const { number, stateName, words: common } = useSpeech();
  const [state, setState] = useState('');
  const [status, setStatus] = useState('');
  const filter = {
    playbook: [key],
    status: status === '' ? [...moving] : [status],
    ...(state === '' ? {} : { state: [state] }),
  } as Filter;
  const playbook = { key, version };
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetching } = usePreviews({ playbook, filter });
  const [first] = data ?? [];
  return (
    <Page title={fill(adopt.title, { version: number(version), title: apart(title) })} lead={adopt.lead}>
      <p>
        <Link to="/playbooks/$key" params={{ key }} search={{ version }}>
          {actions.back}
        </Link>
      </p>
      <div className={styles.wishes}>
        <NativeSelect
          label={adopt.state}
          value={state}
          onChange={({ currentTarget }) => setState(currentTarget.value)}
          data={[
            { value: '', label: adopt.allStates },
            ...states.map(({ code }) => ({ value: code, label: stateName(code) })),
          ]}
        />
        <NativeSelect
          label={adopt.status}
          value={status}
          onChange={({ currentTarget }) => setStatus(currentTarget.value)}
          data={[
            { value: '', label: adopt.any },
            ...moving.map((each) => ({ value: each, label: common.terms.statuses[each] })),
          ]}
        />
      </div>
      {error ? <Trouble problem={error} retry={() => void refetch()} /> : null}
      <section className={`panel ${styles.block}`} aria-busy={isFetching}>
        {first === undefined ? null : (
          <>
            <output style={{ display: 'block', marginTop: 0 }}>
              {fill(adopt.found, { number: number(first.total) })} ·{' '}
              <strong>{fill(adopt.concerned, { number: number(first.concerned) })}</strong>
            </output>
            <NotConcerned counts={first.notConcerned} />
            {first.concerned === 0 ? (
              <p>{adopt.nobody}</p>
            ) : (
              <Start key={JSON.stringify(filter)} wish={{ playbook, filter }} concerned={first.concerned} />
            )}
            <AdoptionPreviews items={data?.flatMap(({ items }) => items) ?? []} />
            {hasNextPage ? (
              <Button variant="default" onClick={() => void fetchNextPage()}>
                {adopt.more}
              </Button>
            ) : null}
          </>
        )}
      </section>
    </Page>
  );
}

type StartGiven = { readonly wish: Pick<PreviewWish, 'playbook' | 'filter'>; readonly concerned: number };

/** Many plans are made anew, and nothing undoes that by itself: so it is asked once more. */
function Start({ wish, concerned }: StartGiven) {
  const { adopt } = usePlaybookWords();
  const { number, words } = useSpeech();
  const navigate = useNavigate();
  const [reason, setReason] = useState('');
  const [isAsking, setAsking] = useState(false);
  const sure = useRef<HTMLButtonElement>(null);
  const key = useRef(crypto.randomUUID());
  useEffect(() => {
    if (isAsking) sure.current?.focus();
  }, [isAsking]);
  const { mutate, error, isPending } = useMutation<AnswerOf<'POST /playbook-adoptions'>, ApiProblem>({
    mutationFn: () => call('POST /playbook-adoptions', { body: { ...wish, reason: reason.trim() }, key: key.current }),
    onSuccess: (answer) => {
      if ('id' in answer) void navigate({ to: '/playbooks/batches/$id', params: { id: answer.id } });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setAsking(true);
      }}
    >
      <div className={styles.wishes}>
        <TextInput
          label={adopt.reason}
          required
          maxLength={5_000}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
          style={{ flex: '1 1 16rem' }}
        />
        <Button type="submit" disabled={isAsking || reason.trim() === ''}>
          {fill(adopt.start, { number: number(concerned) })}
        </Button>
      </div>
      {isAsking ? (
        <div role="alertdialog" aria-labelledby="sure" className={styles.row}>
          <p id="sure" style={{ marginTop: 0 }}>
            {fill(adopt.sure, { number: number(concerned), version: number(wish.playbook.version) })}
          </p>
          <div className={styles.actions}>
            <Button ref={sure} loading={isPending} onClick={() => mutate()}>
              {adopt.yes}
            </Button>
            <Button variant="default" onClick={() => setAsking(false)}>
              {words.shell.cancel}
            </Button>
          </div>
        </div>
      ) : null}
      {error ? <Trouble problem={error} /> : null}
    </form>
  );
}
