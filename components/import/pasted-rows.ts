import type { ContentType } from "@/core/content/item-types";
import { MAX_ASSETS } from "@/core/import/limits";
import { sourceKindOf, titleOfUrl } from "@/core/import/name-of-url";

/** An address that was pasted, with what its creator says of it. */
export interface PastedRow {
  url: string;
  /** Manifests are linked, anything else is downloaded. */
  kind: "url" | "external";
  /** Empty: the source tells it. */
  title: string;
  /** What the title would be, as far as the address tells. */
  guess: string;
  type: ContentType;
}

/** The addresses in a text, one to a line; what was there before keeps its title and type. */
export function pastedRows(text: string, before: readonly PastedRow[] = []): PastedRow[] {
  const urls = new Set(
    text
      .split(/\s*\n\s*/)
      .map((line) => line.trim())
      .filter(Boolean),
  );
  const kept = new Map(before.map((row) => [row.url, row]));
  return [...urls].slice(0, MAX_ASSETS).map((url) => kept.get(url) ?? newRow(url));
}

/** How many addresses are more than one request can bring. */
export function tooMany(text: string): number {
  return Math.max(
    0,
    new Set(
      text
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean),
    ).size - MAX_ASSETS,
  );
}

function newRow(text: string): PastedRow {
  const url = URL.canParse(text) ? new URL(text) : null;
  const kind = url ? sourceKindOf(url) : "url";
  return { url: text, kind, title: "", guess: url ? titleOfUrl(url) : "", type: "movie" };
}
