import { Button } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useWords } from '../../app/speech.tsx';
import { useAct } from '../../client/use-act.ts';
import { Panel } from '../../parts/panel.tsx';
import { PasswordField } from '../../parts/password-field.tsx';
import { PasswordRules } from '../../parts/password-rules.tsx';
import { Refusal, useRefusal } from '../../parts/refusal.tsx';
import { useAccountsWords } from '../../words/accounts-words.ts';
import styles from './account.module.css';

const blank = { current: '', password: '' };

/** Another password, by the present one; every other session ends. */
export function ChangePassword({ email }: { readonly email: string }) {
  const { link } = useWords().access;
  const { own } = useAccountsWords();
  const [given, setGiven] = useState(blank);
  const [isDone, setDone] = useState(false);
  const { act, isBusy, error } = useAct('POST /account/password');
  const said = useRefusal(error);
  const code = error?.problem.code;
  const isOfCurrent = code === 'PasswordNotRight';
  const isOfNew = code !== undefined && !isOfCurrent && code.startsWith('Password');
  const change = (changed: Partial<typeof given>): void => {
    setDone(false);
    setGiven((before) => ({ ...before, ...changed }));
  };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    act({ body: given }, () => {
      setGiven(blank);
      setDone(true);
    });
  };
  return (
    <Panel title={own.password}>
      <form onSubmit={send} className={styles.narrow}>
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <PasswordField
          label={own.current}
          value={given.current}
          change={(current) => change({ current })}
          error={isOfCurrent ? said : undefined}
        />
        <PasswordField
          label={link.fresh}
          isNew
          value={given.password}
          change={(password) => change({ password })}
          description={<PasswordRules />}
          error={isOfNew ? said : undefined}
        />
        {isOfCurrent || isOfNew ? null : <Refusal problem={error} />}
        <div>
          <Button type="submit" loading={isBusy}>
            {own.change}
          </Button>
        </div>
        <output className={styles.done}>{isDone ? `✓ ${own.changed}` : ''}</output>
      </form>
    </Panel>
  );
}
