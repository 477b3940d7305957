import { Anchor, Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { fill } from '../../../words/plurals.ts';
import { useWords } from '../../app/speech.tsx';
import { useCall } from '../../client/use-call.ts';
import { Page } from '../../parts/page.tsx';
import { Refusal } from '../../parts/refusal.tsx';
import { useFirstFocus } from '../../parts/use-first-focus.ts';
import styles from './sign-in.module.css';

/** Asks for a link with which to choose another password. It says the same for every address. */
export function Forgotten() {
  const { forgotten, signIn } = useWords().access;
  const first = useFirstFocus();
  const [email, setEmail] = useState('');
  const [sentTo, setSentTo] = useState<string>();
  const { ask, isBusy, error } = useCall('POST /session/links/reset', () => setSentTo(email));
  const send = (event: FormEvent): void => {
    event.preventDefault();
    ask({ body: { email } });
  };
  const back = (
    <Anchor component={Link} to={'/sign-in' as '/'} underline="always">
      {forgotten.back}
    </Anchor>
  );
  if (sentTo !== undefined)
    return (
      <Page key="sent" title={forgotten.sentTitle}>
        <p>
          <output>{fill(forgotten.sent, { email: sentTo })}</output>
        </p>
        {back}
      </Page>
    );
  return (
    <Page title={forgotten.title} lead={<p className={styles.lead}>{forgotten.hint}</p>}>
      <form onSubmit={send} className={`panel ${styles.card} ${styles.form}`}>
        <TextInput
          label={signIn.email}
          required
          type="email"
          autoComplete="username"
          dir="ltr"
          ref={first}
          value={email}
          onChange={({ currentTarget }) => setEmail(currentTarget.value)}
        />
        <Refusal problem={error} />
        <Button type="submit" loading={isBusy}>
          {forgotten.send}
        </Button>
        {back}
      </form>
    </Page>
  );
}
