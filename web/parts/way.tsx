import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

type Given = {
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/** A link in a text looks the same wherever it leads. */
const none = {};

/** A link to a place of ours whose address is put together while the screen is drawn. */
export const Way = ({ to, search = {}, className, children }: Given) => (
  <Link to={to as '/'} search={search as never} activeProps={none} {...(className === undefined ? {} : { className })}>
    {children}
  </Link>
);
