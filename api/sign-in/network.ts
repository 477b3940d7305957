import ipaddr from 'ipaddr.js';

/** An IPv6 customer has 64 bits to choose addresses from: all of them are one origin. */
const ipv6Bits = 64;

/** Where a request comes from, as coarse as one origin can change it at will. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/${ipv6Bits}`).toString()}/${ipv6Bits}`;
}

/** "Firefox on Windows": enough to know one's own device by, and too little to follow anybody. */
export function describeAgent(userAgent: string | undefined): string {
  const text = userAgent ?? '';
  const find = (known: readonly (readonly [RegExp, string])[]): string | undefined =>
    known.find(([pattern]) => pattern.test(text))?.[1];
  const browser = find(browsers) ?? 'Another program';
  const system = find(systems);
  return system === undefined ? browser : `${browser}, ${system}`;
}

/** In this order: each names those behind it too. */
const browsers = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
  [/^curl\//, 'curl'],
] as const;
const systems = [
  [/Windows/, 'Windows'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const;
