import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../../client/types.ts';
import { useAct } from '../../client/use-act.ts';
import { Panel } from '../../parts/panel.tsx';
import { Refusal } from '../../parts/refusal.tsx';
import { useAccountsWords } from '../../words/accounts-words.ts';
import styles from './accounts.module.css';

/** Shutting an account, opening it again, and signing somebody out: the first is asked twice. */
export function ShutOut({ account: { id, isDisabled } }: { readonly account: Schemas['Account'] }) {
  const { accounts } = useAccountsWords();
  const [isAsked, setAsked] = useState(false);
  const [isEnded, setEnded] = useState(false);
  const changing = useAct('PATCH /accounts/{id}');
  const ending = useAct('DELETE /accounts/{id}/sessions');
  const set = (shut: boolean): void =>
    changing.act({ path: { id }, body: { isDisabled: shut } }, () => setAsked(false));
  return (
    <Panel title={accounts.shut}>
      <div className={styles.narrow}>
        {isDisabled ? (
          <div>
            <Button variant="default" loading={changing.isBusy} onClick={() => set(false)}>
              {accounts.enable}
            </Button>
          </div>
        ) : (
          <>
            <div>
              <Button
                variant="default"
                loading={ending.isBusy}
                onClick={() => ending.act({ path: { id } }, () => setEnded(true))}
              >
                {accounts.endSessions}
              </Button>
              <div className="soft">{accounts.endSessionsHint}</div>
              <output className={styles.good}>{isEnded ? `✓ ${accounts.ended}` : ''}</output>
            </div>
            <div>
              <Button
                color="red.9"
                variant={isAsked ? 'filled' : 'outline'}
                loading={changing.isBusy}
                onClick={() => (isAsked ? set(true) : setAsked(true))}
              >
                {accounts.disable}
              </Button>
              <div className="soft">{accounts.disableHint}</div>
              {isAsked ? (
                <p role="alert" style={{ margin: 0 }}>
                  <strong>{accounts.sure}</strong>
                </p>
              ) : null}
            </div>
          </>
        )}
        <Refusal problem={changing.error ?? ending.error} />
      </div>
    </Panel>
  );
}
