/** What a channel can be about. Apart from the contract, so that pages can list them without loading zod. */
export const CATEGORIES = [
  "entertainment",
  "movies",
  "news",
  "sports",
  "music",
  "kids",
  "education",
  "documentary",
  "lifestyle",
  "gaming",
  "faith",
  "other",
] as const;
