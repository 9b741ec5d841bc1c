import { createHash } from "node:crypto";
import { XMLTV_FOOT, XMLTV_HEAD, xmltvChannel, xmltvProgramme } from "@/core/guide/xmltv";
import type { Channel } from "@/generated/prisma/client";
import { channelGuide, guideVersions } from "./channel-guide";
import { channelsInTurn, feedChannel } from "./guide-channels";
import { programmesOf } from "./programmes";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export interface XmltvOptions {
  /** How far ahead the feed reaches. */
  days: number;
  nowMs: number;
}

/**
 * The XMLTV feed of some channels, piece by piece, so that no more than one channel is in memory at a time. It begins
 * an hour back, or as far as a channel's programmes can be watched again.
 */
export async function* xmltvFeed(channelIds: readonly string[], options: XmltvOptions): AsyncGenerator<string> {
  yield XMLTV_HEAD;
  for await (const channels of channelsInTurn(channelIds))
    yield channels.map((channel) => xmltvChannel(feedChannel(channel))).join("");
  for await (const channels of channelsInTurn(channelIds))
    for (const channel of channels) yield await programmesText(channel, options);
  yield XMLTV_FOOT;
}

/** Differs when the feed does: with every change of a channel or its library, and every hour. */
export async function xmltvVersion(channelIds: readonly string[], { days, nowMs }: XmltvOptions): Promise<string> {
  const hash = createHash("sha1").update(`${days} ${hourOf(nowMs)}`);
  for await (const channels of channelsInTurn(channelIds)) {
    const versions = await guideVersions(channels);
    for (const channel of channels)
      hash.update(JSON.stringify([feedChannel(channel), channel.description, versions.get(channel.id)]));
  }
  return hash.digest("base64url");
}

async function programmesText(channel: Channel, { days, nowMs }: XmltvOptions): Promise<string> {
  const hourMs = hourOf(nowMs);
  const fromMs = hourMs - Math.max(1, channel.catchUpHours) * HOUR_MS;
  const entries = await channelGuide(channel, { fromMs, untilMs: hourMs + days * DAY_MS, nowMs });
  const face = feedChannel(channel);
  return (await programmesOf(channel, entries)).map((programme) => xmltvProgramme(face, programme)).join("");
}

function hourOf(nowMs: number): number {
  return Math.floor(nowMs / HOUR_MS) * HOUR_MS;
}
