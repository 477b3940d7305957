import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use, type ReactNode } from 'react';
import { call, type ApiProblem } from '../client/call.ts';
import type { Schemas } from '../client/types.ts';
import type { Permission } from '../../domain/access/permissions.ts';
import { reachesState, reachOf, touchesState } from '../../domain/access/reach.ts';

export type Who = Schemas['Session'];

const WhoContext = createContext<Who | undefined>(undefined);

/** Who has signed in. Asked for only where somebody has: below the gate. */
export function useWho(): Who {
  const who = use(WhoContext);
  if (who === undefined) throw new Error('Nobody has signed in yet');
  return who;
}

/** Whether whoever has signed in may do something at all, or in all of these States; whether to this very thing, the server says. */
export function useMay(): (permission: Permission, stateCodes?: readonly string[]) => boolean {
  const { permissions, account } = useWho();
  return (permission, stateCodes = []) => {
    const reach = reachOf(account, permission);
    return permissions.includes(permission) && stateCodes.every((code) => reachesState(reach, code));
  };
}

/** Whether something of a State is theirs to read: all of it, or what one of its institutions has. */
export function useMayReadOf(stateCode: string): (permission: Permission) => boolean {
  const { account } = useWho();
  return (permission) => touchesState(reachOf(account, permission), stateCode);
}

export const WhoProvider = ({ who, children }: { readonly who: Who; readonly children: ReactNode }) => (
  <WhoContext value={who}>{children}</WhoContext>
);

export const sessionKey = ['GET /session', {}] as const;

export const useSession = () =>
  useQuery<Who, ApiProblem>({ queryKey: sessionKey, queryFn: ({ signal }) => call('GET /session', { signal }) });

/** Takes note of who has signed in: all that was read before was read by nobody, or by somebody else. */
export function useSignedIn(): (who: Who) => void {
  const queries = useQueryClient();
  return (who) => {
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
    queries.setQueryData(sessionKey, who);
  };
}
