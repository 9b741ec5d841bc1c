export const DELIMITERS = [",", ";", "\t"] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** What separates the cells of a file, by its first row: the sign that stands there most often outside of quotes. */
export function delimiterOf(start: string): Delimiter {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const character of start) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if ((character === "\n" || character === "\r") && counts.size > 0) break;
    else if ((DELIMITERS as readonly string[]).includes(character)) {
      counts.set(character, (counts.get(character) ?? 0) + 1);
    }
  }
  return DELIMITERS.reduce<Delimiter>((best, sign) => (count(counts, sign) > count(counts, best) ? sign : best), ",");
}

function count(counts: ReadonlyMap<string, number>, sign: string): number {
  return counts.get(sign) ?? 0;
}
