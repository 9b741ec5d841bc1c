import type { ContentItem } from "@/core/content/contract";
import type { Axis } from "@/core/schedule/grid-axis";
import { type Snap, snapStart } from "@/core/schedule/grid-snap";
import { type Refusal, refusalOf } from "@/core/schedule/grid-space";
import { clockText } from "@/core/schedule/grid-text";
import type { GuideBlock } from "./guide-block";

/** What is in the hand: an item of the bin, or a block of the guide. */
export type Holding =
  | { what: "content"; content: ContentItem; title: string; durationMs: number }
  | { what: "block"; block: GuideBlock; title: string; durationMs: number };

/** What is in the hand and where it would come to stand. */
export interface Held {
  holding: Holding;
  snap: Snap;
  refusal: Refusal | null;
}

export function holdContent(content: ContentItem): Holding {
  return {
    what: "content",
    content,
    title: content.title,
    durationMs: Math.round((content.durationSeconds ?? 0) * 1000),
  };
}

export function holdBlock(block: GuideBlock): Holding {
  return { what: "block", block, title: block.title, durationMs: block.toMs - block.fromMs };
}

const movingId = (holding: Holding) => (holding.what === "block" ? holding.block.id : undefined);

/** What is known of the guide while something is held over it. */
export interface Ground {
  axis: Axis;
  blocks: readonly GuideBlock[];
  editableFromMs: number | null;
}

export function holdAt(ground: Ground, holding: Holding, rawStartMs: number, isFree: boolean): Held {
  const { axis, blocks, editableFromMs } = ground;
  const snap = snapStart(axis, rawStartMs, holding.durationMs, blocks, {
    editableFromMs,
    movingId: movingId(holding),
    isFree,
  });
  return judge(ground, holding, snap);
}

/** Holds something at an exact start, without snapping: moves by keyboard and times that were typed. */
export function holdExactly(ground: Ground, holding: Holding, startMs: number): Held {
  return judge(ground, holding, { startMs, to: "none" });
}

function judge({ blocks, editableFromMs }: Ground, holding: Holding, snap: Snap): Held {
  const stretch = { fromMs: snap.startMs, toMs: snap.startMs + holding.durationMs };
  return { holding, snap, refusal: refusalOf(stretch, blocks, editableFromMs, movingId(holding)) };
}

/** `20:15:00 – 20:42:10` of what is held. */
export function heldSpan({ holding, snap }: Held, timeZone: string): string {
  return `${clockText(snap.startMs, timeZone)} – ${clockText(snap.startMs + holding.durationMs, timeZone)}`;
}

/** What the held block holds on to, in words. */
export function heldHint({ snap }: Held, blocks: readonly GuideBlock[]): string | null {
  const neighbour = blocks.find((block) => block.id === snap.neighbourId)?.title;
  if (snap.to === "after") return `Right after “${neighbour}”`;
  if (snap.to === "before") return `Right before “${neighbour}”`;
  if (snap.to === "editable") return "As soon as possible";
  return null;
}
