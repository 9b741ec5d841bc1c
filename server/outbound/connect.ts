import type { LookupAddress } from "node:dns";
import type { LookupFunction } from "node:net";
import { Agent, buildConnector } from "undici";
import { checkedAddresses, type Resolve, systemResolve } from "./checked-addresses";
import type { Opened } from "./judge-url";

const CONNECT_MS = 15_000;

/**
 * Connections to strangers' servers. Each looks its name up once, has all addresses judged, and connects to one of
 * those very addresses: between the check and the connection nobody can change where the name leads. No proxy of the
 * environment is used, since it would look the name up again.
 */
export function guardedAgent(resolve: Resolve = systemResolve, opened?: Opened): Agent {
  return new Agent({
    keepAliveTimeout: 4_000,
    maxResponseSize: -1,
    connect: (options, callback) => {
      const { protocol, hostname, port } = options;
      const host = hostname.includes(":") ? `[${hostname}]` : hostname;
      checkedAddresses(new URL(`${protocol}//${host}${port ? `:${port}` : ""}`), resolve, opened).then(
        (addresses) => buildConnector({ timeout: CONNECT_MS, ...pinnedTo(addresses) })(options, callback),
        (thrown) => callback(thrown, null),
      );
    },
  });
}

/** Options of `net.connect` with which a name leads to these addresses only. Several are tried in turn (RFC 8305). */
export function pinnedTo(addresses: readonly LookupAddress[]): { lookup: LookupFunction; autoSelectFamily: boolean } {
  return {
    autoSelectFamily: addresses.length > 1,
    lookup: (_host, options, callback) => {
      if (options.all) return callback(null, [...addresses]);
      const first = addresses[0]!;
      callback(null, first.address, first.family);
    },
  };
}

let shared: Agent | undefined;

/** The agent of this process, with the system's resolver. */
export function sharedAgent(): Agent {
  shared ??= guardedAgent();
  return shared;
}
