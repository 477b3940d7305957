import { useId } from 'react';
import { FillPattern } from './fills.tsx';
import { mapHeight, mapWidth, shapes, smallStates } from './map-shapes.ts';
import styles from './map.module.css';
import type { MapKind } from './world-map.tsx';

type Given = {
  readonly label: string;
  readonly kinds: readonly MapKind[];
  readonly kindOf: ReadonlyMap<string, string>;
  readonly nameOf: (code: string) => string;
};

/** The drawing itself, a chunk of its own: the outlines weigh more than a screen. */
export function MapDrawing({ label, kinds, kindOf, nameOf }: Given) {
  const id = useId();
  const fillOf = (code: string | undefined): string => {
    const kind = code === undefined ? undefined : kindOf.get(code);
    return kind === undefined ? '#eef1f4' : `url(#${id}${kind})`;
  };
  const says = (code: string): string => {
    const kind = kinds.find(({ key }) => key === kindOf.get(code));
    return kind === undefined ? nameOf(code) : `${nameOf(code)}: ${kind.label}`;
  };
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing within the page is no file.
    <svg viewBox={`0 0 ${mapWidth} ${mapHeight}`} className={styles.map} role="img" aria-label={label}>
      <defs>
        {kinds.map(({ key, look }) => (
          <FillPattern key={key} id={`${id}${key}`} look={look} />
        ))}
      </defs>
      {shapes.map(({ key, code, outline }) => (
        <path key={key} d={outline} fill={fillOf(code)} data-state={code} data-kind={code && kindOf.get(code)}>
          {code === undefined ? null : <title>{says(code)}</title>}
        </path>
      ))}
      {smallStates.map(({ code, x, y }) =>
        kindOf.has(code) ? (
          <circle key={code} cx={x} cy={y} r="5" fill={fillOf(code)} data-state={code} data-kind={kindOf.get(code)}>
            <title>{says(code)}</title>
          </circle>
        ) : null,
      )}
    </svg>
  );
}
