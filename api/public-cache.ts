import { createHash } from 'node:crypto';

export type PublicPage = { readonly type: string; readonly body: string; readonly etag: string };
export type PublicCache = {
  /** What was made for a key in an edition, or made now. An edition that has passed is forgotten. */
  readonly get: (
    wish: { readonly key: string; readonly edition: string; readonly nowMs: number },
    make: () => Promise<{ readonly type: string; readonly body: string } | undefined>,
  ) => Promise<PublicPage | undefined>;
};

type Kept = { readonly page: PublicPage; readonly edition: string; readonly keptAtMs: number };

/** With a delay, time alone makes things public: nothing is kept longer than this. */
const keptMs = 300_000;
const mostPages = 500;
const mostCharacters = 20_000_000;

/** Pages that everybody reads, in this process alone and within bounds: whoever asks for many addresses only empties it. */
export function createPublicCache(): PublicCache {
  const kept = new Map<string, Kept>();
  let characters = 0;
  const forget = (key: string): void => {
    characters -= kept.get(key)?.page.body.length ?? 0;
    kept.delete(key);
  };
  return {
    get: async ({ key, edition, nowMs }, make) => {
      const found = kept.get(key);
      if (found?.edition === edition && nowMs - found.keptAtMs < keptMs) return found.page;
      const made = await make();
      forget(key);
      if (made === undefined) return undefined;
      const page = { ...made, etag: `"${createHash('sha256').update(made.body).digest('base64url').slice(0, 27)}"` };
      kept.set(key, { page, edition, keptAtMs: nowMs });
      characters += page.body.length;
      for (const oldest of kept.keys()) {
        if (kept.size <= mostPages && characters <= mostCharacters) break;
        forget(oldest);
      }
      return page;
    },
  };
}
