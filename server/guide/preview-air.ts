import type { Actor } from "@/core/actor";
import { AppError } from "@/core/errors";
import type { AirPreview } from "@/core/guide/preview-contract";
import { type Airing, tableIdOf } from "@/core/playout/airing";
import { firmUntilUs } from "@/core/playout/plan-ahead";
import { stretchUs } from "@/core/playout/track-time";
import { ownChannel } from "../channels/own-channel";
import { db } from "../db";
import { segmentTables } from "../playout/segment-tables";
import { publicUrl } from "../public-url";
import { FORECAST_DAYS, forecastAirings } from "./forecast-airings";

const DAY_MS = 24 * 3_600_000;

/**
 * What a channel plays at an instant, past or up to fourteen days ahead, by the function that commits. A draft is
 * told as if it went on the air now.
 * @throws request.invalid, resource.not_found
 */
export async function previewAir(actor: Actor, channelId: string, at: Date, now = new Date()): Promise<AirPreview> {
  const channel = await ownChannel(actor, channelId);
  const atMs = at.getTime();
  if (atMs > now.getTime() + FORECAST_DAYS * DAY_MS) throw tooFar();
  const airings = await forecastAirings(channel.id, atMs, atMs + 1, now);
  const airing = airings.find((each) => each.startsAtUs <= atMs * 1000 && each.endsAtUs > atMs * 1000);
  const isDecided = channel.status === "published" ? atMs * 1000 < firmUntilUs(now.getTime()) : at <= now;
  return { at: at.toISOString(), isDecided, airing: airing ? await airingAt(airing, atMs) : null };
}

async function airingAt(airing: Airing, atMs: number): Promise<NonNullable<AirPreview["airing"]>> {
  const { kind, contentItemId, blockId, startsAtUs, endsAtUs, firstSegment } = airing;
  const [tables, item] = await Promise.all([
    segmentTables((sql, values) => db.$queryRawUnsafe(sql, ...values), [tableIdOf(airing)]),
    contentItemId && db.contentItem.findUnique({ where: { id: contentItemId }, select: { title: true, status: true } }),
  ]);
  const track = tables.get(tableIdOf(airing))?.video;
  const offsetUs = (track ? stretchUs(track, 0, firstSegment) : 0) + atMs * 1000 - startsAtUs;
  const playable = item && item.status === "ready";
  return {
    kind,
    title: item ? item.title : "Slate",
    contentItemId,
    blockId,
    startsAt: new Date(startsAtUs / 1000).toISOString(),
    endsAt: new Date(endsAtUs / 1000).toISOString(),
    offsetSeconds: Math.round(offsetUs / 1000) / 1000,
    hlsUrl: playable ? publicUrl(`/v1/creator/content/${contentItemId}/master.m3u8`) : null,
  };
}

function tooFar(): AppError {
  const message = `must be at most ${FORECAST_DAYS} days ahead`;
  return new AppError("request.invalid", `\`at\` ${message}.`, { issues: [{ path: ["at"], code: "custom", message }] });
}
