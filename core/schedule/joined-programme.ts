/** What joining needs to know of a block. Times are milliseconds since the Unix epoch. */
export interface JoinableBlock {
  kind: "content" | "filler" | "ad_break";
  contentItemId: string | null;
  /** Where in its item the block begins. */
  offsetMs: number;
  startsAtMs: number;
  endsAtMs: number;
}

/** A programme as the audience sees it: one block, or the parts of one item with the breaks between them. */
export interface JoinedProgramme<Block extends JoinableBlock> {
  /** The first part, which says what it is. */
  head: Block;
  /** All blocks from the first part to the last, breaks included. */
  blocks: Block[];
  startsAtMs: number;
  endsAtMs: number;
}

/** Parts are cut at segment boundaries, which lie up to half a segment from where they were asked for. */
const NEAR_MS = 5_005;

/**
 * Blocks as programmes: parts of one item that go on where the part before ended, with nothing but breaks between
 * them, count as one. Breaks that interrupt nothing stand alone.
 * @param blocks of one channel, in order of time
 */
export function joinProgrammes<Block extends JoinableBlock>(blocks: readonly Block[]): JoinedProgramme<Block>[] {
  const programmes: JoinedProgramme<Block>[] = [];
  let open: JoinedProgramme<Block> | null = null;
  let lastPart: Block | null = null;
  let breaks: Block[] = [];
  for (const block of blocks) {
    const touches: boolean = (breaks.at(-1) ?? lastPart)?.endsAtMs === block.startsAtMs;
    if (block.kind === "ad_break" && open && touches) {
      breaks.push(block);
      continue;
    }
    if (open && lastPart && touches && goesOn(lastPart, block)) {
      open.blocks.push(...breaks, block);
      open.endsAtMs = block.endsAtMs;
      [lastPart, breaks] = [block, []];
      continue;
    }
    programmes.push(...breaks.map(alone));
    const programme = alone(block);
    programmes.push(programme);
    open = block.kind === "ad_break" ? null : programme;
    [lastPart, breaks] = [open && block, []];
  }
  return [...programmes, ...breaks.map(alone)];
}

function goesOn(part: JoinableBlock, next: JoinableBlock): boolean {
  if (next.offsetMs === 0 || next.contentItemId === null || next.contentItemId !== part.contentItemId) return false;
  const endsAtOffsetMs = part.offsetMs + part.endsAtMs - part.startsAtMs;
  return Math.abs(endsAtOffsetMs - next.offsetMs) <= NEAR_MS;
}

function alone<Block extends JoinableBlock>(block: Block): JoinedProgramme<Block> {
  return { head: block, blocks: [block], startsAtMs: block.startsAtMs, endsAtMs: block.endsAtMs };
}
