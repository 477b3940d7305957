import { Skeleton } from '@mantine/core';
import { lazy, Suspense, useId } from 'react';
import { useSpeech } from '../../app/speech.tsx';
import { Way } from '../way.tsx';
import { FillPattern, type Look } from './fills.tsx';
import styles from './map.module.css';

export type MapKind = { readonly key: string; readonly label: string; readonly look: Look };

const MapDrawing = lazy(async () => ({ default: (await import('./map-drawing.tsx')).MapDrawing }));

type Given = {
  readonly label: string;
  /** What is said below the picture: whose borders they are. */
  readonly notes: readonly string[];
  readonly kinds: readonly MapKind[];
  /** Of each State what it is; who is not in it is drawn and not listed. */
  readonly kindOf: ReadonlyMap<string, string>;
  readonly nameOf: (code: string) => string;
};

/** A map of the world, and beside it the same as lists that unfold. */
export function WorldMap({ label, notes, kinds, kindOf, nameOf }: Given) {
  return (
    <div className={styles.beside}>
      <figure className={styles.figure}>
        <Suspense fallback={<Skeleton className={styles.map} aria-hidden />}>
          <MapDrawing label={label} kinds={kinds} kindOf={kindOf} nameOf={nameOf} />
        </Suspense>
        <figcaption className="soft">
          {notes.map((note) => (
            <small key={note}>{note} </small>
          ))}
        </figcaption>
      </figure>
      <div className={styles.lists}>
        {kinds.map((kind) => (
          <KindList key={kind.key} kind={kind} codes={codesOf(kindOf, kind.key)} nameOf={nameOf} />
        ))}
      </div>
    </div>
  );
}

const codesOf = (kindOf: ReadonlyMap<string, string>, wanted: string): readonly string[] =>
  [...kindOf].filter(([, kind]) => kind === wanted).map(([code]) => code);

type ListGiven = Pick<Given, 'nameOf'> & { readonly kind: MapKind; readonly codes: readonly string[] };

function KindList({ kind, codes, nameOf }: ListGiven) {
  const { language, number } = useSpeech();
  const id = useId();
  const named = codes
    .map((code) => ({ code, name: nameOf(code) }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
  return (
    <details className={styles.kind} data-kind={kind.key}>
      <summary>
        <svg width="22" height="16" aria-hidden="true">
          <defs>
            <FillPattern id={id} look={kind.look} />
          </defs>
          <rect width="22" height="16" fill={`url(#${id})`} stroke="#33414e" />
        </svg>{' '}
        {kind.label}: <b>{number(codes.length)}</b>
      </summary>
      <ul>
        {named.map(({ code, name }) => (
          <li key={code}>
            <Way to={`/states/${code}`}>{name}</Way>
          </li>
        ))}
      </ul>
    </details>
  );
}
