import type { QueryClient } from '@tanstack/react-query';

/** The first news is looked at soon; in a burst, such as a morning's reminders, one looks again every few seconds. */
const gatherMs = 400;
const leastApartMs = 3_000;

/**
 * Reads again what is on screen when the log or the register has news; the browser itself reconnects and goes on where it was,
 * and of the register it is told then that it may have changed.
 */
export function listenForChanges(queries: QueryClient, onState: (isConnected: boolean) => void): () => void {
  const source = new EventSource('/api/v1/changes');
  let timer: number | undefined;
  let lastAt = 0;
  const refresh = (): void => {
    timer = undefined;
    lastAt = Date.now();
    void queries.invalidateQueries();
  };
  source.addEventListener('open', () => onState(true));
  source.addEventListener('error', () => onState(false));
  source.addEventListener('message', () => {
    timer ??= window.setTimeout(refresh, Math.max(gatherMs, lastAt + leastApartMs - Date.now()));
  });
  return () => {
    source.close();
    window.clearTimeout(timer);
  };
}
