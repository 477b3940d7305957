import { Button } from '@mantine/core';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import { call } from '../../client/call.ts';
import { useAct } from '../../client/use-act.ts';
import { useApi } from '../../client/use-api.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ApiProblem } from '../../client/call.ts';
import { Panel } from '../../parts/panel.tsx';
import { Refusal } from '../../parts/refusal.tsx';
import { Shown } from '../../parts/shown.tsx';
import { useAccountsWords } from '../../words/accounts-words.ts';
import styles from './account.module.css';

/** Where one is signed in: this place is marked, and the others can be ended. */
export function OwnSessions() {
  const { dayAndTime } = useSpeech();
  const { sessions } = useAccountsWords();
  const found = useApi('GET /account/sessions', {});
  const ending = useAct('DELETE /account/sessions/{id}');
  const others = (found.data ?? []).filter(({ isCurrent }) => !isCurrent);
  const all = useEndingAll(others.map(({ id }) => id));
  return (
    <Panel title={sessions.title}>
      <p className="soft">{sessions.hint}</p>
      <Shown of={found}>
        {(rows) => (
          <ul className={styles.list}>
            {rows.map(({ id, userAgent, createdAt, lastSeenAt, address, isCurrent }) => (
              <li key={id}>
                <div>
                  <bdi>{userAgent}</bdi> {isCurrent ? <span className={styles.here}>({sessions.this})</span> : null}
                  <div className="soft">
                    {fill(sessions.lines, {
                      since: dayAndTime(createdAt),
                      seen: dayAndTime(lastSeenAt),
                      address: isolated(address),
                    })}
                  </div>
                </div>
                {isCurrent ? null : (
                  <Button
                    size="xs"
                    variant="default"
                    loading={ending.isBusy}
                    onClick={() => ending.act({ path: { id } })}
                    aria-label={`${sessions.end}: ${userAgent}, ${dayAndTime(lastSeenAt)}`}
                  >
                    {sessions.end}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Shown>
      {others.length < 2 ? null : (
        <Button variant="default" loading={all.isPending} onClick={() => all.mutate()}>
          {sessions.endOthers}
        </Button>
      )}
      <Refusal problem={ending.error ?? all.error} />
    </Panel>
  );
}

/** A network address reads from left to right in every language. */
const isolated = (address: string): string => `\u2066${address}\u2069`;

function useEndingAll(ids: readonly string[]) {
  const queries = useQueryClient();
  return useMutation<undefined, ApiProblem>({
    mutationFn: async () => {
      for (const id of ids) await call('DELETE /account/sessions/{id}', { path: { id } });
      return undefined;
    },
    onSettled: () => queries.invalidateQueries(),
  });
}
