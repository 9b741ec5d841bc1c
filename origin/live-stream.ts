import type { IncomingMessage, ServerResponse } from "node:http";
import { LiveQuery } from "@/core/analytics/contract";
import { AppError } from "@/core/errors";
import { liveKpis } from "@/server/analytics/live-kpis";
import { stillValid } from "@/server/auth/still-valid";
import { requireAccess } from "@/server/http/access";
import { authenticate } from "@/server/http/authenticate";
import { requestHead } from "@/server/http/node-bridge";
import { parseQuery } from "@/server/http/read-input";
import { requestId } from "@/server/http/request-id";
import { LiveAudience } from "./live-audience";
import { sendError } from "./reply";

export const LIVE_PATH = "/v1/creator/analytics/stream";

/** The live figures of this process. */
export function productAudience(): LiveAudience {
  return new LiveAudience({
    kpis: (actor, channelId, now) => liveKpis(actor, { channelId }, now),
    holds: stillValid,
  });
}

/**
 * Answers `/v1/creator/analytics/stream` with server-sent events, on plain `node:http`: thousands stay connected, and
 * each would cost twice through Next. Every event is the whole truth, so whoever comes back has missed nothing.
 */
export function liveStreamHandler(audience: LiveAudience) {
  return async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    try {
      if (incoming.method !== "GET") throw new AppError("request.method_not_allowed", "This address takes GET only.");
      const head = requestHead(incoming);
      const actor = await authenticate(head);
      requireAccess(actor, "analytics:read", head);
      const { channelId } = parseQuery(LiveQuery, new URL(head.url).searchParams);
      await audience.join(outgoing, actor, channelId, {
        "Content-Type": "text/event-stream; charset=utf-8",
        "Cache-Control": "no-store, no-transform",
        // Proxies that gather a reply before they pass it on (nginx) are told not to.
        "X-Accel-Buffering": "no",
        "X-Content-Type-Options": "nosniff",
        "X-Request-Id": requestId(),
      });
    } catch (thrown) {
      await sendError(incoming, outgoing, thrown, incoming.method === "GET" ? {} : { Allow: "GET" });
    }
  };
}
