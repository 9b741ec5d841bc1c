import { closedNetworkOf, isAddress } from "./judge-address";

/** Longest address that is taken; signed ones of object stores have some 1,500 characters. */
export const MAX_URL_CHARACTERS = 4096;

/**
 * Ports of other protocols, to which no browser sends HTTP either (Fetch standard, "port blocking"): a request there
 * could be read as commands of that protocol.
 */
const FOREIGN_PORTS = new Set([
  ...[0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109],
  ...[110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530],
  ...[531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190],
  ...[5060, 5061, 6000, 6379, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080, 11211],
]);

/** Endings that name machines of a local network (RFC 6761, RFC 6762, RFC 8375, ICANN's .internal) or no machine. */
const LOCAL_ENDINGS = ["localhost", "local", "internal", "intranet", "lan", "home", "corp", "home.arpa", "invalid"];
const FOREIGN_ENDINGS = ["onion", "alt"];

/** Host of a URL as a resolver takes it: in small letters, without brackets and without a last dot. */
export function hostOf(url: URL): string {
  return url.hostname
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "")
    .toLowerCase();
}

/** Port that a request to the URL goes to. */
export function portOf(url: URL): number {
  return url.port === "" ? (url.protocol === "https:" ? 443 : 80) : Number(url.port);
}

/** `host:port` of a URL, the way {@link parseAllowedHosts} keeps those that the operator opened. */
export function endpointOf(url: URL): string {
  return `${hostOf(url)} ${portOf(url)}`;
}

/**
 * The URL that a text spells. The parser is the one of browsers (WHATWG), which turns every spelling of an IPv4
 * address (decimal, octal, hexadecimal, short, full-width digits) into the usual one before anybody judges it.
 * @returns a sentence for whoever wrote the text when it is no URL that can be used
 */
export function readUrl(text: string): URL | string {
  if (text.length > MAX_URL_CHARACTERS) return `The address is longer than ${MAX_URL_CHARACTERS} characters.`;
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return "This is not a complete web address. Write it with https:// in front.";
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    return `Only http:// and https:// addresses can be used, not ${url.protocol}//`;
  }
  return url.hostname === "" ? "The address names no server." : url;
}

/**
 * Why a URL cannot be used, as far as its spelling tells: an address or a name that is not public, or a port of
 * another protocol. What a name resolves to is judged when the connection is made.
 * @returns null when nothing speaks against it
 */
export function refusalOf(url: URL): string | null {
  const host = hostOf(url);
  if (isAddress(host)) {
    const network = closedNetworkOf(host);
    if (network) return `The address leads to ${network}, not to the public internet.`;
  } else {
    const refusal = refusalOfName(host);
    if (refusal) return refusal;
  }
  const port = portOf(url);
  return FOREIGN_PORTS.has(port) ? `Port ${port} is not used for web addresses.` : null;
}

function refusalOfName(host: string): string | null {
  if (!/^(?=.{1,253}$)([a-z0-9_-]{1,63}\.)*[a-z0-9_-]{1,63}$/.test(host)) return "The server's name cannot be read.";
  const endsWith = (ending: string) => host === ending || host.endsWith(`.${ending}`);
  if (!host.includes(".") || LOCAL_ENDINGS.some(endsWith)) {
    return "The name belongs to this machine or a local network, not to the public internet.";
  }
  return FOREIGN_ENDINGS.some(endsWith) ? "The name is not one of the public internet." : null;
}
