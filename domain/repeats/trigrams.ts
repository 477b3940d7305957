export type Trigrams = ReadonlySet<string>;

/** The trigrams of a text in lower case, as Postgres's pg_trgm takes them: each word with two spaces before and one after. */
export function trigramsOf(text: string): Trigrams {
  const trigrams = new Set<string>();
  for (const word of text.match(/[\p{L}\p{N}]+/gu) ?? []) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) trigrams.add(padded.slice(at, at + 3));
  }
  return trigrams;
}

/** The share of trigrams that two texts have in common: `similarity` of pg_trgm. */
export function sharedTrigrams(a: Trigrams, b: Trigrams): number {
  const [smaller, larger] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const trigram of smaller) if (larger.has(trigram)) shared += 1;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}
