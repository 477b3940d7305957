import type { QueryClient } from '@tanstack/react-query';
import { call } from './call.ts';
import { isOnRecord } from './on-record.ts';

/** The first news is looked at soon; in a burst, such as a morning's reminders, one looks again every few seconds. */
const gatherMs = 400;
const leastApartMs = 3_000;
/** A browser reconnects by itself, but not where it was refused, as after the end of a session. */
const retryMs = 10_000;

/**
 * Reads again what is on screen when the log or the register has news; the browser itself reconnects and goes on where it was,
 * and of the register it is told then that it may have changed.
 */
export function listenForChanges(queries: QueryClient, onState: (isConnected: boolean) => void): () => void {
  let source: EventSource | undefined;
  let timer: number | undefined;
  let retry: number | undefined;
  let lastAt = 0;
  let isLeft = false;
  const refresh = (): void => {
    timer = undefined;
    lastAt = Date.now();
    // What goes on record each time it is read is read when somebody asks, and not with every piece of news.
    void queries.invalidateQueries({ predicate: ({ queryKey }) => !isOnRecord(queryKey) });
  };
  const again = (): void => {
    window.clearTimeout(retry);
    // Asks who one is first: that waits until somebody has signed in again, so that no refused stream is asked for anew.
    retry = window.setTimeout(() => void call('GET /session', {}).then(open, again), retryMs);
  };
  const open = (): void => {
    if (isLeft) return;
    source = new EventSource('/api/v1/changes');
    source.addEventListener('open', () => onState(true));
    source.addEventListener('error', () => {
      onState(false);
      if (source?.readyState === EventSource.CLOSED) again();
    });
    source.addEventListener('message', () => {
      timer ??= window.setTimeout(refresh, Math.max(gatherMs, lastAt + leastApartMs - Date.now()));
    });
  };
  open();
  return () => {
    isLeft = true;
    source?.close();
    window.clearTimeout(timer);
    window.clearTimeout(retry);
  };
}
