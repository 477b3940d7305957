import { NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { addDays } from '../../../domain/time.ts';
import { useMay } from '../../app/who.tsx';
import { useApi } from '../../client/use-api.ts';
import { usePages } from '../../client/use-pages.ts';
import { More } from '../../parts/more.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Shown } from '../../parts/shown.tsx';
import { useAccountsWords } from '../../words/accounts-words.ts';
import styles from './audit.module.css';
import { AuditLines } from './audit-lines.tsx';

const kinds = ['read', 'changed', 'event'] as const;
type Kind = (typeof kinds)[number];
/** As the address has it, so that a finding can be mailed. */
type Asked = { readonly [Name in 'about' | 'by' | 'from' | 'until' | 'kind']?: string };

/** Who saw or changed something, when, and from where. */
export function Audit() {
  const { audit } = useAccountsWords();
  const asked = useSearch({ strict: false }) as Asked;
  const pages = usePages('GET /audit', { query: { ...queryOf(asked), limit: 50 } });
  return (
    <Page title={audit.title} lead={audit.lead}>
      <Filter asked={asked} />
      <Panel title={audit.what}>
        <Shown of={pages} lines={8}>
          {(lines) => (lines.length === 0 ? <p className="soft">{audit.none}</p> : <AuditLines lines={lines} />)}
        </Shown>
        <More pages={pages} />
      </Panel>
    </Page>
  );
}

const queryOf = ({ about, by, from, until, kind }: Asked) => ({
  subject: about,
  actor: by === undefined || by.includes(':') || !by.startsWith('acc_') ? by : `account:${by}`,
  did: kinds.find((each) => each === kind),
  from: from === undefined || from === '' ? undefined : `${from}T00:00:00.000Z`,
  // The last day is meant whole.
  before: until === undefined || until === '' ? undefined : `${addDays(until, 1)}T00:00:00.000Z`,
});

const typingMs = 300;

function Filter({ asked }: { readonly asked: Asked }) {
  const { audit } = useAccountsWords();
  const navigate = useNavigate();
  const narrow = (changed: Asked): void => {
    const search = { ...asked, ...changed };
    void navigate({ to: '/audit' as '/', search: search as never, replace: true });
  };
  const [about, setAbout] = useState(asked.about ?? '');
  const narrowSoon = useDebouncedCallback((text: string) => narrow({ about: text.trim() }), typingMs);
  return (
    <search className={styles.filter}>
      <TextInput
        label={audit.about}
        description={audit.aboutHint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        dir="ltr"
        value={about}
        onChange={({ currentTarget: { value } }) => {
          setAbout(value);
          narrowSoon(value);
        }}
      />
      <ByWhom by={asked.by ?? ''} narrow={narrow} />
      <TextInput
        type="date"
        label={audit.from}
        value={asked.from ?? ''}
        onChange={({ currentTarget }) => narrow({ from: currentTarget.value })}
      />
      <TextInput
        type="date"
        label={audit.until}
        value={asked.until ?? ''}
        onChange={({ currentTarget }) => narrow({ until: currentTarget.value })}
      />
      <NativeSelect
        label={audit.kind}
        value={asked.kind ?? ''}
        onChange={({ currentTarget }) => narrow({ kind: currentTarget.value as Kind })}
        data={[
          { value: '', label: audit.everything },
          { value: 'read', label: audit.onlySeen },
          { value: 'changed', label: audit.onlyChanged },
          { value: 'event', label: audit.onlyEvents },
        ]}
      />
    </search>
  );
}

type ByGiven = { readonly by: string; readonly narrow: (changed: Asked) => void };

/** Among the accounts where one may know them; else whoever was chosen in a line. */
function ByWhom({ by, narrow }: ByGiven) {
  const { audit } = useAccountsWords();
  const isWanted = useMay()('accounts.manage');
  const { data = [] } = useApi('GET /accounts', { query: { limit: 200 } }, { isWanted });
  const known = data.map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` }));
  const isKnown = by === '' || known.some(({ value }) => value === by);
  return (
    <NativeSelect
      label={audit.person}
      value={by}
      onChange={({ currentTarget }) => narrow({ by: currentTarget.value })}
      data={[{ value: '', label: audit.anybody }, ...known, ...(isKnown ? [] : [{ value: by, label: by }])]}
    />
  );
}
