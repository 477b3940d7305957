import { Anchor, Button, TextInput } from '@mantine/core';
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { fill } from '../../../words/plurals.ts';
import { useWords } from '../../app/speech.tsx';
import { useSignedIn, type Who } from '../../app/who.tsx';
import { fieldProblems } from '../../client/field-problems.ts';
import type { Schemas } from '../../client/types.ts';
import { useApi } from '../../client/use-api.ts';
import { useCall } from '../../client/use-call.ts';
import { Page } from '../../parts/page.tsx';
import { PasswordField } from '../../parts/password-field.tsx';
import { PasswordRules } from '../../parts/password-rules.tsx';
import { Refusal, useRefusal } from '../../parts/refusal.tsx';
import { CodeForm } from './code-form.tsx';
import styles from './sign-in.module.css';

/** What stands behind a link of a mail, or of the first start: choose a password, once. Looking at it changes nothing. */
export function PasswordLink() {
  // Behind `#`: what stands there no browser sends to a server, and no server writes into a log.
  const token = useRouterState({ select: ({ location }) => location.hash });
  const { access, shell } = useWords();
  const { data, error } = useApi('GET /session/links/{token}', { path: { token } }, { isWanted: token !== '' });
  if (error?.problem.code === 'LinkNotValid' || (token === '' && data === undefined)) return <NotValid />;
  if (data === undefined)
    return (
      <Page title={error === null ? shell.loading : access.signIn.title}>
        {error === null ? <div aria-busy="true" /> : <Refusal problem={error} />}
      </Page>
    );
  return <Choose token={token} link={data} key={token} />;
}

function NotValid() {
  const { link, signIn } = useWords().access;
  return (
    <Page title={link.invalidTitle}>
      <p>{link.invalid}</p>
      <p>
        <Anchor component={Link} to={'/sign-in/forgotten' as '/'} underline="always">
          {signIn.forgotten}
        </Anchor>
      </p>
      <Anchor component={Link} to={'/sign-in' as '/'} underline="always">
        {signIn.title}
      </Anchor>
    </Page>
  );
}

type Given = { readonly token: string; readonly link: Schemas['AccountLink'] };
const ofPasswords = ['PasswordTooShort', 'PasswordTooLong', 'PasswordTooCommon', 'PasswordNamesYou'];

function Choose({ token, link }: Given) {
  const { access } = useWords();
  const navigate = useNavigate();
  const takeNote = useSignedIn();
  const [given, setGiven] = useState({ email: '', name: link.name ?? '', password: '' });
  const [ticket, setTicket] = useState<string>();
  const enter = (who: Who): void => {
    takeNote(who);
    // In place of the link's own address, which nobody needs to come back to.
    void navigate({ to: '/', replace: true });
  };
  const { ask, isBusy, error } = useCall('POST /session/links/{token}/use', (answer) =>
    'ticket' in answer ? setTicket(answer.ticket) : enter(answer),
  );
  const problemOf = fieldProblems(error);
  const said = useRefusal(error);
  const isOfPassword = error !== null && ofPasswords.includes(error.problem.code);
  const change = (changed: Partial<typeof given>): void => setGiven((before) => ({ ...before, ...changed }));
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const { email, name, password } = given;
    const body = { password, ...(name === '' ? {} : { name }), ...(link.email === null ? { email } : {}) };
    ask({ path: { token }, body });
  };
  if (ticket !== undefined)
    return (
      <Page title={access.signIn.title} key="code">
        <div className={`panel ${styles.card}`}>
          <CodeForm ticket={ticket} signedIn={enter} again={() => void navigate({ to: '/sign-in' as '/' })} />
        </div>
      </Page>
    );
  const lead = link.email === null ? undefined : fill(access.link.lead, { email: link.email });
  return (
    <Page title={access.link[link.kind]} lead={lead === undefined ? undefined : <p className={styles.lead}>{lead}</p>}>
      <form onSubmit={send} className={`panel ${styles.card} ${styles.form}`}>
        {link.email === null ? (
          <TextInput
            label={access.signIn.email}
            required
            type="email"
            autoComplete="username"
            dir="ltr"
            value={given.email}
            onChange={({ currentTarget }) => change({ email: currentTarget.value })}
            error={problemOf('email')}
          />
        ) : (
          <input type="hidden" name="email" autoComplete="username" value={link.email} readOnly />
        )}
        {link.kind === 'reset' ? null : (
          <TextInput
            label={access.link.name}
            required
            autoComplete="name"
            value={given.name}
            onChange={({ currentTarget }) => change({ name: currentTarget.value })}
            error={problemOf('name')}
          />
        )}
        <PasswordField
          label={access.link.fresh}
          isNew
          value={given.password}
          change={(password) => change({ password })}
          description={<PasswordRules />}
          error={isOfPassword ? said : undefined}
        />
        {isOfPassword ? null : <Refusal problem={error} />}
        <Button type="submit" loading={isBusy}>
          {access.link.choose}
        </Button>
      </form>
    </Page>
  );
}
