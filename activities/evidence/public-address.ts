import ipaddr from 'ipaddr.js';

/** Where the addresses of IPv6 that are given out to the world lie; what lies elsewhere is mapped, translated or local. */
const globalUnicast = ipaddr.parseCIDR('2000::/3');

/**
 * Whether an address is one of the public internet. Loopback, private, link-local (with the metadata of clouds), carrier
 * NAT, multicast, documentation and every way to write an IPv4 address within an IPv6 one are not.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  return address.kind() === 'ipv4' || address.match(globalUnicast);
}
