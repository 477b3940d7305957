import { Button, Loader, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Playbook } from '../../../domain/playbooks/playbook.ts';
import { states } from '../../../domain/reference/states.ts';
import { useSpeech } from '../../app/speech.tsx';
import { call, type ApiProblem } from '../../client/call.ts';
import type { Schemas } from '../../client/types.ts';
import { useApi } from '../../client/use-api.ts';
import { Trouble } from '../../parts/trouble.tsx';
import { usePlaybookWords } from '../../words/playbook-words.ts';
import { bodyOf } from './draft.ts';
import styles from './playbooks.module.css';
import { MailWeeks, RoleLoads } from './simulation-figures.tsx';

const assumptions = ['nobody-answers', 'everybody-answers-on-time', 'base-rates'] as const;
type Assumption = (typeof assumptions)[number];
type Wish = {
  readonly stateCode: string;
  readonly many: number;
  readonly years: number;
  readonly assumption: Assumption;
};

/** Long enough that one who types a number is not answered at each digit. */
const pauseMs = 600;
const most = 200;

type Given = {
  /** Undefined while something is wrong with it. */
  readonly draft: Playbook | undefined;
  readonly before: Playbook;
};

/** What would come of the playbook as it is being edited, beside what comes of it as it was. */
export function SimulationPanel({ draft, before }: Given) {
  const words = usePlaybookWords();
  const { simulation } = words;
  const [wish, setWish] = useWish(before.key);
  const [asked] = useDebouncedValue(
    useMemo(() => ({ draft, wish }), [draft, wish]),
    pauseMs,
  );
  const [stopped, setStopped] = useState<unknown>(undefined);
  const isStopped = stopped === asked;
  const isWanted = !isStopped && asked.wish.many >= 1 && asked.wish.many <= most;
  const queries = useQueryClient();
  const now = useSimulated(asked.draft, asked.wish, isWanted);
  const was = useSimulated(before, asked.wish, isWanted);
  const isRunning = now.isFetching || was.isFetching;
  const error = now.error ?? was.error;
  const stop = (): void => {
    setStopped(asked);
    void queries.cancelQueries({ queryKey: ['POST /simulations'] });
  };
  return (
    <section className={`panel ${styles.block}`} aria-labelledby="simulation">
      <h2 id="simulation" className={styles.heading}>
        {simulation.heading}
      </h2>
      <p className="soft" style={{ marginTop: 0 }}>
        {simulation.lead}
      </p>
      <WishFields wish={wish} setWish={setWish} />
      <output className={styles.actions} style={{ minHeight: '2.25rem' }}>
        {isRunning ? (
          <>
            <Loader size="sm" /> {simulation.running}
            <Button size="compact-sm" variant="default" onClick={stop}>
              {simulation.cancel}
            </Button>
          </>
        ) : isStopped ? (
          <>
            {simulation.stopped}
            <Button size="compact-sm" variant="default" onClick={() => setStopped(undefined)}>
              {simulation.again}
            </Button>
          </>
        ) : draft === undefined ? (
          simulation.waits
        ) : null}
      </output>
      {error ? <Trouble problem={error} /> : null}
      {now.data === undefined || was.data === undefined ? null : (
        // Old figures under a new question would mislead: they fade until the new ones are there.
        <div aria-busy={isRunning} style={{ opacity: isRunning ? 0.35 : 1 }}>
          {wish.assumption === 'base-rates' ? <p className="soft">{simulation.baseRate}</p> : null}
          <Totals now={now.data} was={was.data} />
          <MailWeeks now={now.data} was={was.data} />
          <RoleLoads now={now.data} was={was.data} />
        </div>
      )}
    </section>
  );
}

/** Begins where follow-ups of this playbook are, so that the roles are people's. */
function useWish(key: string) {
  const { data } = useApi('GET /recommendations', { query: { playbook: key, limit: 1 } });
  const [changes, setChanges] = useState<Partial<Wish>>({});
  const stateCode = data?.items[0]?.stateCode ?? 'CH';
  const wish = useMemo<Wish>(
    () => ({ stateCode, many: 10, years: 3, assumption: 'nobody-answers', ...changes }),
    [stateCode, changes],
  );
  return [wish, (more: Partial<Wish>) => setChanges((present) => ({ ...present, ...more }))] as const;
}

function useSimulated(draft: Playbook | undefined, wish: Wish, isWanted: boolean) {
  const { stateCode, many, years, assumption } = wish;
  const body = useMemo(() => {
    if (draft === undefined) return undefined;
    const row = { stateCode, playbook: draft.key, position: 'supported' as const };
    return {
      scope: { recommendations: Array.from({ length: Math.min(most, Math.max(1, many)) }, () => row) },
      years,
      assumption,
      draft: bodyOf(draft),
    };
  }, [draft, stateCode, many, years, assumption]);
  return useQuery<Schemas['Simulation'], ApiProblem>({
    queryKey: ['POST /simulations', body],
    queryFn: ({ signal }) => call('POST /simulations', { body: body as NonNullable<typeof body>, signal }),
    enabled: isWanted && body !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

function WishFields({ wish, setWish }: { readonly wish: Wish; readonly setWish: (more: Partial<Wish>) => void }) {
  const { simulation } = usePlaybookWords();
  const { stateName, number } = useSpeech();
  return (
    <div className={styles.wishes}>
      <NativeSelect
        label={simulation.state}
        value={wish.stateCode}
        onChange={({ currentTarget }) => setWish({ stateCode: currentTarget.value })}
        data={states.map(({ code }) => ({ value: code, label: stateName(code) }))}
      />
      <TextInput
        label={simulation.many}
        type="number"
        min={1}
        max={most}
        value={Number.isNaN(wish.many) ? '' : String(wish.many)}
        onChange={({ currentTarget }) => setWish({ many: currentTarget.valueAsNumber })}
      />
      <NativeSelect
        label={simulation.years}
        value={String(wish.years)}
        onChange={({ currentTarget }) => setWish({ years: Number(currentTarget.value) })}
        data={[1, 2, 3, 5].map((each) => ({ value: String(each), label: number(each) }))}
      />
      <NativeSelect
        label={simulation.assumption}
        value={wish.assumption}
        onChange={({ currentTarget }) => setWish({ assumption: currentTarget.value as Assumption })}
        data={assumptions.map((each) => ({ value: each, label: simulation.assumptions[each] }))}
      />
    </div>
  );
}

type Both = { readonly now: Schemas['Simulation']; readonly was: Schemas['Simulation'] };

function Totals({ now, was }: Both) {
  const { simulation } = usePlaybookWords();
  const { number } = useSpeech();
  const of = ({ totals }: Schemas['Simulation']) => ({
    mails: totals.mails,
    checkIns: totals.checkIns,
    escalations: Object.values(totals.escalations).reduce((sum, each) => sum + each, 0),
    unassigned: totals.unassigned,
  });
  const [after, before] = [of(now), of(was)];
  return (
    <dl className={styles.totals}>
      {(['mails', 'checkIns', 'escalations', 'unassigned'] as const).map((each) => (
        <div key={each} className={styles.total}>
          <dt className="soft">{simulation.totals[each]}</dt>
          <dd style={{ margin: 0 }} data-total={each}>
            <strong>{number(after[each])}</strong>
            <span className="soft">
              {simulation.before}: {number(before[each])}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
