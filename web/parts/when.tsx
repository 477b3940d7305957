import { stateByCode } from '../../domain/reference/states.ts';
import { fill } from '../../words/plurals.ts';
import { useSpeech } from '../app/speech.tsx';

type Given = {
  readonly at: string;
  /** Where the other clock is that matters. */
  readonly stateCode?: string | undefined;
  readonly hasTime?: boolean;
};

/** An instant in the reader's zone, with the State's clock beside it where its day or hour is another one. */
export function When({ at, stateCode, hasTime = false }: Given) {
  const { day, dayAndTime, stateName, words } = useSpeech();
  const write = hasTime ? dayAndTime : day;
  const zone = stateCode === undefined ? undefined : stateByCode(stateCode)?.timeZone;
  const there = zone === undefined ? undefined : write(at, zone);
  const here = write(at);
  return (
    <time dateTime={at}>
      {here}
      {there === undefined || there === here ? null : (
        <span className="soft">
          {' '}
          ({fill(words.shell.timeThere, { time: there, place: stateName(stateCode ?? '') })})
        </span>
      )}
    </time>
  );
}

/** A day of the calendar, the same everywhere. */
export function On({ date }: { readonly date: string }) {
  const { date: write } = useSpeech();
  return <time dateTime={date}>{write(date)}</time>;
}
