import type { ReactNode } from 'react';
import { useWords } from './speech.tsx';
import { LanguageSwitch, Mark } from './frame.tsx';
import styles from './door.module.css';

/** The frame of what can be seen before anybody has signed in: a language, and one thing to do. */
export function Door({ children }: { readonly children: ReactNode }) {
  const { shell } = useWords();
  return (
    <>
      <header className={styles.head}>
        <span className={styles.brand}>
          <Mark />
          Relance
        </span>
        <span className={`soft ${styles.tagline}`}>{shell.tagline}</span>
        <LanguageSwitch />
      </header>
      <main id="main" className={styles.main}>
        {children}
      </main>
    </>
  );
}
