import { Anchor, Button, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useWords } from '../../app/speech.tsx';
import type { Who } from '../../app/who.tsx';
import { useCall } from '../../client/use-call.ts';
import { PasswordField } from '../../parts/password-field.tsx';
import { Refusal } from '../../parts/refusal.tsx';
import { useFirstFocus } from '../../parts/use-first-focus.ts';
import { CodeForm } from './code-form.tsx';
import styles from './sign-in.module.css';

type Given = {
  /** Whose password is wanted; anybody's where it is not said. */
  readonly email?: string;
  readonly signedIn: (who: Who) => void;
};

/** Address and password, and then the second step where there is one. */
export function SignInForm({ email: known, signedIn }: Given) {
  const { signIn } = useWords().access;
  const first = useFirstFocus(known === undefined);
  const [email, setEmail] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const [ticket, setTicket] = useState<string>();
  const { ask, isBusy, error, forget } = useCall('POST /session', (answer) => {
    setPassword('');
    if ('ticket' in answer) setTicket(answer.ticket);
    else signedIn(answer);
  });
  if (ticket !== undefined)
    return <CodeForm ticket={ticket} signedIn={signedIn} again={() => (forget(), setTicket(undefined))} />;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    ask({ body: { email, password } });
  };
  return (
    <form onSubmit={send} className={styles.form}>
      <TextInput
        label={signIn.email}
        required
        type="email"
        name="email"
        autoComplete="username"
        dir="ltr"
        readOnly={known !== undefined}
        ref={first}
        value={email}
        onChange={({ currentTarget }) => setEmail(currentTarget.value)}
        data-mantine-stop-propagation="true"
      />
      <PasswordField label={signIn.password} value={password} change={setPassword} isFirst={known !== undefined} />
      <Refusal problem={error} />
      <Button type="submit" fullWidth loading={isBusy} data-mantine-stop-propagation="true">
        {signIn.submit}
      </Button>
      {known === undefined ? (
        <Anchor component={Link} to={'/sign-in/forgotten' as '/'} underline="always">
          {signIn.forgotten}
        </Anchor>
      ) : null}
    </form>
  );
}
