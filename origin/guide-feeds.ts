import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { z } from "zod";
import { m3uPlaylist } from "@/core/guide/m3u";
import { publishedChannel } from "@/server/channels/published-channel";
import { FORECAST_DAYS } from "@/server/guide/forecast-airings";
import { channelsInTurn, feedChannel, publishedChannelIds } from "@/server/guide/guide-channels";
import { xmltvFeed, xmltvVersion } from "@/server/guide/xmltv-feed";
import { requestHead } from "@/server/http/node-bridge";
import { ownOrigin } from "@/server/http/own-origin";
import { parseQuery } from "@/server/http/read-input";
import { requestId } from "@/server/http/request-id";
import { callContext } from "@/server/log";
import { publicUrl } from "@/server/public-url";
import { FeedBodies } from "./feed-bodies";
import { decoded, namesTag } from "./playlists";
import { acceptsGzip, answersOtherMethod, type Handler, PUBLIC_HEADERS, pathOf, sendError } from "./reply";

const PATH = /^\/v1\/(?:channels\/([^/]+)\/(epg\.xml|channel\.m3u)|(epg\.xml|channels\.m3u))$/;
/** Players ask for guides every few hours; caches between us and them may answer for a while. */
const CACHE_CONTROL = "public, max-age=60";

const Query = z.object({ days: z.coerce.number().int().min(1).max(FORECAST_DAYS).default(FORECAST_DAYS) });

interface Feed {
  contentType: string;
  version: string;
  pieces: () => AsyncIterable<string>;
}

export function isGuideFeedPath(path: string): boolean {
  return (path.endsWith(".xml") || path.endsWith(".m3u")) && PATH.test(path);
}

/**
 * Answers the guide feeds of one channel (`/v1/channels/:idOrSlug/{epg.xml,channel.m3u}`) and of all
 * (`/v1/epg.xml`, `/v1/channels.m3u`). XMLTV takes `?days=`, 1 to 14.
 */
export function guideFeedHandler(now: () => number = Date.now, allChannels = publishedChannelIds): Handler {
  const bodies = new FeedBodies();
  return async (incoming, outgoing) => {
    if (answersOtherMethod(incoming, outgoing)) return;
    const head = requestHead(incoming);
    const context = { requestId: requestId(), origin: ownOrigin(head) };
    await callContext
      .run(context, async () => {
        const feed = await feedAt(pathOf(incoming), new URL(head.url).searchParams, { nowMs: now(), allChannels });
        await send(incoming, outgoing, bodies, feed);
      })
      .catch((thrown) => sendError(incoming, outgoing, thrown, PUBLIC_HEADERS));
  };
}

interface Sources {
  nowMs: number;
  /** Ids of the channels on the air, in the order of the feeds. */
  allChannels: () => Promise<string[]>;
}

async function feedAt(path: string, search: URLSearchParams, { nowMs, allChannels }: Sources): Promise<Feed> {
  const [, name, ofOne, ofAll] = PATH.exec(path) ?? [];
  const ids = name === undefined ? await allChannels() : [(await publishedChannel(decoded(name))).id];
  if ((ofOne ?? ofAll) === "epg.xml") {
    const options = { ...parseQuery(Query, search), nowMs };
    return {
      contentType: "application/xml; charset=utf-8",
      version: `${await xmltvVersion(ids, options)} ${callContext.getStore()?.origin}`,
      pieces: () => xmltvFeed(ids, options),
    };
  }
  const guide = name === undefined ? "/v1/epg.xml" : `/v1/channels/${name}/epg.xml`;
  const text = await m3uText(ids, publicUrl(guide));
  return { contentType: "audio/x-mpegurl; charset=utf-8", version: text, pieces: () => Readable.from([text]) };
}

async function m3uText(ids: readonly string[], guideUrl: string): Promise<string> {
  const channels = [];
  for await (const some of channelsInTurn(ids)) channels.push(...some.map(feedChannel));
  return m3uPlaylist(channels, guideUrl);
}

async function send(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  bodies: FeedBodies,
  feed: Feed,
): Promise<void> {
  const hash = createHash("sha1").update(feed.version).digest("base64url");
  const packs = acceptsGzip(incoming);
  const etag = packs ? `"${hash}-gzip"` : `"${hash}"`;
  const headers = {
    ...PUBLIC_HEADERS,
    "Cache-Control": CACHE_CONTROL,
    ETag: etag,
    Vary: "Accept-Encoding",
    "X-Request-Id": callContext.getStore()?.requestId,
  };
  const known = incoming.headers["if-none-match"];
  if (known !== undefined && namesTag(known, etag)) {
    outgoing.writeHead(304, headers).end();
    return;
  }
  const encoding = packs && { "Content-Encoding": "gzip" };
  const full = { ...headers, "Content-Type": feed.contentType, ...encoding };
  if (incoming.method === "HEAD") {
    outgoing.writeHead(200, full).end();
    return;
  }
  const body = await bodies.body(hash, feed.pieces);
  const isWhole = Buffer.isBuffer(body);
  outgoing.writeHead(200, { ...full, ...(packs && isWhole && { "Content-Length": body.length }) });
  const stream = isWhole ? Readable.from([body]) : body;
  await (packs ? pipeline(stream, outgoing) : pipeline(stream, createGunzip(), outgoing)).catch((thrown) => {
    // A client that leaves early is no error of ours; anything else cuts the reply, so that nobody takes it for whole.
    if (!outgoing.destroyed) throw thrown;
  });
}
