import { type ClassValue, clsx } from "clsx";

const DISPLAY = "block inline inline-block flex inline-flex grid contents hidden table-cell";
const POSITION = "static fixed absolute relative sticky";
const WHOLE = new Map(
  Object.entries({ display: DISPLAY, position: POSITION }).flatMap(([group, names]) =>
    names.split(" ").map((name) => [name, group]),
  ),
);
/** Classes of one value: what stands before it is the group. */
const VALUED = /^(size|[wh]|(?:min|max)-[wh]|p[xytrbl]?|m[xy]?|gap(?:-[xy](?=-))?|z|opacity|aspect|justify|items|bg)-/;
const ROUNDED = /^rounded(?!-[trblse]{1,2}(?:-|$))/;
const SIZE = /^(xs|sm|base|lg|xl|2xl)$/;
const ALIGN = /^(left|center|right|start|end)$/;
const WEIGHT = /^font-(normal|medium|semibold|bold)$/;
/** `text-wrap`, `border-b-2`, `border-dashed` and `outline-offset-2` are no colours, `border-border` is one. */
const NO_COLOUR =
  /^(wrap|nowrap|balance|pretty|ellipsis|clip|solid|dashed|dotted|double|none|[trblxy]|collapse|separate|spacing|offset)(-|$)/;

/** Setting the first also sets the others. */
const INCLUDES: Record<string, string[]> = {
  p: ["px", "py", "pt", "pr", "pb", "pl"],
  px: ["pr", "pl"],
  py: ["pt", "pb"],
  size: ["w", "h"],
  m: ["mx", "my"],
  gap: ["gap-x", "gap-y"],
};

/**
 * What a class sets; null for what nobody overrides. Only what our parts let their users override is known: a library
 * that knows all of Tailwind weighs four times as much as this file.
 */
function groupOf(name: string): string | null {
  const whole = WHOLE.get(name);
  if (whole) return whole;
  const valued = VALUED.exec(name)?.[1];
  if (valued) return valued;
  if (ROUNDED.test(name)) return "rounded";
  if (WEIGHT.test(name)) return "weight";
  const [, kind, value = ""] = /^(text|border|outline)-(.+)$/.exec(name) ?? [];
  if (!kind) return null;
  if (kind === "text" && SIZE.test(value)) return "text-size";
  if (kind === "text" && ALIGN.test(value)) return "text-align";
  return /^[a-z]/.test(value) && !NO_COLOUR.test(value) ? `${kind}-colour` : null;
}

/** `md:hover:px-2` is `px-2` where `md:hover:` holds; colons in brackets belong to what they stand in. */
const CONDITIONAL = /^((?:(?:[^:[\]()]|\[[^\]]*\]|\([^)]*\))*:)*)-?(.+)$/;

function merged(classes: string): string {
  const kept: string[] = [];
  const taken = new Set<string>();
  for (const each of classes.split(/\s+/).reverse()) {
    const [, condition = "", name = ""] = CONDITIONAL.exec(each) ?? [];
    const group = groupOf(name);
    if (group) {
      if (taken.has(condition + group)) continue;
      for (const set of [group, ...(INCLUDES[group] ?? [])]) taken.add(condition + set);
    }
    kept.push(each);
  }
  return kept.reverse().join(" ");
}

const CACHED = 500;
const cache = new Map<string, string>();

/** Joins class names; of two that set the same thing the later wins. */
export function cn(...classes: ClassValue[]): string {
  const text = clsx(classes);
  const known = cache.get(text);
  if (known !== undefined) return known;
  if (cache.size >= CACHED) cache.clear();
  const result = merged(text);
  cache.set(text, result);
  return result;
}
