import { AppShell, Burger } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { fill } from '../../words/plurals.ts';
import { useApi } from '../client/use-api.ts';
import { listenForChanges } from '../client/live.ts';
import { AccountMenu } from './account-menu.tsx';
import { LanguageSwitch, Mark } from './frame.tsx';
import { useSpeech, useWords } from './speech.tsx';
import { NotYours } from './not-yours.tsx';
import { permissionFor } from './screen-permissions.ts';
import { useMay } from './who.tsx';
import styles from './shell.module.css';

/** The frame of every screen: where one is, where one can go, in which language. */
export function Shell() {
  const { words } = useSpeech();
  const { shell } = words;
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useEffect(close, [path, close]);
  const isLive = useLive();
  const may = useMay();
  // Of the screen that stands there, which on the way to another one is not yet that of the address.
  const shown = useRouterState({ select: ({ matches }) => matches.at(-1)?.pathname ?? '' });
  const permission = permissionFor(shown);
  const isTheirs = permission === undefined || may(permission);
  return (
    <>
      <a className="skip" href="#main">
        {shell.skip}
      </a>
      <AppShell
        header={{ height: 56 }}
        navbar={{ width: 220, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
        padding="md"
      >
        <AppShell.Header className={styles.header ?? ''}>
          <Burger
            opened={isOpen}
            onClick={toggle}
            hiddenFrom="sm"
            size="sm"
            aria-label={shell.menu}
            aria-expanded={isOpen}
          />
          <Link to="/" className={styles.brand}>
            <Mark />
            Relance
          </Link>
          <span className={styles.tagline}>{shell.tagline}</span>
          <LanguageSwitch />
          <AccountMenu />
        </AppShell.Header>
        <AppShell.Navbar aria-label={shell.navigation}>
          <Navigation />
        </AppShell.Navbar>
        <AppShell.Main id="main" tabIndex={-1}>
          {isLive ? null : <output className={styles.notLive}>{shell.notLive}</output>}
          {isTheirs ? <Outlet /> : <NotYours />}
        </AppShell.Main>
      </AppShell>
    </>
  );
}

function Navigation() {
  const { words } = useSpeech();
  const { nav, pace } = words.shell;
  const may = useMay();
  const { data } = useApi('GET /installation', {});
  const isPlay = data !== undefined && data.dayMs !== 86_400_000;
  return (
    <>
      <div className={styles.nav}>
        <Link to="/" activeOptions={{ exact: true }}>
          {nav.today}
        </Link>
        {may('recommendations.read') ? (
          <Link to="/recommendations" activeOptions={{ includeSearch: false }}>
            {nav.recommendations}
          </Link>
        ) : null}
        {may('reference.read') ? <Link to="/states">{nav.states}</Link> : null}
        {may('recommendations.read') ? (
          <Link to="/sources" activeOptions={{ includeSearch: false }}>
            {nav.sources}
          </Link>
        ) : null}
        {may('campaigns.read') ? (
          <Link to={'/campaigns' as '/'} activeOptions={{ includeSearch: false }}>
            {nav.campaigns}
          </Link>
        ) : null}
        {may('reference.read') ? (
          <Link to={'/treaties' as '/'} activeOptions={{ includeSearch: false }}>
            {nav.treaties}
          </Link>
        ) : null}
        {may('contacts.read') ? <Link to="/institutions">{nav.people}</Link> : null}
        {may('letters.read') ? (
          <Link to="/letters" activeOptions={{ includeSearch: false }}>
            {nav.letters}
          </Link>
        ) : null}
        {may('reference.read') ? (
          <Link to="/playbooks" activeOptions={{ includeSearch: false }}>
            {nav.playbooks}
          </Link>
        ) : null}
        <Administration />
      </div>
      <div className={`${styles.nav} ${styles.foot}`}>
        {isPlay ? <span>{fill(pace, { seconds: String(data.dayMs / 1_000) })}</span> : null}
        {data?.hasMailbox === true && may('accounts.manage') ? <a href="/mailbox">{nav.mailbox}</a> : null}
        <a href="/api/docs">{nav.api}</a>
      </div>
    </>
  );
}

/** What only some may look at: the menu says nothing of it to others. */
function Administration() {
  const { menu } = useWords().access;
  const may = useMay();
  return (
    <>
      {may('accounts.manage') ? (
        <Link to={'/accounts' as '/'} activeOptions={{ includeSearch: false }}>
          {menu.accounts}
        </Link>
      ) : null}
      {may('audit.read') ? (
        <Link to={'/audit' as '/'} activeOptions={{ includeSearch: false }}>
          {menu.audit}
        </Link>
      ) : null}
    </>
  );
}

/** Whether news arrives. A short gap is no news: the banner waits a little before it says so. */
function useLive(): boolean {
  const queries = useQueryClient();
  const [isConnected, setConnected] = useState(true);
  const [isLive, setLive] = useState(true);
  useEffect(() => listenForChanges(queries, setConnected), [queries]);
  useEffect(() => {
    const timer = setTimeout(() => setLive(isConnected), isConnected ? 0 : 6_000);
    return () => clearTimeout(timer);
  }, [isConnected]);
  return isLive;
}
