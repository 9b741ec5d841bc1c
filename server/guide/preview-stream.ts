import type { z } from "zod";
import type { Actor } from "@/core/actor";
import { AppError } from "@/core/errors";
import { PREVIEW_HOURS, type PreviewPlaylist } from "@/core/guide/preview-contract";
import { COMMIT_HORIZON_MS, LEAD_MS, tableIdOf } from "@/core/playout/airing";
import { masterPlaylist } from "@/core/playout/master-playlist";
import { mediaPlaylist, PLAYLISTS } from "@/core/playout/media-playlist";
import { mediaWindow } from "@/core/playout/media-window";
import { ownChannel } from "../channels/own-channel";
import { db } from "../db";
import { segmentTables } from "../playout/segment-tables";
import { forecastAirings } from "./forecast-airings";

/** Of clocks that disagree. */
const EARLY_MS = 60_000;

/**
 * A playlist of the actor's channel for its own player, by the functions that put channels on air: what is on air, and
 * of a draft what would be if it had gone on the air at `since`. Nothing is written.
 * @throws request.invalid, resource.not_found, server.unavailable
 */
export async function previewStream(
  actor: Actor,
  { id, rendition }: z.output<typeof PreviewPlaylist>,
  since: Date,
  now = new Date(),
): Promise<string> {
  const channel = await ownChannel(actor, id);
  refuseFar(since, now);
  if (rendition === "master.m3u8") return masterPlaylist(`?since=${encodeURIComponent(since.toISOString())}`);
  const nowMs = now.getTime();
  const began = channel.status === "published" ? now : new Date(Math.min(since.getTime(), nowMs));
  const airings = await forecastAirings(channel.id, nowMs - 2 * LEAD_MS, nowMs + COMMIT_HORIZON_MS, began);
  const tables = await segmentTables((sql, values) => db.$queryRawUnsafe(sql, ...values), airings.map(tableIdOf));
  const window = mediaWindow(airings, tables, nowMs);
  const name = PLAYLISTS.find((each) => rendition === `${each}.m3u8`);
  if (!window || !name)
    throw new AppError("server.unavailable", "The preview is about to begin. Try again in a moment.");
  return mediaPlaylist(window, name);
}

function refuseFar(since: Date, now: Date): void {
  const agoMs = now.getTime() - since.getTime();
  if (agoMs >= -EARLY_MS && agoMs <= PREVIEW_HOURS * 3_600_000) return;
  const message = `must lie within the last ${PREVIEW_HOURS} hours`;
  const issues = [{ path: ["since"], code: "custom", message }];
  throw new AppError("request.invalid", `\`since\` ${message}.`, { issues });
}
