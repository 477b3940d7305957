import { Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import styles from './panel.module.css';

type Given = {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
};

/** A part of a screen with its own heading. */
export function Panel({ title, actions, className = '', children }: Given) {
  const id = useId();
  return (
    <section className={`panel ${styles.panel} ${className}`} aria-labelledby={id}>
      <div className={styles.head}>
        <Title order={2} id={id}>
          {title}
        </Title>
        {actions === undefined ? null : <div className="no-print">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
