import type { QueryClient } from '@tanstack/react-query';
import { call } from '../client/call.ts';

/** Signs out. The page is loaded anew, so that nothing that was read stays in its memory. */
export async function signOut(queries: QueryClient): Promise<void> {
  await call('DELETE /session', {});
  queries.clear();
  window.location.assign('/sign-in');
}
