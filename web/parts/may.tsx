import type { ReactNode } from 'react';
import type { Permission } from '../../domain/access/permissions.ts';
import { useMay } from '../app/who.tsx';

type Given = { readonly do: Permission; readonly children: ReactNode };

/** Shown only to those whose role allows it somewhere: others need not see a form that would be refused. */
export function May({ do: permission, children }: Given) {
  return useMay()(permission) ? <>{children}</> : null;
}
