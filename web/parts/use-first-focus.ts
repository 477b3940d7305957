import { useEffect, useRef, type RefObject } from 'react';

/** For the field of a step that somebody has just asked for: they go on typing without looking for it. */
export function useFirstFocus(isWanted = true): RefObject<HTMLInputElement | null> {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isWanted) field.current?.focus();
  }, [isWanted]);
  return field;
}
