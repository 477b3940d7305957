import type { Schemas } from '../client/types.ts';
import { useWords } from '../app/speech.tsx';
import styles from './time-line.module.css';
import { Way } from './way.tsx';
import { When } from './when.tsx';

type Line = Schemas['TimelineLine'];

/** What happened, in order. Each line says what kind of thing it is and leads to it; the lines are the API's, in English. */
export function TimeLine({ lines, stateCode }: { readonly lines: readonly Line[]; readonly stateCode?: string }) {
  const { states } = useWords();
  return (
    <ol className={styles.lines}>
      {lines.map((line) => {
        const to = placeOf(line);
        return (
          <li key={`${line.kind} ${line.id}`} className={styles.line} data-kind={line.kind}>
            <span className={styles.at}>
              <When at={line.at} stateCode={stateCode} />
            </span>
            <span className={styles.kind}>{states.lines[line.kind]}</span>
            <span lang="en" dir="auto">
              {to === undefined ? line.summary : <Way to={to}>{line.summary}</Way>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function placeOf({ links }: Line): string | undefined {
  const { recommendationId, sourceId, dialogueId } = links;
  if (recommendationId !== null) return `/recommendations/${recommendationId}`;
  if (dialogueId !== null) return `/meetings/${dialogueId}`;
  return sourceId === null ? undefined : `/sources/${sourceId}`;
}
