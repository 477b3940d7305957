import type { Kysely } from 'kysely';
import { listChanges, listLastChanges, readRegisterMark, type Change } from '../db/queries/changes.ts';
import type { Schema } from '../db/schema.ts';

export type Tail = {
  /** Everything after a position as far as it is remembered here; undefined when that is further back. */
  readonly after: (position: string) => readonly Change[] | undefined;
  /** The position of the last change that is known here. */
  readonly head: () => string;
  /** A word for the register as it is known here; it changes with the register, of which no log tells. */
  readonly registerMark: () => string;
  /** Tells a reader whenever there is more; answers how to stop. The tail is followed while somebody listens. */
  readonly listen: (told: () => void) => () => void;
  /** Reads now what there is; for whoever asks once. */
  readonly refresh: () => Promise<void>;
};

/** How many changes a reader may have missed and still be told each. */
const remembered = 5_000;
const pageSize = 1_000;
const everyMs = 500;

/**
 * The end of the log, followed once for all readers of a process: two short queries each half second while somebody listens,
 * on any database and beside any number of processes. `NOTIFY` would save the query and lose what comes while a
 * connection is away.
 */
export function followLog(db: Kysely<Schema>): Tail {
  const listeners = new Set<() => void>();
  let recent: readonly Change[] = [];
  let begin: string | undefined; // Everything after this position is in `recent`.
  let mark = '';
  let timer: NodeJS.Timeout | undefined;
  let reading: Promise<void> | undefined;

  const head = (): string => recent.at(-1)?.position ?? begin ?? '0';
  const readRegister = async (): Promise<void> => {
    const before = mark;
    mark = await readRegisterMark(db);
    if (mark !== before) for (const told of listeners) told();
  };
  const readEvents = async (): Promise<void> => {
    if (begin === undefined) {
      recent = await listLastChanges(db, remembered);
      const first = recent[0]?.position;
      begin = first === undefined ? '0' : String(BigInt(first) - 1n);
    }
    for (let page = await listChanges(db, head(), pageSize); ; page = await listChanges(db, head(), pageSize)) {
      if (page.length === 0) return;
      recent = [...recent, ...page];
      const dropped = recent.length - remembered;
      begin = recent[dropped - 1]?.position ?? begin;
      if (dropped > 0) recent = recent.slice(dropped);
      for (const told of listeners) told();
    }
  };
  const read = async (): Promise<void> => {
    await readEvents();
    await readRegister();
  };
  const refresh = (): Promise<void> => (reading ??= read().finally(() => (reading = undefined)));
  const tick = (): void => {
    // With the database away readers hear heartbeats; what was written meanwhile is read when it is back.
    void refresh()
      .catch(() => undefined)
      .then(() => {
        if (listeners.size > 0) timer = setTimeout(tick, everyMs).unref();
      });
  };
  return {
    head,
    registerMark: () => mark,
    refresh,
    after: (position) => {
      if (begin === undefined || BigInt(position) < BigInt(begin)) return undefined;
      if (BigInt(position) > BigInt(head())) return undefined; // Of another log, such as one that was restored.
      return recent.slice(firstAfter(recent, BigInt(position)));
    },
    listen: (told) => {
      listeners.add(told);
      if (listeners.size === 1) {
        clearTimeout(timer);
        tick();
      }
      return () => {
        listeners.delete(told);
        if (listeners.size === 0) clearTimeout(timer);
      };
    },
  };
}

/** The index of the first change behind a position; the changes stand in order. */
function firstAfter(changes: readonly Change[], position: bigint): number {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (BigInt(changes[middle]?.position ?? 0) > position) high = middle;
    else low = middle + 1;
  }
  return low;
}
