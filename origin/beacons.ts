import { randomInt } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { BEACON_KINDS, checkBeacon, NOBODY, NOWHERE, type SentBeacon } from "@/core/analytics/beacon";
import { beaconLine, type DropReason, dropLine } from "@/core/analytics/beacon-line";
import { isBot } from "@/core/analytics/is-bot";
import { AppError, notFound } from "@/core/errors";
import { BeaconTargets } from "@/server/analytics/beacon-targets";
import { BeaconWriter } from "@/server/analytics/beacon-writer";
import { LiveSigns } from "@/server/analytics/live-signs";
import type { Env } from "@/server/env";
import { judgeRequest } from "@/server/http/rate-limit";
import { requestId } from "@/server/http/request-id";
import { appendRedis } from "@/server/redis";
import { readSmallBody } from "./beacon-body";
import { forwardedOf, trustedProxies } from "./forwarded";
import { type Handler, PUBLIC_HEADERS, pathOf, sendError, sendNotFound } from "./reply";

export const BEACON_PATH = "/v1/beacons/";

/** Players may tell a position a little beyond the end. */
const BEYOND_MS = 60_000;
const MOST_NONCE = 2 ** 31;
const EXPOSED = {
  ...PUBLIC_HEADERS,
  "Access-Control-Expose-Headers": "RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Retry-After, X-Request-Id",
};

/**
 * Takes what players tell (`POST /v1/beacons/start|heartbeat|impression|end`) and answers 204 once it is in the
 * stream. Neither the address of the sender is kept nor anything else about them but a random session id.
 */
export function beaconHandler(settings: Pick<Env, "TRUST_PROXY" | "RESPECT_DO_NOT_TRACK">): Handler {
  const trusted = trustedProxies(settings.TRUST_PROXY);
  const targets = new BeaconTargets();
  const writer = new BeaconWriter(appendRedis);
  const live = new LiveSigns(appendRedis);

  const take = async (incoming: IncomingMessage, kind: number, body: unknown): Promise<void> => {
    const nowMs = Date.now();
    const sent = checkBeacon(body, nowMs);
    const { ownerId, durationMs } = await ownerOf(targets, sent, nowMs);
    const atMs = sent.atMs ?? nowMs;
    const reason = dropReason(incoming, sent, durationMs, settings.RESPECT_DO_NOT_TRACK);
    if (reason) return written(writer, dropLine({ ownerId, reason, atMs }));
    const { sessionId, channelId, contentItemId, positionMs } = sent;
    const line = beaconLine({
      sessionId,
      kind,
      atMs,
      nonce: sent.atMs === null ? randomInt(1, MOST_NONCE) : 0,
      ownerId,
      channelId: channelId ?? NOBODY,
      contentItemId: contentItemId ?? NOBODY,
      positionMs: positionMs ?? NOWHERE,
    });
    await written(writer, line);
    live.add(channelId ? [ownerId, channelId] : [ownerId], sessionId, Math.min(atMs, nowMs));
  };

  return async (incoming, outgoing) => {
    const kind = (BEACON_KINDS as readonly string[]).indexOf(pathOf(incoming).slice(BEACON_PATH.length));
    if (kind < 0) return sendNotFound(incoming, outgoing, "The page");
    if (incoming.method !== "POST") return answerOtherMethod(incoming, outgoing);
    let headers: Record<string, string> = EXPOSED;
    const reading = readSmallBody(incoming);
    reading.catch(() => {}); // looked at below, once the sender may send at all
    try {
      const verdict = await judgeRequest("beacons", forwardedOf(incoming, trusted).address);
      headers = { ...EXPOSED, ...verdict.headers };
      if (verdict.refusal) throw verdict.refusal;
      await take(incoming, kind, await reading);
      outgoing.writeHead(204, { ...headers, "Cache-Control": "no-store", "X-Request-Id": requestId() });
      outgoing.end();
    } catch (thrown) {
      await sendError(incoming, outgoing, thrown, headers);
    }
  };
}

function written(writer: BeaconWriter, line: string): Promise<void> {
  return new Promise((resolve, reject) => {
    writer.append(line, (failure) => (failure ? reject(failure) : resolve()));
  });
}

/** @throws resource.not_found where a name is wrong, or channel and item are not of one creator */
async function ownerOf(targets: BeaconTargets, { channelId, contentItemId }: SentBeacon, nowMs: number) {
  const channel = channelId === null ? undefined : await targets.find("channel", channelId, nowMs);
  if (channel === null) throw notFound("The channel");
  const item = contentItemId === null ? undefined : await targets.find("item", contentItemId, nowMs);
  if (item === null || (channel && item && channel.ownerId !== item.ownerId)) throw notFound("The item");
  return { ownerId: (channel ?? item)!.ownerId, durationMs: item?.durationMs ?? null };
}

/** Why a beacon is answered as any other and yet not counted; null for one that counts. */
function dropReason(
  { headers }: IncomingMessage,
  { positionMs }: SentBeacon,
  durationMs: number | null,
  respectsDoNotTrack: boolean,
): DropReason | null {
  if (respectsDoNotTrack && (headers.dnt === "1" || headers["sec-gpc"] === "1")) return "do_not_track";
  if (isBot(headers["user-agent"])) return "bot";
  if (positionMs !== null && durationMs !== null && positionMs > durationMs + BEYOND_MS) return "absurd";
  return null;
}

async function answerOtherMethod(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  if (incoming.method === "OPTIONS") {
    outgoing.writeHead(204, {
      ...EXPOSED,
      Allow: "POST, OPTIONS",
      "Access-Control-Allow-Methods": "POST",
      "Access-Control-Allow-Headers": "Content-Type",
      "Access-Control-Max-Age": "86400",
      "X-Request-Id": requestId(),
    });
    outgoing.end();
    return;
  }
  const refusal = new AppError("request.method_not_allowed", "This address takes POST only.");
  await sendError(incoming, outgoing, refusal, { ...EXPOSED, Allow: "POST, OPTIONS" });
}
