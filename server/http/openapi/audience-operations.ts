import { z } from "zod";
import { BEACON_KINDS } from "@/core/analytics/beacon";
import { LiveQuery } from "@/core/analytics/contract";
import { ByIdOrSlug } from "@/core/channels/contract";
import { Id, Instant } from "@/core/contract";
import type { PathTable } from "./document";
import type { Operation, ReplyHeaders } from "./operation";

const HLS = ["application/vnd.apple.mpegurl"];
const HEADERS: ReplyHeaders = {
  ETag: { description: "Of this form of the answer; for `If-None-Match`." },
  "Cache-Control": { description: "For how long a cache may answer." },
};
const Playlist = z.enum(["master", "1080p", "720p", "480p", "360p", "audio", "captions"]);
const OnAir = ByIdOrSlug.extend({ playlist: Playlist });
const Delay = z.object({ delay: z.coerce.number().int().min(0).max(999_999_999).optional() });
const FeedDays = z.object({ days: z.coerce.number().int().min(1).max(14).default(14) });

interface Feed extends Pick<Operation, "id" | "tag" | "summary" | "description" | "params" | "query" | "errors"> {
  types: readonly string[];
}

/** Answered by the origin server from memory: for anybody, from any page, with an entity tag. */
function feed({ types, ...rest }: Feed): { operation: Operation } {
  const requestHeaders = { "If-None-Match": { description: "The entity tag that you hold.", example: '"9f2c1d"' } };
  const success = [
    { status: 200, types, headers: HEADERS },
    { status: 304, headers: HEADERS },
  ];
  return { operation: { ...rest, access: "public", cors: true, requestHeaders, success } };
}

/** Spelled out for its readers; the origin checks beacons by hand, because it takes so many. */
const Beacon = z
  .strictObject({
    sessionId: z
      .string()
      .min(8)
      .max(64)
      .regex(/^[A-Za-z0-9_-]+$/),
    channelId: Id.optional(),
    contentItemId: Id.optional(),
    positionSeconds: z.number().min(0).max(604_800).optional(),
    at: Instant.optional(),
  })
  .meta({ description: "At least one of `channelId` and `contentItemId` is given." });

/** What audiences get from the origin server, which has no route files. */
export const AUDIENCE_OPERATIONS: PathTable = {
  "/v1/creator/analytics/stream": {
    GET: {
      operation: {
        id: "streamLiveKpis",
        tag: "Analytics",
        summary: "Live figures as server-sent events",
        description:
          "An event `kpi` at once and then every five seconds, each with `LiveKpis` as its data. It ends within a second when the key or session does.",
        access: "analytics:read",
        query: LiveQuery,
        errors: ["resource.not_found"],
        success: [{ status: 200, types: ["text/event-stream"] }],
      },
    },
  },
  "/v1/beacons/{beacon}": {
    POST: {
      operation: {
        id: "sendBeacon",
        tag: "Beacons",
        summary: "Tell of a viewing: that it starts, goes on, showed something, or ends",
        description:
          "`navigator.sendBeacon` works: the body may be sent as text. Repeats of one beacon (`sessionId`, which beacon, and `at`) count once.",
        access: "public",
        cors: true,
        limit: "beacons",
        params: z.object({ beacon: z.enum(BEACON_KINDS) }),
        body: { types: ["application/json", "text/plain"], schema: Beacon, maxBytes: 16_384 },
        success: [{ status: 204 }],
      },
    },
  },
  "/v1/channels/{idOrSlug}/{playlist}.m3u8": {
    GET: feed({
      id: "getPlaylist",
      tag: "Playback",
      summary: "A playlist of a channel on the air",
      description:
        "`master` is what a player opens; it names the others. With `delay`, the channel as it was that many seconds ago, as far as its catch-up reaches.",
      params: OnAir,
      query: Delay,
      errors: ["request.malformed"],
      types: HLS,
    }),
  },
  "/v1/channels/{idOrSlug}/airings/{blockId}/{playlist}.m3u8": {
    GET: feed({
      id: "getProgrammePlaylist",
      tag: "Playback",
      summary: "A playlist of one programme, from its start",
      description: "Of a programme that has aired, as long as the channel's catch-up reaches, or is on the air.",
      params: OnAir.extend({ blockId: Id }),
      types: HLS,
    }),
  },
  "/v1/captions/{contentItemId}/{encodingId}/{captionId}/{file}": {
    GET: feed({
      id: "getCaptionSegment",
      tag: "Playback",
      summary: "A segment of captions, or their playlist",
      description: "Playlists name these addresses; there is no need to make one.",
      params: z.object({
        contentItemId: Id,
        encodingId: Id,
        captionId: Id,
        file: z
          .string()
          .max(20)
          .regex(/^(\d{5}\.vtt|playlist\.m3u8)$/),
      }),
      types: ["text/vtt", ...HLS],
    }),
  },
  "/v1/captions/none.vtt": {
    GET: feed({
      id: "getEmptyCaptionSegment",
      tag: "Playback",
      summary: "The segment of captions of an item without any",
      description: "Playlists name this address; there is no need to make one.",
      types: ["text/vtt"],
    }),
  },
  "/v1/channels/{idOrSlug}/epg.xml": {
    GET: feed({
      id: "getChannelXmltv",
      tag: "Public guide",
      summary: "The guide of a channel as XMLTV",
      params: ByIdOrSlug,
      query: FeedDays,
      types: ["application/xml"],
    }),
  },
  "/v1/channels/{idOrSlug}/channel.m3u": {
    GET: feed({
      id: "getChannelM3u",
      tag: "Public guide",
      summary: "A channel as a list for players",
      params: ByIdOrSlug,
      types: ["audio/x-mpegurl"],
    }),
  },
  "/v1/epg.xml": {
    GET: feed({
      id: "getXmltv",
      tag: "Public guide",
      summary: "The guide of all channels as XMLTV",
      query: FeedDays,
      types: ["application/xml"],
    }),
  },
  "/v1/channels.m3u": {
    GET: feed({
      id: "getM3u",
      tag: "Public guide",
      summary: "All channels on the air as a list for players",
      types: ["audio/x-mpegurl"],
    }),
  },
};
