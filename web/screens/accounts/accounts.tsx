import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { accessRoles, type AccessRole } from '../../../domain/access/principal.ts';
import { useWords } from '../../app/speech.tsx';
import type { Schemas } from '../../client/types.ts';
import { useApi } from '../../client/use-api.ts';
import { ScopeText } from '../../parts/grants.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Shown } from '../../parts/shown.tsx';
import { Way } from '../../parts/way.tsx';
import { useAccountsWords } from '../../words/accounts-words.ts';
import styles from './accounts.module.css';
import { Invite } from './invite.tsx';

const mostShown = 200;

/** Who can sign in here, and what each may do: for administrators. */
export function Accounts() {
  const { roles } = useWords().access;
  const { accounts } = useAccountsWords();
  const [typed, setTyped] = useState('');
  const [role, setRole] = useState<AccessRole | ''>('');
  const [isOnlyDisabled, setOnlyDisabled] = useState(false);
  const [q] = useDebouncedValue(typed.trim(), 200);
  const found = useApi('GET /accounts', {
    query: {
      limit: mostShown,
      q: q === '' ? undefined : q,
      role: role === '' ? undefined : role,
      disabled: isOnlyDisabled ? 'true' : undefined,
    },
  });
  return (
    <Page title={accounts.title} lead={accounts.lead}>
      <Invite />
      <Panel title={accounts.title}>
        <div className={styles.filter}>
          <TextInput
            label={accounts.search}
            type="search"
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <NativeSelect
            label={accounts.ofRole}
            value={role}
            onChange={({ currentTarget }) => setRole(currentTarget.value as AccessRole | '')}
            data={[
              { value: '', label: accounts.anyRole },
              ...accessRoles.map((each) => ({ value: each, label: roles[each].name })),
            ]}
          />
          <Checkbox
            label={accounts.onlyDisabled}
            checked={isOnlyDisabled}
            onChange={({ currentTarget }) => setOnlyDisabled(currentTarget.checked)}
          />
        </div>
        <Shown of={found} lines={6}>
          {(rows) => (rows.length === 0 ? <p className="soft">{accounts.none}</p> : <Rows rows={rows} />)}
        </Shown>
      </Panel>
    </Page>
  );
}

function Rows({ rows }: { readonly rows: readonly Schemas['Account'][] }) {
  const { roles } = useWords().access;
  const { accounts } = useAccountsWords();
  return (
    <ul className={styles.list}>
      {rows.map(({ id, name, email, grants, isDisabled, hasPassword, isLinkedToProvider, hasSecondFactor }) => (
        <li key={id}>
          <div>
            <Way to={`/accounts/${id}`}>
              <bdi>{name}</bdi>
            </Way>{' '}
            <bdi className="soft">{email}</bdi>
          </div>
          <div>
            {grants.length === 0 ? <span className="soft">{accounts.noRole}</span> : null}
            {grants.map((grant, index) => (
              <span key={JSON.stringify(grant)}>
                {index > 0 ? ' · ' : ''}
                {roles[grant.role].name}: <ScopeText scope={grant.scope} />
              </span>
            ))}
          </div>
          <div className="soft">
            {isDisabled ? <strong className={styles.bad}>{accounts.disabled}</strong> : null}
            {!isDisabled && !hasPassword && !isLinkedToProvider ? accounts.invited : null}
            {hasSecondFactor ? ` ${accounts.hasSecond}` : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
