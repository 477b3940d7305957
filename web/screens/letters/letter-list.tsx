import { useSpeech } from '../../app/speech.tsx';
import type { Schemas } from '../../client/types.ts';
import { Way } from '../../parts/way.tsx';
import { When } from '../../parts/when.tsx';
import { useLetterWords } from '../../words/letter-words.ts';
import styles from './letters.module.css';

/** Letters by their kind and number, with where each stands. */
export function LetterList({ found }: { readonly found: readonly Schemas['Letter'][] }) {
  const { words, stateName } = useSpeech();
  const letters = useLetterWords();
  if (found.length === 0) return <p className="soft">{letters.none}</p>;
  return (
    <ul className={styles.list}>
      {found.map(({ id, kind, reference, sentReference, stateCode, status, draftedAt }) => (
        <li key={id}>
          <Way to={`/letters/${id}`}>
            {words.terms.letters[kind]} <bdi>{sentReference ?? reference}</bdi>
          </Way>
          <br />
          <small className="soft">
            <bdi>{stateName(stateCode)}</bdi> · {letters.statuses[status]} · <When at={draftedAt} />
          </small>
        </li>
      ))}
    </ul>
  );
}
