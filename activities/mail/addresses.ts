/**
 * How a digest is recognised again when its mail comes back.
 *
 * The id itself is the key, in lower case: some servers change the case of what stands before the @, which a base64
 * text would not survive and a ULID does.
 */
const digestIdPattern = /^dig_[0-9a-hjkmnp-tv-z]{26}$/i;

/** The same for every attempt at one digest, so that a duplicate can be told from a second mail. */
export const messageIdOf = (digestId: string, domain: string): string => `<${digestId}@${domain}>`;

/** Return path of a digest: `bounces@example.org` becomes `bounces+dig_01j…@example.org` (VERP). */
export function bounceAddressOf(digestId: string, bounceAddress: string): string {
  const at = bounceAddress.lastIndexOf('@');
  return `${bounceAddress.slice(0, at)}+${digestId.toLowerCase()}${bounceAddress.slice(at)}`;
}

/** The digest that a return path, an envelope id or a Message-ID names; undefined for any other text. */
export function digestIdIn(text: string): string | undefined {
  const local = text.trim().replace(/^</, '').split('@')[0] ?? '';
  const candidate = local.slice(local.lastIndexOf('+') + 1);
  return digestIdPattern.test(candidate) ? `dig_${candidate.slice(4).toUpperCase()}` : undefined;
}

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).replace(/>$/, '');

const longestResponse = 300;

/** A server's answer as it may go on record: events name no person, and servers like to repeat addresses. */
export const withoutAddresses = (response: string): string =>
  response
    .replaceAll(/<?[^\s<>,;:"]+@[^\s<>,;:"]+>?/g, '<address>')
    .replaceAll(/[\s\p{Cc}\p{Surrogate}]+/gu, ' ') // What no log can store could never be put on record.
    .trim()
    .slice(0, longestResponse);
