import { Alert } from '@mantine/core';
import { useNavigate, useRouterState, useSearch } from '@tanstack/react-router';
import { safeReturnPath } from '../../../domain/access/return-path.ts';
import { useWords } from '../../app/speech.tsx';
import { useSignedIn, type Who } from '../../app/who.tsx';
import { Page } from '../../parts/page.tsx';
import { refusalText } from '../../parts/refusal.tsx';
import { Elsewhere } from './elsewhere.tsx';
import { SignInForm } from './sign-in-form.tsx';
import styles from './sign-in.module.css';

/** The door at an address of its own; afterwards one goes to where the address says, if that is a place of ours. */
export function SignIn() {
  const { to, problem } = useSearch({ strict: false }) as { readonly to?: string; readonly problem?: string };
  const navigate = useNavigate();
  const takeNote = useSignedIn();
  const wanted = safeReturnPath(to);
  const enter = (who: Who): void => {
    takeNote(who);
    void navigate({ href: wanted, replace: true });
  };
  return <SignInPage to={wanted} problem={problem} signedIn={enter} />;
}

/** The door in the place of a screen that asks who one is: its address stays. */
export function SignInHere() {
  const to = useRouterState({ select: ({ location }) => location.href });
  return <SignInPage to={to} signedIn={useSignedIn()} />;
}

type Given = { readonly to: string; readonly problem?: string | undefined; readonly signedIn: (who: Who) => void };

function SignInPage({ to, problem, signedIn }: Given) {
  const { access, shell } = useWords();
  const refusal = problem === undefined ? undefined : (refusalText(access, problem) ?? shell.problem.advice.refused);
  return (
    <Page title={access.signIn.title} lead={<p className={styles.lead}>{access.signIn.lead}</p>}>
      <div className={`panel ${styles.card}`}>
        {refusal === undefined ? null : (
          <Alert color="red" variant="outline" bg="white" title={shell.problem.title} role="alert" mb="md">
            {refusal}
          </Alert>
        )}
        <SignInForm signedIn={signedIn} />
        <Elsewhere to={to} />
      </div>
    </Page>
  );
}
