import type { ReactNode } from 'react';
import styles from './scroll.module.css';

/** A table that may be wider than a phone scrolls by itself, also for whoever has no more than a keyboard. */
export const Scroll = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role -- what scrolls must be reached (WCAG 2.1.1), and is no set of fields.
  <div className={styles.scroll} role="group" aria-label={label} tabIndex={0}>
    {children}
  </div>
);
