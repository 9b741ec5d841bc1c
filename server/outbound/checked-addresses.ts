import { type LookupAddress, lookup } from "node:dns";
import { networkInterfaces } from "node:os";
import { promisify } from "node:util";
import { FetchFailure } from "@/core/net/fetch-failure";
import { closedNetworkOf, isAddress } from "@/core/net/judge-address";
import { hostOf } from "@/core/net/judge-spelling";
import { isAllowed, judgeUrl, type Opened, refused } from "./judge-url";

/** All addresses of a name, as the system knows them. */
export type Resolve = (host: string) => Promise<LookupAddress[]>;

const lookupAll = promisify(lookup);

/** Names as the machine resolves them for every other program, its hosts file included. */
export const systemResolve: Resolve = (host) => lookupAll(host, { all: true, verbatim: true });

/**
 * The addresses that a request to this URL may connect to: all that its name has, and none of them may lead into a
 * private network. One bad address closes the name, since which one answers is up to whoever owns the name.
 * @throws url.refused; FetchFailure `url.unknown_host`
 */
export async function checkedAddresses(url: URL, resolve: Resolve, opened?: Opened): Promise<LookupAddress[]> {
  judgeUrl(url.href, opened);
  const host = hostOf(url);
  const addresses = isAddress(host) ? [literal(host)] : await resolved(host, resolve);
  if (isAllowed(url, opened)) return addresses;
  for (const { address } of addresses) {
    const network = closedNetworkOf(address) ?? (isOwn(address) ? "this machine" : null);
    if (network) throw refused(`The server's name leads to ${network}, not to the public internet.`);
  }
  return addresses;
}

async function resolved(host: string, resolve: Resolve): Promise<LookupAddress[]> {
  const addresses = await resolve(host).catch((cause) => {
    throw new FetchFailure("url.unknown_host", undefined, { cause });
  });
  if (addresses.length === 0) throw new FetchFailure("url.unknown_host");
  return addresses;
}

function literal(host: string): LookupAddress {
  return { address: host, family: host.includes(":") ? 6 : 4 };
}

/** Our own public address reaches what a firewall hides from the rest of the world. */
function isOwn(address: string): boolean {
  return Object.values(networkInterfaces()).some((list) => list?.some((own) => own.address === address));
}
