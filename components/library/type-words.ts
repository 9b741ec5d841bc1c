import type { ContentType } from "@/core/content/item-types";

/** The types of items in a creator's words: one of them, and many. */
export const TYPE_WORDS: Record<ContentType, { one: string; many: string }> = {
  movie: { one: "Movie", many: "Movies" },
  episode: { one: "Episode", many: "Episodes" },
  series: { one: "Series", many: "Series" },
  season: { one: "Season", many: "Seasons" },
  channel: { one: "Channel", many: "Channels" },
  event: { one: "Event", many: "Events" },
  news: { one: "News", many: "News" },
  podcast: { one: "Podcast", many: "Podcasts" },
  short: { one: "Short", many: "Shorts" },
};

/** Whether an item holds others and has no file of its own. */
export function isContainer(item: { type: ContentType; sourceKind: string }): boolean {
  return item.sourceKind === "none" && (item.type === "series" || item.type === "season");
}
