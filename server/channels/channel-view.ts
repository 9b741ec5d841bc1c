import { Autofill, Category, type Channel, Filler } from "@/core/channels/contract";
import type { Channel as ChannelRow } from "@/generated/prisma/client";
import { mediaUrl, publicUrl } from "../public-url";

/** What owner and audience see alike: name, kind and addresses of a channel. */
export function channelFace(row: ChannelRow) {
  return {
    ...channelAddresses(row),
    id: row.id,
    slug: row.slug,
    number: row.number,
    name: row.name,
    description: row.description,
    kind: row.kind,
    category: Category.catch("other").parse(row.category),
    timezone: row.timezone,
  };
}

/** A channel as its owner sees it. */
export function channelView(row: ChannelRow): Channel {
  return {
    ...channelFace(row),
    status: row.status,
    cpmMinor: row.cpmMinor,
    currency: row.currency,
    filler: Filler.catch({}).parse(row.filler),
    autofill: Autofill.catch(Autofill.parse({})).parse(row.autofill),
    autofilledUntil: row.autofilledUntil?.toISOString() ?? null,
    loopOrder: row.loopOrder,
    guideFillerSeconds: row.guideFillerSeconds,
    catchUpHours: row.catchUpHours,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** Where viewers find a channel. */
function channelAddresses(row: Pick<ChannelRow, "slug" | "logoKey">) {
  return {
    logoUrl: row.logoKey === null ? null : mediaUrl(row.logoKey),
    hlsUrl: publicUrl(`/v1/channels/${row.slug}/master.m3u8`),
    watchUrl: publicUrl(`/watch/${row.slug}`),
  };
}
