import type { Airing, Programme } from "./airing";
import type { ScheduledBlock } from "./next-airings";
import type { SegmentTable } from "./segment-table";
import { nearestBoundary } from "./track-time";

/** How far a part may go on from where it was planned to: the part before was cut at the segment nearest to its end. */
const NEAR_SEGMENTS = 1;

/**
 * What is known of a block that goes on air at `atUs`. A block that is on air already keeps what was said of it.
 * @param before the airing that ends at `atUs`; null after a time off air
 * @param following the blocks after it, in order of time
 */
export function programmeOf(
  block: ScheduledBlock,
  following: readonly ScheduledBlock[],
  before: Airing | null,
  atUs: number,
): Programme {
  if (before?.blockId === block.id && before.programme) return before.programme;
  const resume = block.kind === "ad_break" ? resumeAfter(before) : null;
  return {
    kind: block.kind,
    title: block.title,
    startsAtUs: atUs,
    plannedEndMs: block.endsAtMs,
    headBlockId: headOf(block, following, before),
    resume,
  };
}

/**
 * The segment at which a block begins: the one nearest to its offset; for a part of an item after a break, the one
 * at which the part before it really stopped, so that nothing is lost or shown twice.
 */
export function firstSegmentOf(block: ScheduledBlock, table: SegmentTable, before: Airing | null): number {
  if (block.offsetMs === 0) return 0;
  const planned = nearestBoundary(table.video, block.offsetMs * 1000);
  const resume = resumeAfter(before);
  const goesOn = resume?.encodingId === table.id && Math.abs(resume.segment - planned) <= NEAR_SEGMENTS;
  return goesOn ? resume.segment : planned;
}

function resumeAfter(before: Airing | null): Programme["resume"] {
  if (!before?.programme) return null;
  if (before.programme.kind === "ad_break") return before.programme.resume;
  if (before.encodingId === null) return null;
  return { encodingId: before.encodingId, segment: before.firstSegment + before.segmentCount };
}

function headOf(block: ScheduledBlock, following: readonly ScheduledBlock[], before: Airing | null): string {
  const resume = resumeAfter(before);
  if (!before?.programme || !resume) return block.id;
  const part = block.kind === "ad_break" ? partAfter(block, following) : block;
  const goesOn = part !== null && part.offsetMs > 0 && part.item?.encodingId === resume.encodingId;
  return goesOn ? before.programme.headBlockId : block.id;
}

/** The block that follows a break, or several breaks in a row, without a gap; null when there is none. */
function partAfter(adBreak: ScheduledBlock, following: readonly ScheduledBlock[]): ScheduledBlock | null {
  let endsAtMs = adBreak.endsAtMs;
  for (const block of following) {
    if (block.startsAtMs !== endsAtMs) return null;
    if (block.kind !== "ad_break") return block;
    endsAtMs = block.endsAtMs;
  }
  return null;
}
