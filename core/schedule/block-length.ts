import { AppError } from "../errors";

/**
 * How long a new block lasts, in milliseconds: as asked, else as long as its content. `contentMs` is null for a break.
 * @throws schedule.too_long when the content is shorter than the block
 */
export function newBlockMs(askedSeconds: number | undefined, contentMs: number | null): number {
  if (askedSeconds === undefined) return contentMs ?? 0;
  return checked(Math.round(askedSeconds * 1000), contentMs);
}

/**
 * How long a block lasts after an edit. Without a wish it keeps its length; new content that is shorter makes it
 * shorter.
 * @throws schedule.too_long
 */
export function editedBlockMs(
  currentMs: number,
  askedSeconds: number | undefined,
  content: { durationMs: number; isNew: boolean } | null,
): number {
  if (askedSeconds !== undefined) return checked(Math.round(askedSeconds * 1000), content?.durationMs ?? null);
  return content?.isNew ? Math.min(currentMs, content.durationMs) : currentMs;
}

function checked(blockMs: number, contentMs: number | null): number {
  if (contentMs === null || blockMs <= contentMs) return blockMs;
  throw new AppError("schedule.too_long", "The content is shorter than that.", {
    maxDurationSeconds: contentMs / 1000,
  });
}
