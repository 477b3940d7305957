/**
 * Chance that can be repeated: a number from 0 up to 1 that follows from a text alone. Each draw has a name of its own, so
 * that one more draw changes no other, and a follow-up meets the same fate alone as in a portfolio.
 */
export function drawOf(...names: readonly (string | number)[]): number {
  const text = names.join('\u001f');
  let hash = 0x811c9dc5; // FNV-1a takes the text in,
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b); // MurmurHash3's last step spreads it over all 32 bits.
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 0x1_0000_0000;
}

/** A whole number from `from` to `to`, both included. */
export const drawBetween = (draw: number, from: number, to: number): number =>
  from + Math.floor(draw * (to - from + 1));
