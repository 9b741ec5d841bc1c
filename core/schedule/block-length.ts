import { AppError } from "../errors";

/**
 * How long a new block lasts, in milliseconds: as asked, else as long as what it has of its content. `contentMs` is that
 * length, null for a break.
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

/**
 * What is left of content that a block does not show from its beginning.
 * @throws request.invalid when that is less than a second
 */
export function remainingMs(contentMs: number, offsetMs: number): number {
  const leftMs = contentMs - offsetMs;
  if (offsetMs === 0 || leftMs >= 1000) return leftMs;
  const message = "leaves less than a second of the content";
  throw new AppError("request.invalid", `\`offsetSeconds\`: ${message}`, {
    issues: [{ path: ["offsetSeconds"], code: "custom", message }],
  });
}

function checked(blockMs: number, contentMs: number | null): number {
  if (contentMs === null || blockMs <= contentMs) return blockMs;
  throw new AppError("schedule.too_long", "The content is shorter than that.", {
    maxDurationSeconds: contentMs / 1000,
  });
}
