/** Types of items. Without schemas, which no page needs before it sends something. */
export const CONTENT_TYPES = [
  "movie",
  "episode",
  "series",
  "season",
  "channel",
  "event",
  "news",
  "podcast",
  "short",
] as const;

/** Types that hold other items and may stand without a file of their own. */
export const CONTAINER_TYPES = ["series", "season"] as const;
