/**
 * Addresses of IPv4 that no stranger's URL may lead to: everything in IANA's special-purpose registry that is not
 * globally reachable, multicast, and what clouds answer their own machines at. The registry's few anycast addresses
 * inside 192.0.0.0/24 serve no files, so that block is closed as a whole.
 */
export const CLOSED_IPV4: readonly (readonly [range: string, what: string])[] = [
  ["0.0.0.0/8", "this machine"],
  ["10.0.0.0/8", "a private network"],
  ["100.64.0.0/10", "a carrier's private network"],
  ["127.0.0.0/8", "this machine"],
  ["168.63.129.16/32", "a cloud's metadata service"],
  ["169.254.0.0/16", "the local link, where clouds keep their metadata service"],
  ["172.16.0.0/12", "a private network"],
  ["192.0.0.0/24", "a reserved network"],
  ["192.0.2.0/24", "a documentation network"],
  ["192.88.99.0/24", "a retired relay network"],
  ["192.168.0.0/16", "a private network"],
  ["198.18.0.0/15", "a test network"],
  ["198.51.100.0/24", "a documentation network"],
  ["203.0.113.0/24", "a documentation network"],
  ["224.0.0.0/4", "a multicast group"],
  ["240.0.0.0/4", "a reserved network"],
];

/** The only part of IPv6 in which public addresses are given out (RFC 4291 §2.4, IANA). All else is closed. */
export const OPEN_IPV6 = "2000::/3";

/** What is closed inside {@link OPEN_IPV6}, and names for the closed ranges outside of it that people meet. */
export const CLOSED_IPV6: readonly (readonly [range: string, what: string])[] = [
  ["2001::/23", "a reserved network or a Teredo tunnel"],
  ["2001:db8::/32", "a documentation network"],
  ["2002::/16", "a 6to4 tunnel"],
  ["3fff::/20", "a documentation network"],
  ["::1/128", "this machine"],
  ["::/128", "this machine"],
  ["::ffff:0:0/96", "an IPv4 address in disguise"],
  ["::/96", "an IPv4 address in disguise"],
  ["64:ff9b:1::/48", "a private translation network"],
  ["100::/64", "a reserved network"],
  ["fc00::/7", "a private network"],
  ["fe80::/10", "the local link"],
  ["fec0::/10", "a private network"],
  ["ff00::/8", "a multicast group"],
];

/** Where gateways of IPv6-only networks show the IPv4 internet (RFC 6052): the address inside is what counts. */
export const TRANSLATED_IPV4 = "64:ff9b::/96";
