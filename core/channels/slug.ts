import { searchTitle } from "../content/search-title";

const MAX_CHARACTERS = 60;

/** Cyrillic and Greek letters as Latin ones, so that a channel's address can be read aloud. */
const LATIN: Record<string, string> = Object.fromEntries(
  [
    "а a б b в v г h ґ g д d е e є ie ж zh з z и i і i ї i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ  ы y ь  э e ю iu я ia",
    "α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o",
  ].flatMap((table) => pairs(table)),
);

function pairs(table: string): [string, string][] {
  const words = table.split(" ");
  return words.flatMap((word, index) => (index % 2 === 0 ? [[word, words[index + 1] ?? ""] as [string, string]] : []));
}

const LOOKS_LIKE_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/**
 * The address of a channel made from its name: lower-case Latin letters, digits and single hyphens, 1–60 characters.
 * Names that leave nothing become `channel`.
 */
export function slugOf(name: string): string {
  const latin = Array.from(searchTitle(name), (letter) => LATIN[letter] ?? letter).join("");
  const slug = latin
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_CHARACTERS)
    .replace(/^-+|-+$/g, "");
  if (slug === "") return "channel";
  return LOOKS_LIKE_ID.test(slug) ? `channel-${slug}`.slice(0, MAX_CHARACTERS).replace(/-+$/, "") : slug;
}

/** The first of `slug`, `slug-2`, `slug-3`, … that is not taken. */
export function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  if (!taken.has(slug)) return slug;
  for (let number = 2; ; number++) {
    const suffix = `-${number}`;
    const candidate = slug.slice(0, MAX_CHARACTERS - suffix.length).replace(/-+$/, "") + suffix;
    if (!taken.has(candidate)) return candidate;
  }
}
