import type { QueryClient } from '@tanstack/react-query';
import type { Schemas } from './types.ts';

/** Bursts, such as a morning's reminders, are answered with one look. */
const gatherMs = 400;

/** Reads again what is on screen when the log has news; the browser itself reconnects and goes on where it was. */
export function listenForChanges(queries: QueryClient, onState: (isConnected: boolean) => void): () => void {
  const source = new EventSource('/api/v1/changes');
  let timer: number | undefined;
  const refresh = (): void => {
    timer = undefined;
    void queries.invalidateQueries();
  };
  source.addEventListener('open', () => onState(true));
  source.addEventListener('error', () => onState(false));
  source.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const { isReset, recommendationIds, hasMail, hasDialogue } = JSON.parse(data) as Schemas['Changes'];
    if (isReset || hasMail || hasDialogue || recommendationIds.length > 0)
      timer ??= window.setTimeout(refresh, gatherMs);
  });
  return () => {
    source.close();
    window.clearTimeout(timer);
  };
}
