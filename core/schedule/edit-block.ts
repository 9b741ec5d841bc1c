import { AppError } from "../errors";
import { editedBlockMs, remainingMs } from "./block-length";
import type { UpdateBlock } from "./contract";

/** A block as it stands, or as an edit leaves it. Times are milliseconds since the Unix epoch. */
export interface BlockState {
  channelId: string;
  contentItemId: string | null;
  kind: "content" | "filler" | "ad_break";
  /** Where in its content it begins. */
  offsetMs: number;
  startsAtMs: number;
  endsAtMs: number;
}

/**
 * The content that a block holds after an edit: a break holds none.
 * @throws request.invalid when kind and content do not fit together
 */
export function contentAfter(block: BlockState, changes: UpdateBlock): string | null {
  const kind = changes.kind ?? block.kind;
  const contentItemId = changes.contentItemId ?? block.contentItemId;
  if (kind === "ad_break") {
    if (changes.contentItemId) throw refused("contentItemId", "an ad_break has no contentItemId");
    return null;
  }
  if (contentItemId === null) throw refused("contentItemId", `a block of kind ${kind} needs a contentItemId`);
  return contentItemId;
}

/**
 * A block after an edit. Whatever is not mentioned stays; a swap keeps the start, and shows the new content from its
 * beginning unless the edit says where.
 * @throws request.invalid, schedule.too_long
 */
export function editBlock(block: BlockState, changes: UpdateBlock, contentMs: number | null): BlockState {
  const contentItemId = contentAfter(block, changes);
  const startsAtMs = changes.startsAt === undefined ? block.startsAtMs : Date.parse(changes.startsAt);
  const isNew = contentItemId !== block.contentItemId;
  const offsetMs = offsetAfter(block, changes, contentItemId);
  const leftOf = (ms: number) => (offsetMs === block.offsetMs ? ms - offsetMs : remainingMs(ms, offsetMs));
  const startsElsewhere = isNew || offsetMs !== block.offsetMs;
  const content = contentMs === null ? null : { durationMs: leftOf(contentMs), isNew: startsElsewhere };
  const durationMs = editedBlockMs(block.endsAtMs - block.startsAtMs, changes.durationSeconds, content);
  return {
    channelId: changes.channelId ?? block.channelId,
    contentItemId,
    kind: changes.kind ?? block.kind,
    offsetMs,
    startsAtMs,
    endsAtMs: startsAtMs + durationMs,
  };
}

function offsetAfter(block: BlockState, changes: UpdateBlock, contentItemId: string | null): number {
  if (changes.offsetSeconds !== undefined) {
    if (contentItemId === null && changes.offsetSeconds > 0) {
      throw refused("offsetSeconds", "an ad_break has no content to begin in");
    }
    return Math.round(changes.offsetSeconds * 1000);
  }
  return contentItemId === block.contentItemId ? block.offsetMs : 0;
}

/** Whether an edit only makes a block end earlier: the one thing that may still happen to a block on air. */
export function onlyShortens(before: BlockState, after: BlockState): boolean {
  return after.endsAtMs < before.endsAtMs && sameBlock({ ...before, endsAtMs: after.endsAtMs }, after);
}

/** Whether an edit changes nothing. */
export function sameBlock(a: BlockState, b: BlockState): boolean {
  return (
    a.channelId === b.channelId &&
    a.contentItemId === b.contentItemId &&
    a.kind === b.kind &&
    a.offsetMs === b.offsetMs &&
    a.startsAtMs === b.startsAtMs &&
    a.endsAtMs === b.endsAtMs
  );
}

function refused(field: string, message: string): AppError {
  return new AppError("request.invalid", `\`${field}\`: ${message}`, {
    issues: [{ path: [field], code: "custom", message }],
  });
}
