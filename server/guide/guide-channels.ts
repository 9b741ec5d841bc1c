import type { M3uChannel } from "@/core/guide/m3u";
import type { XmltvChannel } from "@/core/guide/xmltv";
import type { Channel } from "@/generated/prisma/client";
import { channelFace } from "../channels/channel-view";
import { db } from "../db";

/** A channel as feeds name it. */
export function feedChannel(channel: Channel): M3uChannel & XmltvChannel {
  return { ...channelFace(channel), catchUpHours: channel.catchUpHours };
}

/** Ids of all channels on the air, by name. */
export async function publishedChannelIds(): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM channel WHERE status = 'published' ORDER BY name COLLATE "und-x-icu", id`;
  return rows.map(({ id }) => id);
}

/** These channels in the same order, a few at a time, without those that are gone. */
export async function* channelsInTurn(ids: readonly string[]): AsyncGenerator<Channel[]> {
  for (let index = 0; index < ids.length; index += AT_ONCE) {
    const wanted = ids.slice(index, index + AT_ONCE);
    const rows = new Map((await db.channel.findMany({ where: { id: { in: wanted } } })).map((row) => [row.id, row]));
    yield wanted.flatMap((id) => rows.get(id) ?? []);
  }
}

const AT_ONCE = 100;
