import type { ListChannelsQuery, PublicChannelList } from "@/core/channels/contract";
import { db } from "../db";
import { nowNextOf } from "./now-next";
import { publicChannelView } from "./public-channel-view";

/** One page of all channels on the air, by name, with what they play now and next. */
export async function listPublicChannels({ page, per_page }: ListChannelsQuery): Promise<PublicChannelList> {
  const [ids, total] = await Promise.all([
    db.$queryRaw<{ id: string }[]>`
      SELECT id FROM channel WHERE status = 'published' ORDER BY name COLLATE "und-x-icu", id
      LIMIT ${per_page} OFFSET ${(page - 1) * per_page}`,
    db.channel.count({ where: { status: "published" } }),
  ]);
  const order = ids.map(({ id }) => id);
  const [rows, nowNext] = await Promise.all([
    db.channel.findMany({ where: { id: { in: order } } }),
    nowNextOf(order, new Date()),
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const items = order.flatMap((id) => {
    const row = byId.get(id);
    return row ? [publicChannelView(row, nowNext.get(id))] : [];
  });
  return { items, total, page, perPage: per_page };
}
