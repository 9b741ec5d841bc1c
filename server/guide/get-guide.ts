import type { Actor } from "@/core/actor";
import type { Guide, GuideQuery } from "@/core/guide/contract";
import type { GuideEntry } from "@/core/guide/guide-entries";
import type { Stretch } from "@/core/schedule/gaps";
import { joinProgrammes } from "@/core/schedule/joined-programme";
import { windowOf } from "@/core/schedule/window";
import type { Channel } from "@/generated/prisma/client";
import { ownChannel } from "../channels/own-channel";
import { publishedChannel } from "../channels/published-channel";
import { db } from "../db";
import { channelGuide } from "./channel-guide";
import { FORECAST_DAYS } from "./forecast-airings";
import { programmesOf } from "./programmes";

const DAY_MS = 24 * 3_600_000;

/**
 * The guide of a channel on the air, for a day from now unless told otherwise: what aired, and what will air if
 * nobody changes anything, for fourteen days from now. Beyond that it is what is scheduled.
 * @throws request.invalid, resource.not_found
 */
export async function getGuide(idOrSlug: string, query: GuideQuery, now = new Date()): Promise<Guide> {
  return guideOf(await publishedChannel(idOrSlug), query, now);
}

/**
 * The same of the actor's own channel. A draft is told as if it went on the air now.
 * @throws request.invalid, resource.not_found
 */
export async function getOwnGuide(
  actor: Actor,
  channelId: string,
  query: GuideQuery,
  now = new Date(),
): Promise<Guide> {
  return guideOf(await ownChannel(actor, channelId), query, now);
}

async function guideOf(channel: Channel, query: GuideQuery, now: Date): Promise<Guide> {
  const from = query.from ?? now.toISOString();
  const to = query.to ?? new Date(Date.parse(from) + DAY_MS).toISOString();
  const window = windowOf({ from, to });
  const nowMs = now.getTime();
  const foretoldMs = nowMs + FORECAST_DAYS * DAY_MS;
  const untilMs = Math.min(window.toMs, foretoldMs);
  const airing = window.fromMs < untilMs ? await channelGuide(channel, { fromMs: window.fromMs, untilMs, nowMs }) : [];
  const beyondMs = Math.max(window.fromMs, foretoldMs, airing.at(-1)?.endsAtMs ?? 0);
  const scheduled = beyondMs < window.toMs ? await scheduledIn(channel.id, { ...window, fromMs: beyondMs }) : [];
  return {
    channelId: channel.id,
    from: new Date(window.fromMs).toISOString(),
    to: new Date(window.toMs).toISOString(),
    programmes: await programmesOf(channel, [...airing, ...scheduled]),
  };
}

/** The one block that began before the window is found by its place, not by a search through all that came before. */
async function scheduledIn(channelId: string, { fromMs, toMs }: Stretch): Promise<GuideEntry[]> {
  const from = new Date(fromMs);
  const running = await db.block.findFirst({
    where: { channelId, startsAt: { lte: from } },
    orderBy: { startsAt: "desc" },
    select: { startsAt: true },
  });
  const blocks = await db.block.findMany({
    where: { channelId, startsAt: { gte: running?.startsAt ?? from, lt: new Date(toMs) }, endsAt: { gt: from } },
    orderBy: { startsAt: "asc" },
  });
  const joinable = blocks.map((block) => ({
    ...block,
    startsAtMs: block.startsAt.getTime(),
    endsAtMs: block.endsAt.getTime(),
  }));
  return joinProgrammes(joinable).flatMap(({ head, startsAtMs, endsAtMs }) =>
    head.kind === "ad_break"
      ? []
      : [{ kind: head.kind, contentItemId: head.contentItemId, blockId: head.id, startsAtMs, endsAtMs }],
  );
}
