import type { Actor } from "@/core/actor";
import { type Window, windowFrom } from "@/core/analytics/buckets";
import type { Figures, TopLists, TopQuery } from "@/core/analytics/contract";
import { posterUrlOf } from "../artwork/posters-of";
import { ownChannel } from "../channels/own-channel";
import { db } from "../db";
import { type Sums, sumsByChannel, sumsByItem } from "./figures";
import { viewersByScope } from "./viewers";

type Ranked = Sums & { id: string };

/**
 * The items and channels that were watched longest in a window. What was deleted since is left out. Who came is counted
 * by whole quarters of an hour.
 * @throws request.invalid, resource.not_found
 */
export async function topLists(actor: Actor, query: TopQuery, now = new Date()): Promise<TopLists> {
  const { channelId, limit } = query;
  const window = windowFrom(query);
  if (channelId) await ownChannel(actor, channelId);
  const span = { ownerId: actor.userId, window, channelId, nowMs: now.getTime() };
  const [byItem, byChannel] = await Promise.all([sumsByItem(span), sumsByChannel(span)]);
  const [content, channels] = await Promise.all([
    contentOf(actor, ranked(byItem), limit, window),
    channelsOf(actor, ranked(byChannel), limit, window),
  ]);
  return { content, channels };
}

function ranked(rows: Ranked[]): Ranked[] {
  return rows.sort((a, b) => b.watchMs - a.watchMs || b.views - a.views || (a.id < b.id ? -1 : 1));
}

async function contentOf(
  actor: Actor,
  rows: readonly Ranked[],
  limit: number,
  window: Window,
): Promise<TopLists["content"]> {
  const items = await db.contentItem.findMany({
    where: { id: { in: rows.map(({ id }) => id) }, ownerId: actor.userId, status: { not: "deleted" } },
    select: {
      id: true,
      title: true,
      encodingId: true,
      artwork: true,
      encodings: { select: { id: true, pictures: true } },
    },
  });
  const known = new Map(items.map((item) => [item.id, item]));
  const shown = rows.filter(({ id }) => known.has(id)).slice(0, limit);
  const figures = await withViewers(shown, window);
  return shown.map(({ id }) => {
    const { title, encodings, ...item } = known.get(id)!;
    const pictures = encodings.find((encoding) => encoding.id === item.encodingId)?.pictures ?? {};
    return { id, title, posterUrl: posterUrlOf({ ...item, pictures }), ...figures.get(id)! };
  });
}

async function channelsOf(
  actor: Actor,
  rows: readonly Ranked[],
  limit: number,
  window: Window,
): Promise<TopLists["channels"]> {
  const channels = await db.channel.findMany({
    where: { id: { in: rows.map(({ id }) => id) }, ownerId: actor.userId },
    select: { id: true, name: true, slug: true },
  });
  const known = new Map(channels.map((channel) => [channel.id, channel]));
  const shown = rows.filter(({ id }) => known.has(id)).slice(0, limit);
  const figures = await withViewers(shown, window);
  return shown.map(({ id }) => ({ ...known.get(id)!, ...figures.get(id)! }));
}

async function withViewers(rows: readonly Ranked[], window: Window): Promise<Map<string, Figures>> {
  const viewers = await viewersByScope(
    rows.map(({ id }) => id),
    window,
  );
  return new Map(
    rows.map(({ id, views, impressions, watchMs }) => [
      id,
      { views, viewers: viewers.get(id) ?? 0, watchSeconds: Math.round(watchMs / 1000), impressions },
    ]),
  );
}
