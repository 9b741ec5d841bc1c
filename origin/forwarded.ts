import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";
import type { TLSSocket } from "node:tls";

/** Who calls, and under which address they reached us. */
export interface Forwarded {
  address: string;
  host: string;
  proto: "http" | "https";
}

/**
 * The proxies of `TRUST_PROXY`: addresses and CIDR ranges, separated by commas.
 * @throws Error naming the entry that is neither
 */
export function trustedProxies(list: string | undefined): BlockList {
  const trusted = new BlockList();
  for (const entry of (list ?? "").split(",").map((part) => part.trim())) {
    if (entry === "") continue;
    const [address = "", bits] = entry.split("/");
    const version = isIP(address);
    const longest = version === 4 ? 32 : 128;
    const prefix = bits === undefined ? longest : Number(bits);
    if (version === 0 || bits === "" || !Number.isInteger(prefix) || prefix < 0 || prefix > longest) {
      throw new Error(`TRUST_PROXY: "${entry}" is neither an IP address nor a range such as 10.0.0.0/8`);
    }
    trusted.addSubnet(address, prefix, version === 4 ? "ipv4" : "ipv6");
  }
  return trusted;
}

/**
 * Reads where a request comes from. `X-Forwarded-*` is believed from trusted proxies only: from the right, the first
 * address that is not one of them is the caller.
 */
export function forwardedOf(incoming: IncomingMessage, trusted: BlockList): Forwarded {
  const peer = plainAddress(incoming.socket.remoteAddress ?? "");
  const encrypted = (incoming.socket as TLSSocket).encrypted === true;
  const own: Forwarded = {
    address: peer || "unknown",
    host: incoming.headers.host ?? "localhost",
    proto: encrypted ? "https" : "http",
  };
  if (!isTrusted(peer, trusted)) return own;
  const proto = first(incoming.headers["x-forwarded-proto"]);
  return {
    address: callerBehind(peer, headerText(incoming.headers["x-forwarded-for"]), trusted),
    host: first(incoming.headers["x-forwarded-host"]) ?? own.host,
    proto: proto === "https" || proto === "http" ? proto : own.proto,
  };
}

function callerBehind(peer: string, header: string, trusted: BlockList): string {
  let caller = peer;
  for (const hop of header.split(",").reverse()) {
    const address = plainAddress(hop.trim());
    if (isIP(address) === 0) break; // nothing beyond what cannot be read is believed
    caller = address;
    if (!isTrusted(address, trusted)) break;
  }
  return caller;
}

function isTrusted(address: string, trusted: BlockList): boolean {
  const version = isIP(address);
  return version !== 0 && trusted.check(address, version === 4 ? "ipv4" : "ipv6");
}

/** An IPv4 caller of a socket that listens on IPv6 too is written `::ffff:192.0.2.1`; ports are cut off. */
function plainAddress(text: string): string {
  const bare =
    /^\[(.+)\](:\d+)?$/.exec(text)?.[1] ?? (/^\d+\.\d+\.\d+\.\d+:\d+$/.test(text) ? text.split(":")[0]! : text);
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1] ?? bare;
}

function headerText(header: string | string[] | undefined): string {
  return Array.isArray(header) ? header.join(",") : (header ?? "");
}

function first(header: string | string[] | undefined): string | undefined {
  return headerText(header).split(",")[0]?.trim() || undefined;
}
