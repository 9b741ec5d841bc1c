import type { Guide, GuideQuery } from "@/core/channels/contract";
import type { Stretch } from "@/core/schedule/gaps";
import { windowOf } from "@/core/schedule/window";
import { db } from "../db";
import { JOIN_CONTENT, PROGRAMME_COLUMNS, type ProgrammeRow, programmeView } from "./programme";
import { publishedChannel } from "./published-channel";

const DAY_MS = 24 * 3_600_000;

/**
 * The guide of a channel on the air, for a day from now unless told otherwise: the scheduled programmes of a linear
 * channel, what is committed of a loop. Breaks are no programmes.
 * @throws request.invalid, resource.not_found
 */
export async function getGuide(idOrSlug: string, query: GuideQuery, now = new Date()): Promise<Guide> {
  const from = query.from ?? now.toISOString();
  const to = query.to ?? new Date(Date.parse(from) + DAY_MS).toISOString();
  const window = windowOf({ from, to });
  const channel = await publishedChannel(idOrSlug);
  const rows = await (channel.kind === "loop" ? airedIn(channel.id, window) : scheduledIn(channel.id, window));
  return {
    channelId: channel.id,
    from: new Date(window.fromMs).toISOString(),
    to: new Date(window.toMs).toISOString(),
    programmes: rows.map(programmeView),
  };
}

/** The one block that began before the window is found by its place, not by a search through all that came before. */
function scheduledIn(channelId: string, { fromMs, toMs }: Stretch): Promise<ProgrammeRow[]> {
  const from = new Date(fromMs);
  return db.$queryRaw`
    SELECT ${PROGRAMME_COLUMNS} FROM block slot ${JOIN_CONTENT}
    WHERE slot.channel_id = ${channelId}::uuid AND slot.kind <> 'ad_break'
      AND slot.starts_at >= coalesce((SELECT max(starts_at) FROM block
        WHERE channel_id = ${channelId}::uuid AND starts_at <= ${from}), ${from})
      AND slot.starts_at < ${new Date(toMs)} AND slot.ends_at > ${from}
    ORDER BY slot.starts_at`;
}

/** Airings follow one another without overlap, so the order of their ends is the order of their starts. */
function airedIn(channelId: string, { fromMs, toMs }: Stretch): Promise<ProgrammeRow[]> {
  return db.$queryRaw`
    SELECT ${PROGRAMME_COLUMNS} FROM airing slot ${JOIN_CONTENT}
    WHERE slot.channel_id = ${channelId}::uuid AND slot.kind = 'content'
      AND slot.ends_at > ${new Date(fromMs)} AND slot.starts_at < ${new Date(toMs)}
    ORDER BY slot.ends_at`;
}
