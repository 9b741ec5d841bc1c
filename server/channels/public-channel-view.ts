import { Category, type PublicChannel } from "@/core/channels/contract";
import type { Channel } from "@/generated/prisma/client";
import { channelAddresses } from "./channel-view";
import type { NowAndNext } from "./now-next";

/** A channel as everybody sees it. */
export function publicChannelView(row: Channel, nowNext: NowAndNext | undefined): PublicChannel {
  return {
    ...channelAddresses(row),
    id: row.id,
    slug: row.slug,
    name: row.name,
    description: row.description,
    kind: row.kind,
    category: Category.catch("other").parse(row.category),
    timezone: row.timezone,
    now: nowNext?.now ?? null,
    next: nowNext?.next ?? null,
  };
}
