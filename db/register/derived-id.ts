import { createHash } from 'node:crypto';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** An id that follows from what it is about: whoever derives it again names the same thing. */
export function derivedId(prefix: string, from: string): string {
  const digest = createHash('sha256').update(from).digest();
  return `${prefix}_${Array.from(digest.subarray(0, 26), (byte) => crockford[byte % 32]).join('')}`;
}
