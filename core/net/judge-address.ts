import ipaddr from "ipaddr.js";
import { CLOSED_IPV4, CLOSED_IPV6, OPEN_IPV6, TRANSLATED_IPV4 } from "./special-ranges";

const closed4 = CLOSED_IPV4.map(([range, what]) => ({ range: ipaddr.IPv4.parseCIDR(range), what }));
const closed6 = CLOSED_IPV6.map(([range, what]) => ({ range: ipaddr.IPv6.parseCIDR(range), what }));
const open6 = ipaddr.IPv6.parseCIDR(OPEN_IPV6);
const translated = ipaddr.IPv6.parseCIDR(TRANSLATED_IPV4);

/** Whether a host, as a URL or a resolver writes it, is an address and not a name. Without brackets. */
export function isAddress(host: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(host) || (host.includes(":") && ipaddr.IPv6.isValid(host));
}

/**
 * What an address belongs to when it is not a public one; null for a public address. What cannot be read as an
 * address in its usual spelling is not public.
 */
export function closedNetworkOf(address: string): string | null {
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return closedIpv4(ipaddr.IPv4.parse(address));
  // A zone names an interface of this machine: such an address is never a public one.
  if (address.includes("%") || !ipaddr.IPv6.isValid(address)) return "an address that cannot be read";
  const ipv6 = ipaddr.IPv6.parse(address);
  if (ipv6.match(translated)) return closedIpv4(new ipaddr.IPv4(ipv6.toByteArray().slice(-4)));
  const found = closed6.find(({ range }) => ipv6.match(range));
  if (found) return found.what;
  return ipv6.match(open6) ? null : "a reserved network";
}

function closedIpv4(address: ipaddr.IPv4): string | null {
  return closed4.find(({ range }) => address.match(range))?.what ?? null;
}
