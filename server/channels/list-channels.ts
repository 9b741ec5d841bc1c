import type { Actor } from "@/core/actor";
import type { ChannelList, ListChannelsQuery } from "@/core/channels/contract";
import { db } from "../db";
import { channelView } from "./channel-view";

/** One page of the creator's channels, oldest first: a channel keeps its place. */
export async function listChannels(actor: Actor, { page, per_page }: ListChannelsQuery): Promise<ChannelList> {
  const where = { ownerId: actor.userId };
  const [rows, total] = await Promise.all([
    db.channel.findMany({
      where,
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      skip: (page - 1) * per_page,
      take: per_page,
    }),
    db.channel.count({ where }),
  ]);
  return { items: rows.map(channelView), total, page, perPage: per_page };
}
