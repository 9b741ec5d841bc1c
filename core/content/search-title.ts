/** Letters that Unicode does not take apart into a base letter and an accent, though people search them without it. */
const PLAIN: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ı: "i",
};

/**
 * A title, or what somebody searches for, without regard to case, accents and width: "Ökologie" and "okologie" are
 * alike. Both sides of a search pass through here.
 */
export function searchTitle(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/[ßæœøłđðþħı]/g, (letter) => PLAIN[letter] ?? letter);
}

/** A pattern for LIKE that finds `text` anywhere; `%`, `_` and `\` in it stand for themselves. */
export function containsPattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}
