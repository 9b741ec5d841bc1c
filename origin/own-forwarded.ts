import type { Env } from "@/server/env";
import { forwardedOf, trustedProxies } from "./forwarded";
import type { Handler } from "./reply";

/** A handler that reads `X-Forwarded-*` as Next does: written by this server, whatever the caller sent. */
export function ownForwarded(handle: Handler, settings: Env): Handler {
  const trusted = trustedProxies(settings.TRUST_PROXY);
  return (incoming, outgoing) => {
    const from = forwardedOf(incoming, trusted);
    Object.assign(incoming.headers, {
      "x-forwarded-for": from.address,
      "x-forwarded-host": from.host,
      "x-forwarded-proto": from.proto,
    });
    return handle(incoming, outgoing);
  };
}
