/**
 * What stands behind `?` in an address: plain names and texts, as the API has them, so that an address can be read, written
 * by hand and mailed. (The router's own way writes JSON.)
 */
export function readAddress(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

export function writeAddress(search: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, String(value)])).toString();
  // A comma separates and a colon is part of ids: neither needs to be escaped in a query.
  return text === '' ? '' : `?${text.replaceAll('%2C', ',').replaceAll('%3A', ':')}`;
}
