import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { sessionBegan, useIsSessionOver } from '../client/session.ts';
import { Trouble } from '../parts/trouble.tsx';
import { Door } from './door.tsx';
import { Shell } from './shell.tsx';
import { useSession, WhoProvider } from './who.tsx';

const SignIn = lazy(async () => ({ default: (await import('../screens/sign-in/sign-in.tsx')).SignInHere }));
const SessionOver = lazy(async () => ({ default: (await import('../screens/sign-in/session-over.tsx')).SessionOver }));

/** Everything but the door itself is for those who have signed in. */
export function Gate() {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const isDoor = path === '/sign-in' || path.startsWith('/sign-in/');
  return isDoor ? (
    <Door>
      <Outlet />
    </Door>
  ) : (
    <Guarded />
  );
}

/** Whoever has not signed in is asked to where they are: the address stays, and so does what they wanted to see. */
function Guarded() {
  const { data: who, error, refetch } = useSession();
  const isOver = useIsSessionOver();
  const accountId = who?.account.id;
  useEffect(() => {
    if (accountId !== undefined) sessionBegan();
  }, [accountId]);
  if (who !== undefined)
    return (
      <WhoProvider who={who}>
        <Shell key={who.account.id} />
        {isOver ? (
          <Suspense>
            <SessionOver />
          </Suspense>
        ) : null}
      </WhoProvider>
    );
  if (error === null) return <div aria-busy="true" />;
  return (
    <Door>
      {error.problem.status === 401 ? (
        <Suspense fallback={<div aria-busy="true" />}>
          <SignIn />
        </Suspense>
      ) : (
        <Trouble problem={error} retry={() => void refetch()} />
      )}
    </Door>
  );
}
