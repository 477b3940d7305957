import type { ReactNode } from 'react';

/** How a kind of State looks on a map: a colour and, so that nobody needs to tell colours apart, a pattern of its own. */
export type Look = { readonly ground: string; readonly ink: string; readonly pattern: Pattern };
type Pattern = 'plain' | 'dots' | 'rising' | 'crossed' | 'upright' | 'level' | 'sparse';

const strokes: Readonly<Record<Exclude<Pattern, 'plain'>, ReactNode>> = {
  dots: <circle cx="3" cy="3" r="1.5" />,
  sparse: <circle cx="3" cy="3" r="0.8" />,
  rising: <path d="M-1 1l2-2M-1 7l8-8M5 7l2-2" />,
  crossed: <path d="M0 0l6 6M6 0l-6 6" />,
  upright: <path d="M3 0v6" />,
  level: <path d="M0 3h6" />,
};

type Given = { readonly id: string; readonly look: Look };

/** The pattern of one look, to be filled with as `url(#id)`. */
export function FillPattern({ id, look: { ground, ink, pattern } }: Given) {
  const isDotted = pattern === 'dots' || pattern === 'sparse';
  return (
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse">
      <rect width="6" height="6" fill={ground} />
      {pattern === 'plain' ? null : (
        <g stroke={isDotted ? 'none' : ink} strokeWidth="1.3" fill={isDotted ? ink : 'none'}>
          {strokes[pattern]}
        </g>
      )}
    </pattern>
  );
}
