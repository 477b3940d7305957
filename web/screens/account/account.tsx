import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { UnLanguage } from '../../../domain/reference/states.ts';
import { languageNames } from '../../app/language.ts';
import { useWords } from '../../app/speech.tsx';
import type { Schemas } from '../../client/types.ts';
import { useAct } from '../../client/use-act.ts';
import { useApi } from '../../client/use-api.ts';
import { Grants } from '../../parts/grants.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Refusal } from '../../parts/refusal.tsx';
import { Shown } from '../../parts/shown.tsx';
import { useAccountsWords } from '../../words/accounts-words.ts';
import styles from './account.module.css';
import { ChangePassword } from './change-password.tsx';
import { SecondFactor } from './second-factor.tsx';
import { OwnSessions } from './sessions.tsx';
import { Tokens } from './tokens.tsx';

/** What belongs to whoever has signed in, and nobody else changes. */
export function OwnAccount() {
  const { covers } = useWords().access;
  const { own } = useAccountsWords();
  const found = useApi('GET /account', {});
  return (
    <Page title={own.title} lead={found.data === undefined ? ' ' : <bdi>{found.data.email}</bdi>}>
      <Shown of={found} lines={8}>
        {(account) => (
          <>
            <AboutYou account={account} key={account.id} />
            <Panel title={own.mayTitle}>
              <Grants grants={account.grants} none={covers.noRole} />
            </Panel>
            {account.hasPassword ? (
              <>
                <ChangePassword email={account.email} />
                <SecondFactor isOn={account.hasSecondFactor} />
              </>
            ) : (
              <Panel title={own.password}>
                <p className="soft">{own.passwordElsewhere}</p>
              </Panel>
            )}
            <OwnSessions />
            <Tokens />
          </>
        )}
      </Shown>
    </Page>
  );
}

function AboutYou({ account }: { readonly account: Schemas['Account'] }) {
  const { own } = useAccountsWords();
  const [given, setGiven] = useState({ name: account.name, language: account.language });
  const [isSaved, setSaved] = useState(false);
  const { act, isBusy, error } = useAct('PATCH /account');
  const save = (event: FormEvent): void => {
    event.preventDefault();
    act({ body: given }, () => setSaved(true));
  };
  const change = (changed: Partial<typeof given>): void => {
    setSaved(false);
    setGiven((before) => ({ ...before, ...changed }));
  };
  return (
    <Panel title={own.you}>
      <form onSubmit={save}>
        <div className={styles.fields}>
          <TextInput
            label={own.name}
            required
            autoComplete="name"
            value={given.name}
            onChange={({ currentTarget }) => change({ name: currentTarget.value })}
          />
          <NativeSelect
            label={own.language}
            description={own.languageHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={given.language}
            onChange={({ currentTarget }) => change({ language: currentTarget.value as UnLanguage })}
            data={Object.entries(languageNames).map(([value, label]) => ({ value, label }))}
          />
        </div>
        <Refusal problem={error} />
        <Button type="submit" mt="sm" loading={isBusy}>
          {own.save}
        </Button>
        <output className={styles.done}>{isSaved ? `✓ ${own.saved}` : ''}</output>
      </form>
    </Panel>
  );
}
