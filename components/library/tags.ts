/** Limits of the API. */
export const MAX_TAGS = 50;
export const MAX_TAG_CHARACTERS = 60;

/** Adds what is written (one tag, or several with commas or line breaks) to a list, each once whatever its case. */
export function addTags(tags: readonly string[], text: string): string[] {
  const all = [...tags];
  for (const part of text.split(/[,\n]/)) {
    const tag = part.trim().replace(/\s+/g, " ").slice(0, MAX_TAG_CHARACTERS).trim();
    const known = all.some((other) => other.toLocaleLowerCase() === tag.toLocaleLowerCase());
    if (tag && !known && all.length < MAX_TAGS) all.push(tag);
  }
  return all;
}
