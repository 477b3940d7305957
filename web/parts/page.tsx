import { Title } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';

let isFirstPage = true;

type Given = { readonly title: string; readonly lead?: ReactNode; readonly children: ReactNode };

/** A screen: names itself to the window, and takes the focus to its heading when one comes from another screen. */
export function Page({ title, lead, children }: Given) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isFirstPage) heading.current?.focus({ preventScroll: true });
    isFirstPage = false;
  }, []);
  useEffect(() => {
    document.title = `${title} · Relance`;
  }, [title]);
  return (
    <>
      <Title order={1} ref={heading} tabIndex={-1} mb={lead === undefined ? 'md' : 4}>
        {title}
      </Title>
      {lead === undefined ? null : <div className="soft">{lead}</div>}
      {children}
    </>
  );
}
