import { shortestPassword } from '../../domain/access/password-length.ts';
import { fill } from '../../words/plurals.ts';
import { useSpeech } from '../app/speech.tsx';

/** What is asked of a new password, before one thinks of one. */
export function PasswordRules() {
  const { words, number } = useSpeech();
  const { length, common, names, free } = words.access.passwordRules;
  return (
    <ul className="soft" style={{ margin: '0 0 0.75rem', paddingInlineStart: '1.2rem', fontSize: '0.9rem' }}>
      <li>{fill(length, { count: number(shortestPassword) })}</li>
      <li>
        {common} {names}
      </li>
      <li>{free}</li>
    </ul>
  );
}
