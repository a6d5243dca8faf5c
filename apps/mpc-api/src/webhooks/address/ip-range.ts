import ipaddr from 'ipaddr.js';

export type IpAddress = ipaddr.IPv4 | ipaddr.IPv6;

/** Where an address leads: `public`, or what it is instead, with its article: `a loopback address`. */
export function rangeOf(address: IpAddress): string {
  const carried = carriedAddress(address);
  if (METADATA_SERVICES.has(carried.toString())) return 'the address of a metadata service';
  const range = carried.range();
  if (range !== 'unicast') return WORDS[range] ?? NOT_PUBLIC;
  return carried instanceof ipaddr.IPv6 && !carried.match(GLOBAL_UNICAST, 3) ? NOT_PUBLIC : 'public';
}

/**
 * The IPv4 address that an IPv6 one stands for, for that is where its packets arrive: mapped (RFC 4291, 2.5.5.2), or
 * behind the well-known prefix of NAT64 (RFC 6052, 2.1), under which DNS64 answers for every host that has IPv4 alone.
 */
export function carriedAddress(address: IpAddress): IpAddress {
  if (address instanceof ipaddr.IPv4) return address;
  const carries = CARRYING_PREFIXES.some((prefix) => address.match(prefix, 96));
  return carries ? new ipaddr.IPv4(address.toByteArray().slice(-4)) : address;
}

const CARRYING_PREFIXES = [ipaddr.IPv6.parse('::ffff:0:0'), ipaddr.IPv6.parse('64:ff9b::')];

/** All that has been given out of IPv6, 2000::/3 (IANA, "Internet Protocol Version 6 Address Space", read 2026-11). */
const GLOBAL_UNICAST = ipaddr.IPv6.parse('2000::');

/** Public by its range, and yet the machine's own: WireServer (learn.microsoft.com, "What is IP address 168.63.129.16?"). */
const METADATA_SERVICES = new Set(['168.63.129.16']);

const NOT_PUBLIC = 'an address that is not public';

/** The library's names, which are those of IANA's registries of special-purpose addresses. */
const WORDS: Readonly<Record<string, string>> = {
  loopback: 'a loopback address',
  private: 'a private address',
  uniqueLocal: 'a private address',
  deprecatedSiteLocal: 'a private address',
  carrierGradeNat: 'a private address',
  linkLocal: 'a link-local address',
  multicast: 'a multicast address',
  broadcast: 'a broadcast address',
  unspecified: 'an address of this machine',
};
