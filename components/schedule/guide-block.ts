import { mayAirIn } from "@/core/content/rights";
import type { Block } from "@/core/schedule/contract";
import type { Placed } from "@/core/schedule/grid-space";

/** A block as the guide draws it. */
export interface GuideBlock extends Placed {
  title: string;
  /** "S2 E5" */
  episode: string | null;
  kind: Block["kind"];
  thumbnailUrl: string | null;
  content: Block["content"];
  /** Where in its content it begins. */
  offsetMs: number;
  /** Shown before the server has confirmed it. */
  isPending: boolean;
}

/** Ids of blocks that only this browser knows so far. */
export const PENDING_PREFIX = "pending-";

export function guideBlockOf(block: Block): GuideBlock {
  return {
    id: block.id,
    fromMs: Date.parse(block.startsAt),
    toMs: Date.parse(block.endsAt),
    title: block.content?.title ?? (block.kind === "ad_break" ? "Ad break" : "Untitled"),
    episode: block.content?.episodeLabel ?? null,
    kind: block.kind,
    thumbnailUrl: block.content?.thumbnailUrl ?? null,
    content: block.content,
    offsetMs: Math.round(block.offsetSeconds * 1000),
    isPending: block.id.startsWith(PENDING_PREFIX),
  };
}

/** Whether the rights of its content do not cover the block: then its time plays as a gap. */
export function isOutsideRights({ content, fromMs, toMs }: GuideBlock): boolean {
  const msOf = (instant: string | null | undefined) => (instant ? Date.parse(instant) : null);
  const rights = { rightsFromMs: msOf(content?.rightsFrom), rightsUntilMs: msOf(content?.rightsUntil) };
  return !mayAirIn(rights, fromMs, toMs);
}
