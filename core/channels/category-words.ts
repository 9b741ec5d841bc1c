import type { CATEGORIES } from "./categories";

/** Categories as people read them. */
export const CATEGORY_WORDS = {
  entertainment: "Entertainment",
  movies: "Movies",
  news: "News",
  sports: "Sports",
  music: "Music",
  kids: "Kids",
  education: "Education",
  documentary: "Documentary",
  lifestyle: "Lifestyle",
  gaming: "Gaming",
  faith: "Faith",
  other: "More channels",
} as const satisfies Record<(typeof CATEGORIES)[number], string>;
