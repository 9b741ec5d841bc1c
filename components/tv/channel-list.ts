import type { ChannelList, PublicChannelList } from "@/core/channels/contract";
import { lineUp, type TvChannel } from "@/core/tv/line-up";
import type { TvSession } from "./tv-session";

const PER_PAGE = 100;
/** A thousand channels: more than anybody zaps through, and than an old television should hold. */
const MOST_PAGES = 10;

type Page<T> = { items: T[]; total: number };

/** All channels for this television; null while they cannot be read. */
export async function readChannels(session: TvSession): Promise<TvChannel[] | null> {
  const [published, own] = await Promise.all([
    readAll<PublicChannelList["items"][number]>(session, "/v1/channels"),
    session.isSignedIn ? readAll<ChannelList["items"][number]>(session, "/v1/creator/channels") : [],
  ]);
  if (!published) return null;
  // Who was signed out meanwhile sees what everybody sees.
  if (!own && session.isSignedIn) return null;
  return lineUp(published, own ?? []);
}

async function readAll<T>(session: TvSession, path: string): Promise<T[] | null> {
  const all: T[] = [];
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { body } = await session.ask<Page<T>>("GET", `${path}?per_page=${PER_PAGE}&page=${page}`);
    if (!body) return null;
    all.push(...body.items);
    if (all.length >= body.total || body.items.length === 0) break;
  }
  return all;
}
