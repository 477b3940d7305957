import { NativeSelect } from '@mantine/core';
import type { UnLanguage } from '../../domain/reference/states.ts';
import { languageNames } from './language.ts';
import { useSpeech } from './speech.tsx';
import styles from './shell.module.css';

export function LanguageSwitch() {
  const { language, setLanguage, words } = useSpeech();
  return (
    <NativeSelect
      className={styles.language ?? ''}
      aria-label={words.shell.language}
      value={language}
      onChange={({ currentTarget }) => setLanguage(currentTarget.value as UnLanguage)}
      data={Object.entries(languageNames).map(([value, label]) => ({ value, label }))}
    />
  );
}

export const Mark = () => (
  <svg width="26" height="26" viewBox="0 0 32 32" aria-hidden="true">
    <circle cx="16" cy="16" r="15" fill="currentColor" />
    <path d="M16 7v9l6 4" fill="none" stroke="#fff" strokeWidth="3" strokeLinecap="round" />
  </svg>
);
