import ipaddr from "ipaddr.js";

/**
 * What counts as one caller when requests are limited by IP address. Whoever has one IPv6 address has at least a whole
 * /64 of them (RFC 6177), so that all of it is one; an IPv4 address is itself, however it is written.
 */
export function addressGroup(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return parsed.toString();
  const network = (parsed as ipaddr.IPv6).parts.slice(0, 4).map((part) => part.toString(16));
  return `${network.join(":")}::/64`;
}
