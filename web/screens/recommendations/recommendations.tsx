import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useSpeech } from '../../app/speech.tsx';
import { queryText } from '../../client/call.ts';
import { useApi } from '../../client/use-api.ts';
import { Page } from '../../parts/page.tsx';
import { Chips } from './chips.tsx';
import { Facets } from './facets.tsx';
import { Results } from './results.tsx';
import { SavedViews } from './saved-views.tsx';
import { filterOf, readingTabs, sorts, type SortName, type View } from './view.ts';
import styles from './list.module.css';
import { May } from '../../parts/may.tsx';

/** The list: the address holds all that is seen, so that it can be mailed, kept and gone back to. */
export function Recommendations() {
  const { words } = useSpeech();
  const view = useSearch({ from: '/recommendations' });
  const navigate = useNavigate();
  const [isOpen, { open, close }] = useDisclosure(false);
  const change = (next: View): void => void navigate({ to: '/recommendations', search: next });
  return (
    <Page title={words.shell.nav.recommendations}>
      <div className={styles.bar}>
        <Search key={view.q ?? ''} view={view} change={change} />
        <Button variant="default" onClick={open}>
          {words.list.filters}
        </Button>
        <NativeSelect
          label={words.list.sort}
          value={view.sort ?? 'nextStepAt'}
          onChange={({ currentTarget }) => change({ ...view, sort: currentTarget.value as SortName })}
          data={sorts.map((value) => ({ value, label: words.list.sorts[value] }))}
        />
        <May do="saved-views.read">
          <SavedViews view={view} />
        </May>
        <Button
          component="a"
          variant="default"
          href={`/api/v1/recommendations/export${queryText(filterOf(view))}`}
          download
        >
          {words.list.actions.export}
        </Button>
      </div>
      <Tabs view={view} />
      <Chips view={view} change={change} />
      <Results view={view} />
      <Facets view={view} change={change} isOpen={isOpen} close={close} />
    </Page>
  );
}

function Search({ view, change }: { readonly view: View; readonly change: (view: View) => void }) {
  const { list } = useSpeech().words;
  const [typed, setTyped] = useState(view.q ?? '');
  return (
    <search className={styles.search}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change({ ...view, q: typed.trim() === '' ? undefined : typed.trim() });
        }}
      >
        <TextInput
          type="search"
          label={list.search}
          placeholder={list.searchHint}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          maxLength={200}
        />
      </form>
    </search>
  );
}

/** How many stand how, each leading to them. */
function Tabs({ view }: { readonly view: View }) {
  const { words, number } = useSpeech();
  const { reading, ...others } = filterOf(view);
  const { data } = useApi('GET /recommendations/counts', { query: others });
  const tabs = readingTabs.filter((each) => each === reading || (data?.reading[each] ?? 0) > 0);
  return (
    <ul className={styles.tabs} aria-label={words.terms.reading}>
      <li>
        <Link to="/recommendations" search={{ ...view, reading: undefined }} aria-current={reading === undefined}>
          {words.list.all} <b>{data === undefined ? '…' : number(data.total)}</b>
        </Link>
      </li>
      {tabs.map((each) => (
        <li key={each}>
          <Link to="/recommendations" search={{ ...view, reading: each }} aria-current={reading === each}>
            {words.terms.readings[each]} <b>{number(data?.reading[each] ?? 0)}</b>
          </Link>
        </li>
      ))}
    </ul>
  );
}
