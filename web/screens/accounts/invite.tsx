import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { UnLanguage } from '../../../domain/reference/states.ts';
import { fill } from '../../../words/plurals.ts';
import { languageNames } from '../../app/language.ts';
import { fieldProblems } from '../../client/field-problems.ts';
import { useAct } from '../../client/use-act.ts';
import { Refusal } from '../../parts/refusal.tsx';
import { useAccountsWords } from '../../words/accounts-words.ts';
import styles from './accounts.module.css';
import { blankGrant, type Grant } from './grant-draft.ts';
import { GrantsField } from './grants-field.tsx';

const blank = { email: '', name: '', language: 'en' as UnLanguage };

/** A new account: its owner gets a mail with a link, and chooses a password. */
export function Invite() {
  const { accounts, own } = useAccountsWords();
  const [given, setGiven] = useState(blank);
  const [grants, setGrants] = useState<readonly Grant[]>([blankGrant('desk-officer')]);
  const [invited, setInvited] = useState<string>();
  const { act, isBusy, error } = useAct('POST /accounts');
  const problemOf = fieldProblems(error);
  const change = (changed: Partial<typeof given>): void => {
    setInvited(undefined);
    setGiven((before) => ({ ...before, ...changed }));
  };
  const send = (event: FormEvent): void => {
    event.preventDefault();
    act({ body: { ...given, grants } }, ({ email }) => {
      setGiven(blank);
      setGrants([blankGrant('desk-officer')]);
      setInvited(email);
    });
  };
  return (
    <details className={`panel ${styles.more}`} style={{ padding: '0.75rem 1rem', marginBlock: '1rem' }}>
      <summary>{accounts.invite}</summary>
      <form onSubmit={send} className={styles.narrow}>
        <p className="soft" style={{ margin: 0 }}>
          {accounts.inviteHint}
        </p>
        <TextInput
          label={accounts.email}
          required
          type="email"
          dir="ltr"
          autoComplete="off"
          value={given.email}
          onChange={({ currentTarget }) => change({ email: currentTarget.value })}
          error={problemOf('email')}
        />
        <TextInput
          label={own.name}
          required
          autoComplete="off"
          value={given.name}
          onChange={({ currentTarget }) => change({ name: currentTarget.value })}
          error={problemOf('name')}
        />
        <NativeSelect
          label={own.language}
          value={given.language}
          onChange={({ currentTarget }) => change({ language: currentTarget.value as UnLanguage })}
          data={Object.entries(languageNames).map(([value, label]) => ({ value, label }))}
        />
        <GrantsField grants={grants} change={setGrants} />
        <Refusal problem={error} />
        <div>
          <Button type="submit" loading={isBusy}>
            {accounts.send}
          </Button>
        </div>
        <output className={styles.good}>
          {invited === undefined ? '' : `✓ ${fill(accounts.sent, { email: invited })}`}
        </output>
      </form>
    </details>
  );
}
