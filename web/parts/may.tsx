import type { ReactNode } from 'react';
import type { Permission } from '../../domain/access/permissions.ts';
import { useMay } from '../app/who.tsx';

type Given = {
  readonly do: Permission;
  /** Where, if it concerns whole States: each of them must be within. */
  readonly inStates?: readonly string[];
  readonly children: ReactNode;
};

/** Shown only to those whose role allows it somewhere, or there: others need not see a form that would be refused. */
export function May({ do: permission, inStates, children }: Given) {
  return useMay()(permission, inStates) ? <>{children}</> : null;
}
