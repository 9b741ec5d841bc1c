import { mayAirIn } from "@/core/content/rights";
import type { Block } from "@/core/schedule/contract";
import type { Slot } from "@/core/schedule/guide-edit";

/** A block as the guide draws it. */
export interface GuideBlock extends Slot {
  title: string;
  /** "S2 E5" */
  episode: string | null;
  thumbnailUrl: string | null;
  content: Block["content"];
}

export function guideBlockOf(block: Block): GuideBlock {
  const { id, channelId, kind, content } = block;
  return {
    id,
    channelId,
    kind,
    contentItemId: content?.id ?? null,
    contentMs: content?.durationSeconds == null ? null : Math.round(content.durationSeconds * 1000),
    offsetMs: Math.round(block.offsetSeconds * 1000),
    fromMs: Date.parse(block.startsAt),
    toMs: Date.parse(block.endsAt),
    title: titleOf(kind, content),
    episode: content?.episodeLabel ?? null,
    thumbnailUrl: content?.thumbnailUrl ?? null,
    content,
  };
}

/** A new block with the whole of its content. */
export function newBlockOf(content: NonNullable<Block["content"]>, id: string, channelId: string): GuideBlock {
  const durationSeconds = content.durationSeconds ?? 0;
  const times = { startsAt: new Date(0).toISOString(), endsAt: new Date(durationSeconds * 1000).toISOString() };
  return guideBlockOf({ id, channelId, ...times, durationSeconds, offsetSeconds: 0, kind: "content", content });
}

export function titleOf(kind: Block["kind"], content: Block["content"]): string {
  return content?.title ?? (kind === "ad_break" ? "Ad break" : "Untitled");
}

/** Whether the rights of its content do not cover the block: then its time plays as a gap. */
export function isOutsideRights({ content, fromMs, toMs }: GuideBlock): boolean {
  const msOf = (instant: string | null | undefined) => (instant ? Date.parse(instant) : null);
  const rights = { rightsFromMs: msOf(content?.rightsFrom), rightsUntilMs: msOf(content?.rightsUntil) };
  return !mayAirIn(rights, fromMs, toMs);
}

/** A block that starts inside the locked band stays where it is. */
export function isLockedBlock({ fromMs }: Pick<GuideBlock, "fromMs">, editableFromMs: number | null): boolean {
  return editableFromMs !== null && fromMs < editableFromMs;
}
