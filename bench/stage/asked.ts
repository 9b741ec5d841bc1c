/** A bench that is to run, and the parts of it that were named; none means all. */
export interface Asked {
  name: string;
  parts: string[];
}

/**
 * Reads the words of `npm run bench`: `playout` is a bench, `playout:requests` a part of it. Nothing named means all.
 * @throws Error that lists what there is, when a bench is unknown
 */
export function askedOf(words: readonly string[], names: readonly string[]): Asked[] {
  const asked = new Map<string, string[]>();
  for (const word of words) {
    const [name = "", part] = word.split(":");
    if (!names.includes(name)) throw new Error(`There is no bench called ${name}. There are: ${names.join(", ")}.`);
    asked.set(name, [...(asked.get(name) ?? []), ...(part ? [part] : [])]);
  }
  const wanted = names.filter((name) => words.length === 0 || asked.has(name));
  return wanted.map((name) => ({ name, parts: asked.get(name) ?? [] }));
}

/**
 * The parts of a bench that are to run.
 * @throws Error that lists what there is, when a part is unknown
 */
export function partsOf({ name, parts }: Asked, present: readonly string[] = []): ReadonlySet<string> {
  const unknown = parts.filter((part) => !present.includes(part));
  if (unknown.length > 0)
    throw new Error(`The bench ${name} has no part ${unknown.join(", ")}. It has: ${present.join(", ") || "none"}.`);
  return new Set(parts.length > 0 ? parts : present);
}
