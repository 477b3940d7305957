import { Link } from '@tanstack/react-router';
import { fill } from '../../../words/plurals.ts';
import { useSpeech } from '../../app/speech.tsx';
import type { AnswerOf } from '../../client/call.ts';
import { usePlaybookWords } from '../../words/playbook-words.ts';
import styles from './playbooks.module.css';

type Item = AnswerOf<'POST /playbook-adoptions/preview'>['items'][number];
type Concerned = Extract<Item['preview'], { readonly isConcerned: true }>;
type Meaning = Pick<Concerned['added'][number], 'kind' | 'offsetDays' | 'rung' | 'limit'>;

/** Why something is not concerned or was not moved, in words where we have them. */
export function Because({ code }: { readonly code: string }) {
  const { because } = usePlaybookWords();
  const known: Readonly<Record<string, string>> = because;
  return Object.hasOwn(known, code) ? known[code] : <bdi lang="en">{code}</bdi>;
}

export function NotConcerned({ counts }: { readonly counts: Readonly<Record<string, number>> }) {
  const { adopt } = usePlaybookWords();
  const { number } = useSpeech();
  const entries = Object.entries(counts);
  if (entries.length === 0) return null;
  return (
    <>
      <p style={{ marginBottom: 0 }}>{adopt.notConcerned}:</p>
      <ul style={{ marginTop: '.25rem' }}>
        {entries.map(([code, count]) => (
          <li key={code}>
            {number(count)}: <Because code={code} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Follow-up by follow-up: which dates would be added, dropped and moved. */
export function AdoptionPreviews({ items }: { readonly items: readonly Item[] }) {
  const { number, stateName } = useSpeech();
  const { adopt } = usePlaybookWords();
  return (
    <ul className={styles.previews}>
      {items.map(({ recommendationId: id, stateCode, paragraph, text, preview }) => (
        <li key={id}>
          <Link to="/recommendations/$id" params={{ id }} dir="auto">
            {paragraph === null ? '' : `${paragraph}: `}
            {text.length > 140 ? `${text.slice(0, 139)}…` : text}
          </Link>{' '}
          <span className="soft">
            {stateName(stateCode)}
            {preview.isConcerned ? ` · ${fill(adopt.from, { version: number(preview.from.version) })}` : ''}
          </span>
          {preview.isConcerned ? (
            <Changes preview={preview} />
          ) : (
            <div className="soft">
              <Because code={preview.because} />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function Changes({ preview: { added, dropped, moved, unchanged, milestones } }: { readonly preview: Concerned }) {
  const { adopt } = usePlaybookWords();
  const { day, number } = useSpeech();
  const say = useMeaning();
  const isSame = added.length + dropped.length + moved.length === 0;
  return (
    <ul>
      {added.map((each) => (
        <li key={`+${say(each)}${each.at}`}>
          <strong>{adopt.added}</strong> {fill(adopt.dated, { what: say(each), date: day(each.at) })}
        </li>
      ))}
      {dropped.map((each) => (
        <li key={`-${say(each)}${each.at}`}>
          <strong>{adopt.dropped}</strong> {fill(adopt.dated, { what: say(each), date: day(each.at) })}
        </li>
      ))}
      {moved.map((each) => (
        <li key={`~${say(each)}${each.before}`}>
          <strong>{adopt.moved}</strong>{' '}
          {fill(adopt.movedFrom, { what: say(each), before: day(each.before), after: day(each.after) })}
        </li>
      ))}
      <li>{isSame ? adopt.noChange : fill(adopt.unchanged, { number: number(unchanged) })}</li>
      {milestones.lost.length === 0 ? null : <li>{fill(adopt.lost, { list: milestones.lost.join(', ') })}</li>}
    </ul>
  );
}

/** What a planned date is, whatever playbook planned it. */
function useMeaning(): (date: Meaning) => string {
  const { marks } = usePlaybookWords();
  const { words, number } = useSpeech();
  const { steps, rung: onRung } = words.terms;
  const named: Readonly<Record<string, string>> = steps;
  return ({ kind, offsetDays, rung, limit }) => {
    if (offsetDays !== null)
      return fill(offsetDays < 0 ? marks.before : marks.after, { days: number(Math.abs(offsetDays)) });
    const name = Object.hasOwn(named, kind) ? (named[kind] ?? kind) : kind;
    if (limit !== null) return `${name} (${limit})`;
    return rung === null ? name : `${name}, ${fill(onRung, { rung: number(rung) })}`;
  };
}
