import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import type { Schemas } from '../../client/types.ts';
import { useAct } from '../../client/use-act.ts';
import { useApi } from '../../client/use-api.ts';
import { ContactPicker } from '../../parts/contact-picker.tsx';
import { ContactName } from '../../parts/contact-name.tsx';
import { Grants } from '../../parts/grants.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Refusal } from '../../parts/refusal.tsx';
import { Shown } from '../../parts/shown.tsx';
import { Way } from '../../parts/way.tsx';
import { useAccountsWords } from '../../words/accounts-words.ts';
import styles from './accounts.module.css';
import { GrantsField } from './grants-field.tsx';
import { ShutOut } from './shut-out.tsx';

type Account = Schemas['Account'];

/** One account: what it may do, who it is among the contacts, and the ways to shut it out. */
export function AccountScreen() {
  const { id = '' } = useParams({ strict: false });
  const { accounts } = useAccountsWords();
  const found = useApi('GET /accounts/{id}', { path: { id } });
  return (
    <Page
      key={id}
      title={found.data?.name ?? accounts.title}
      lead={found.data === undefined ? ' ' : <bdi>{found.data.email}</bdi>}
    >
      <Shown of={found} lines={8}>
        {(account) => (
          <>
            <Facts account={account} />
            <Roles account={account} key={JSON.stringify(account.grants)} />
            <ShutOut account={account} />
          </>
        )}
      </Shown>
    </Page>
  );
}

function Facts({ account }: { readonly account: Account }) {
  const { day } = useSpeech();
  const { accounts } = useAccountsWords();
  const { id, createdAt, isDisabled, hasPassword, isLinkedToProvider, hasSecondFactor, contactId } = account;
  const isExpected = !hasPassword && !isLinkedToProvider;
  const inviting = useAct('POST /accounts/{id}/invitation');
  const [isSent, setSent] = useState(false);
  return (
    <Panel
      title={accounts.facts}
      actions={
        <Way to="/audit" search={{ by: id }}>
          {accounts.record}
        </Way>
      }
    >
      <p>
        {fill(accounts.since, { date: day(createdAt) })}
        {hasSecondFactor ? ` · ${accounts.hasSecond}` : ''}
        {isExpected ? ` · ${accounts.invited}` : ''}
        {isDisabled ? <strong className={styles.bad}> · {accounts.disabled}</strong> : null}
      </p>
      {isExpected && !isDisabled ? (
        <>
          <Button
            variant="default"
            size="xs"
            loading={inviting.isBusy}
            onClick={() => inviting.act({ path: { id } }, () => setSent(true))}
          >
            {accounts.again}
          </Button>
          <output className={styles.good}> {isSent ? `✓ ${accounts.sentAgain}` : ''}</output>
          <Refusal problem={inviting.error} />
        </>
      ) : null}
      <Linked id={id} contactId={contactId} key={contactId} />
    </Panel>
  );
}

function Linked({ id, contactId }: { readonly id: string; readonly contactId: string | null }) {
  const { shell } = useSpeech().words;
  const { accounts, own } = useAccountsWords();
  const { act, isBusy, error } = useAct('PATCH /accounts/{id}');
  const [chosen, setChosen] = useState(contactId);
  return (
    <div className={styles.narrow} style={{ marginTop: '0.75rem' }}>
      <div>
        {accounts.contact}:{' '}
        {contactId === null ? (
          shell.none
        ) : (
          <Way to={`/contacts/${contactId}`}>
            <ContactName id={contactId} />
          </Way>
        )}
        <div className="soft">{accounts.contactHint}</div>
      </div>
      <ContactPicker label={accounts.contact} value={chosen} change={setChosen} isOptional />
      <Refusal problem={error} />
      <div>
        <Button
          variant="default"
          size="xs"
          disabled={chosen === contactId}
          loading={isBusy}
          onClick={() => act({ path: { id }, body: { contactId: chosen } })}
        >
          {own.save}
        </Button>
      </div>
    </div>
  );
}

function Roles({ account: { id, grants, providerGrants } }: { readonly account: Account }) {
  const { accounts, own } = useAccountsWords();
  const fromProvider = new Set(providerGrants.map((grant) => JSON.stringify(grant)));
  const [draft, setDraft] = useState(() => grants.filter((grant) => !fromProvider.has(JSON.stringify(grant))));
  const [isSaved, setSaved] = useState(false);
  const { act, isBusy, error } = useAct('PUT /accounts/{id}/grants');
  return (
    <Panel title={accounts.may}>
      <div className={styles.narrow}>
        <p className="soft" style={{ margin: 0 }}>
          {accounts.mayHint}
        </p>
        {providerGrants.length === 0 ? null : (
          <div>
            <b>{accounts.fromProvider}</b>
            <Grants grants={providerGrants} none="" />
          </div>
        )}
        <GrantsField
          grants={draft}
          change={(changed) => {
            setSaved(false);
            setDraft([...changed]);
          }}
        />
        <Refusal problem={error} />
        <div>
          <Button loading={isBusy} onClick={() => act({ path: { id }, body: { grants: draft } }, () => setSaved(true))}>
            {accounts.saveRoles}
          </Button>
          <output className={styles.good}> {isSaved ? `✓ ${own.saved}` : ''}</output>
        </div>
      </div>
    </Panel>
  );
}
