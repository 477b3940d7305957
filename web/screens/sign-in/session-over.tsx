import { Button, Modal } from '@mantine/core';
import { useEffect } from 'react';
import { useWords } from '../../app/speech.tsx';
import { useWho, type Who } from '../../app/who.tsx';
import { call } from '../../client/call.ts';
import { signedInAgain } from '../../client/session.ts';
import { Elsewhere } from './elsewhere.tsx';
import { SignInForm } from './sign-in-form.tsx';
import styles from './sign-in.module.css';

/** Above everything, until the same person has signed in again: what they typed stays below, and is sent then. */
export function SessionOver() {
  const { over } = useWords().access;
  const { account } = useWho();
  const goOn = useGoingOn(account.id);
  return (
    <Modal
      opened
      onClose={stay}
      title={over.title}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      zIndex={1000}
    >
      <p className={styles.lead}>{over.text}</p>
      <SignInForm email={account.email} signedIn={goOn} />
      <Elsewhere to="/account" isApart />
      <Button variant="subtle" fullWidth mt="sm" onClick={() => window.location.assign('/sign-in')}>
        {over.leave}
      </Button>
    </Modal>
  );
}

const stay = (): void => undefined;

/** Goes on as the same person; somebody else begins anew, with nothing of what was here. Sees to it too in another window. */
function useGoingOn(accountId: string): (who: Who) => void {
  const goOn = (who: Who): void => {
    if (who.account.id === accountId) signedInAgain();
    else window.location.assign('/');
  };
  useEffect(() => {
    const look = (): void => void fetch('/api/v1/session').then(({ ok }) => (ok ? lookAt() : undefined), stay);
    const lookAt = async (): Promise<void> => goOn(await call('GET /session', {}));
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  });
  return goOn;
}
