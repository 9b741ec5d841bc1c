import { scheduleEtag } from "@/core/schedule/etag";
import type { Channel } from "@/generated/prisma/client";
import type { Tx } from "../db";
import { emitEvent } from "./emit-event";

type Named = Pick<Channel, "id" | "ownerId" | "slug" | "name">;

/** How every event names the channel that it is about. */
export function channelFields({ id, slug, name }: Named) {
  return { channelId: id, slug, name };
}

export async function tellPublished(tx: Tx, channel: Named): Promise<void> {
  const data = channelFields(channel);
  await emitEvent(tx, channel.ownerId, { type: "channel.published", resourceId: channel.id, data });
}

export async function tellUnpublished(tx: Tx, channel: Named, leavesAt: Date): Promise<void> {
  const data = { ...channelFields(channel), leavesAirAt: leavesAt.toISOString() };
  await emitEvent(tx, channel.ownerId, { type: "channel.unpublished", resourceId: channel.id, data });
}

/** Call it with the row as it is after the edit, under the channel's lock. */
export async function tellScheduleChanged(tx: Tx, channel: Named & Pick<Channel, "scheduleVersion">): Promise<void> {
  const data = { ...channelFields(channel), etag: scheduleEtag(channel) };
  await emitEvent(tx, channel.ownerId, { type: "schedule.changed", resourceId: channel.id, data });
}
