import { z } from "zod";
import { TimeZone } from "../channels/contract";
import { Id, Instant } from "../contract";

/** What a player tells: of a channel, of an item, or of an item on a channel. */
export const SendBeacon = z
  .strictObject({
    /** Random for every tab, and of nobody. */
    sessionId: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
    channelId: Id.optional(),
    contentItemId: Id.optional(),
    /** Where in the item the player is: 0 to 7 days. */
    positionSeconds: z
      .number()
      .min(0)
      .max(7 * 24 * 3600)
      .optional(),
    /** When it was, at most 24 h back and 5 min ahead; a beacon that says so can be sent again without counting twice. */
    at: Instant.optional(),
  })
  .refine(({ channelId, contentItemId }) => channelId !== undefined || contentItemId !== undefined, {
    error: "must be there where `contentItemId` is not",
    path: ["channelId"],
  });
export type SendBeacon = z.infer<typeof SendBeacon>;

/** What the audience did in a stretch of time. */
const figures = {
  /** `start` beacons. */
  views: z.int(),
  /** Sessions that sent any beacon; counted by HyperLogLog, with a standard error of 1.6 %. */
  viewers: z.int(),
  watchSeconds: z.int(),
  impressions: z.int(),
};
export const Figures = z.object(figures);
export type Figures = z.infer<typeof Figures>;

/** By one channel, or by all of the creator's. */
export const LiveQuery = z.object({ channelId: Id.optional() });
export type LiveQuery = z.infer<typeof LiveQuery>;

/** One `kpi` event: who watches now, and today's views and impressions in the account's time zone. */
export const LiveKpis = z.object({
  at: z.string(),
  viewers: z.int(),
  views: z.int(),
  impressions: z.int(),
  channels: z.array(z.object({ id: Id, viewers: z.int() })),
});
export type LiveKpis = z.infer<typeof LiveKpis>;

export const SummaryQuery = z.object({
  /** In which `today` begins; the account's where it is absent. */
  timezone: TimeZone.optional(),
});
export type SummaryQuery = z.infer<typeof SummaryQuery>;

/** Growth since last week as a fraction, 0.25 for a quarter more; null where last week is 0. */
export const Change = z.object({
  views: z.number().nullable(),
  viewers: z.number().nullable(),
  watchSeconds: z.number().nullable(),
  impressions: z.number().nullable(),
});
export type Change = z.infer<typeof Change>;

const Money = z.object({ amountMinor: z.int(), currency: z.string() });

export const Summary = z.object({
  today: Figures,
  /** The same weekday a week ago, up to the same time of day. */
  lastWeek: Figures,
  change: Change,
  revenue: Money.extend({
    /** Of the channels that earn in `currency`; null where they differ. */
    cpmMinor: z.int().nullable(),
    /** What channels in other currencies earned today. */
    others: z.array(Money),
  }),
  content: z.object({
    total: z.int(),
    ready: z.int(),
    processing: z.int(),
    failed: z.int(),
    durationSeconds: z.number(),
  }),
  channels: z.object({ total: z.int(), published: z.int() }),
  /** Beacons of today that were taken and not counted, by reason. */
  dropped: z.object({ bot: z.int(), absurd: z.int(), do_not_track: z.int() }),
});
export type Summary = z.infer<typeof Summary>;

export const Interval = z.enum(["minute", "hour", "day"]);
export type Interval = z.infer<typeof Interval>;

export const TimeseriesQuery = z.object({
  from: Instant,
  to: Instant,
  interval: Interval,
  channelId: Id.optional(),
  /** In which hours and days begin; the account's where it is absent. */
  timezone: TimeZone.optional(),
});
export type TimeseriesQuery = z.infer<typeof TimeseriesQuery>;

export const Point = z.object({ at: z.string(), ...figures });
export type Point = z.infer<typeof Point>;

/** One point for every interval that the window touches, in order, with zeroes where nobody came. */
export const Timeseries = z.object({ interval: Interval, points: z.array(Point) });
export type Timeseries = z.infer<typeof Timeseries>;

export const TopQuery = z.object({
  from: Instant,
  to: Instant,
  channelId: Id.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(10),
});
export type TopQuery = z.infer<typeof TopQuery>;

export const TopLists = z.object({
  /** Most watched first. */
  content: z.array(z.object({ id: Id, title: z.string(), posterUrl: z.string().nullable(), ...figures })),
  channels: z.array(z.object({ id: Id, name: z.string(), slug: z.string(), ...figures })),
});
export type TopLists = z.infer<typeof TopLists>;

/** All time where `from` and `to` are absent. */
export const RetentionQuery = z.object({ contentItemId: Id, from: Instant.optional(), to: Instant.optional() });
export type RetentionQuery = z.infer<typeof RetentionQuery>;

export const Retention = z.object({
  contentItemId: Id,
  durationSeconds: z.number(),
  /**
   * Stretches of the item in order: how long they were watched in all, and that as a share of the stretch that was
   * watched most.
   */
  points: z.array(z.object({ positionSeconds: z.number(), watchSeconds: z.number(), share: z.number() })),
});
export type Retention = z.infer<typeof Retention>;
