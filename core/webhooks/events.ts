import { z } from "zod";
import { ContentType } from "../content/item-types";
import { Id } from "../contract";
import { EVENT_TYPES, type EventName } from "./event-words";

/** What a webhook says. A type is stable for ever; fields are only ever added. */
interface EventKind {
  data: z.ZodType;
  /** What a test sends, and what the documentation shows. */
  example: unknown;
}

const Reason = z.object({ code: z.string(), message: z.string() });
const At = z.string().meta({ description: "ISO 8601 instant" });
const OfItem = z.object({ contentItemId: Id, title: z.string() });
const OfChannel = z.object({ channelId: Id, slug: z.string(), name: z.string() });

const ITEM = { contentItemId: "019aa5a0-4c1e-7b6e-9d6a-0b7c3f1e2d4a", title: "The Late Film" };
const CHANNEL = { channelId: "019aa5a0-51f2-7e0d-8c11-5e9a7d30b6f4", slug: "harbour-tv", name: "Harbour TV" };
const JOB_ID = "019aa5a0-57c3-7a92-b0de-63c1f8a4e915";
const BLOCK_ID = "019aa5a0-5d44-7f18-a2f7-1c8e40d9b36b";

export const EVENTS = {
  "content.ready": {
    data: OfItem.extend({ type: ContentType, durationSeconds: z.number().nullable() }),
    example: { ...ITEM, type: "movie", durationSeconds: 5412.4 },
  },
  "content.failed": {
    data: OfItem.extend({ error: Reason }),
    example: { ...ITEM, error: { code: "source.damaged", message: "The file is damaged and cannot be read." } },
  },
  "content.blocked": {
    data: OfItem.extend({ reason: z.string(), removedBlocks: z.int() }),
    example: { ...ITEM, reason: "The rights of this film are not cleared.", removedBlocks: 2 },
  },
  "import.finished": {
    data: z.object({
      jobId: Id,
      kind: z.enum(["import", "csv"]),
      status: z.enum(["done", "failed"]),
      contentItemId: Id.nullable(),
      error: Reason.nullable(),
    }),
    example: { jobId: JOB_ID, kind: "import", status: "done", contentItemId: ITEM.contentItemId, error: null },
  },
  "channel.published": {
    data: OfChannel,
    example: CHANNEL,
  },
  "channel.unpublished": {
    data: OfChannel.extend({ leavesAirAt: At }),
    example: { ...CHANNEL, leavesAirAt: "2027-03-01T20:00:02.000Z" },
  },
  "channel.off_air_risk": {
    data: OfChannel.extend({ slateFrom: At }),
    example: { ...CHANNEL, slateFrom: "2027-03-01T21:30:00.000Z" },
  },
  "airing.started": {
    data: OfChannel.extend({
      kind: z.enum(["content", "filler"]),
      contentItemId: Id.nullable(),
      blockId: Id.nullable(),
      title: z.string(),
      startsAt: At,
    }),
    example: {
      ...CHANNEL,
      kind: "content",
      contentItemId: ITEM.contentItemId,
      blockId: BLOCK_ID,
      title: ITEM.title,
      startsAt: "2027-03-01T20:00:00.000Z",
    },
  },
  "schedule.changed": {
    data: OfChannel.extend({ etag: z.string() }),
    example: { ...CHANNEL, etag: `"${CHANNEL.channelId}.42"` },
  },
  "schedule.gap_ahead": {
    data: OfChannel.extend({ startsAt: At, endsAt: At.nullable() }),
    example: { ...CHANNEL, startsAt: "2027-03-01T22:00:00.000Z", endsAt: "2027-03-01T22:30:00.000Z" },
  },
} as const satisfies Record<EventName, EventKind>;

export type EventData<T extends EventType> = z.input<(typeof EVENTS)[T]["data"]>;

export type EventType = EventName;
export const EventType = z.enum(EVENT_TYPES);

/** The body of a delivery, in the shape that Standard Webhooks recommends. */
export function payloadOf<T extends EventType>(type: T) {
  return z.object({
    type: z.literal(type),
    timestamp: At.meta({ description: "When it happened: ISO 8601 instant" }),
    data: EVENTS[type].data,
    /** Of a delivery that somebody sent to try the endpoint: nothing has happened. */
    test: z.literal(true).optional(),
  });
}
