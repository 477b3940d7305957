import { Button, Menu } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { fill } from '../../words/plurals.ts';
import { signOut } from './leave.ts';
import { useWords } from './speech.tsx';
import { useWho } from './who.tsx';
import styles from './account-menu.module.css';

/** Who one is here, one's own account, and the way out. */
export function AccountMenu() {
  const { menu } = useWords().access;
  const queries = useQueryClient();
  const { name } = useWho().account;
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <Button variant="default" px="xs" flex="none" aria-label={fill(menu.labelled, { name })}>
          <span className={styles.initials} aria-hidden="true">
            {initialsOf(name)}
          </span>
          <bdi className={styles.name}>{name}</bdi>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item renderRoot={(props) => <Link to={'/account' as '/'} {...props} />}>{menu.account}</Menu.Item>
        <Menu.Item onClick={() => void signOut(queries)}>{menu.signOut}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((part) => String.fromCodePoint(part.codePointAt(0) ?? 0))
    .join('')
    .toLocaleUpperCase();
