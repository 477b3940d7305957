import type { Permission } from '../../domain/access/permissions.ts';
import { useApi } from './use-api.ts';

/** Whether whoever has signed in may do something at all; whether to this very thing, the server says. No, until that is known. */
export function useMay(): (permission: Permission) => boolean {
  const { data } = useApi('GET /session', {});
  return (permission) => data?.permissions.includes(permission) ?? false;
}
