import { Button, Menu, Modal } from '@mantine/core';
import { useState } from 'react';
import { fill } from '../../../words/plurals.ts';
import type { WaitsFor } from '../../../domain/follow-up/reading.ts';
import { useWords } from '../../app/speech.tsx';
import type { CommandName } from '../../words/one-words.ts';
import { CommandForm } from './command-form.tsx';
import { commandForms } from './command-forms.ts';
import type { One } from './recommendation.tsx';
import styles from './one.module.css';

/** What is most likely wanted while something is waited for; all else that is allowed stands behind a button. */
const first: Readonly<Partial<Record<WaitsFor, readonly CommandName[]>>> = {
  approval: ['approve-escalation', 'dismiss-escalation'],
  validation: ['validate', 'decline-validation'],
  verification: ['verify', 'reject-verification'],
  'extension-decision': ['decide-extension'],
  resume: ['resume'],
};
const usually: readonly CommandName[] = [
  'start-follow-up',
  'report-progress',
  'complete-milestone',
  'claim-implementation',
  'reopen',
];

const isKnown = (name: string): name is CommandName => name in commandForms;

/** Every command that the follow-up takes now, as the API says, and none other. */
export function Commands({ one, stateName }: { readonly one: One; readonly stateName: string }) {
  const words = useWords();
  const { commands, whatElse, done } = words.one;
  const [chosen, choose] = useState<CommandName>();
  const [recorded, setRecorded] = useState<CommandName>();
  const allowed = one.allowedCommands.filter(isKnown);
  const preferred = (one.waitsFor === null ? undefined : first[one.waitsFor]) ?? usually;
  const shown = allowed.filter((name) => preferred.includes(name));
  const others = allowed.filter((name) => !preferred.includes(name));
  return (
    <>
      <div className={styles.commands}>
        {shown.map((name, index) => (
          <Button key={name} variant={index === 0 ? 'filled' : 'default'} onClick={() => choose(name)}>
            {commands[name]}
          </Button>
        ))}
        {others.length === 0 ? null : (
          <Menu position="bottom-start" withinPortal={false}>
            <Menu.Target>
              <Button variant="default">{whatElse} ▾</Button>
            </Menu.Target>
            <Menu.Dropdown>
              {others.map((name) => (
                <Menu.Item key={name} onClick={() => choose(name)}>
                  {commands[name]}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      <output style={{ display: 'block', marginTop: '0.5rem' }}>
        {recorded === undefined ? null : `✓ ${fill(done, { what: commands[recorded] })}`}
      </output>
      <Modal
        opened={chosen !== undefined}
        onClose={() => choose(undefined)}
        title={chosen === undefined ? '' : `${commands[chosen]} · ${stateName}`}
        closeButtonProps={{ 'aria-label': words.shell.close }}
      >
        {chosen === undefined ? null : (
          <CommandForm
            one={one}
            name={chosen}
            close={() => choose(undefined)}
            recorded={() => {
              setRecorded(chosen);
              choose(undefined);
            }}
          />
        )}
      </Modal>
    </>
  );
}
