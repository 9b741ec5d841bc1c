import { type Airing, SLATE_ID } from "./airing";
import { chooseFiller, nextInLoop, type PlayableItem } from "./filler-choice";
import type { SegmentTable } from "./segment-table";
import { nearestBoundary, segmentUs, stretchUs } from "./track-time";

/** A block of the guide as playout sees it. Blocks are in order of time and do not overlap. */
export interface ScheduledBlock {
  id: string;
  kind: "content" | "filler" | "ad_break";
  startsAtMs: number;
  endsAtMs: number;
  /** Null for an ad break, and for an item that cannot play (deleted, no encoding): then its time is a gap. */
  item: PlayableItem | null;
}

export interface PlayoutInput {
  channelId: string;
  /** The newest airings of the channel, oldest first; `REMEMBERED` are enough. */
  recent: readonly Airing[];
  /** False when the item of the newest airing may not go on outside a block, because it was deleted. */
  newestMayGoOn: boolean;
  nowMs: number;
  /** Where media time goes on: the end of the newest airing, or later after a time off air. */
  fromUs: number;
  /** Decide until at least here. */
  untilUs: number;
  /** Blocks that end after `fromUs`, at least up to the first that starts after `untilUs`. */
  blocks: readonly ScheduledBlock[];
  /** What plays in gaps, in order of id, for ever; empty for channels that are no loop. */
  loop: readonly PlayableItem[];
  /** What plays in gaps of other channels, and in ad breaks. */
  filler: readonly PlayableItem[];
  /** The last item that the loop played. */
  previousLoopItemId: string | null;
  /** Segment tables by encoding id; `slate` must be there. A table without segments marks what cannot play. */
  tables: ReadonlyMap<string, SegmentTable>;
}

export interface Plan {
  /** What to store: the first may be the newest existing airing, grown (it has the same media sequence number). */
  airings: Airing[];
  /** The encoding whose segment table is needed to go on; null when the plan is complete. */
  missingTable: string | null;
}

/** How many airings back a programme is known to have ended early. */
export const REMEMBERED = 8;
/** Half of a nominal segment and its frame of tolerance. A shorter gap plays nothing. */
const HALF_SEGMENT_US = 2_021_000;
/**
 * Half of the longest segment, a whole one with its tail (5.004 s) and a frame. A programme that is at most so late,
 * because the one before ran over, still starts at its beginning.
 */
const LATE_START_US = 2_520_000;

/**
 * Decides what a channel plays from `fromUs` until at least `untilUs` (LINEAR.md, "Two pure functions"). A block is
 * cut, joined or its gap filled at the segment boundary that keeps |media time − schedule time| smallest, so the
 * drift stays below half a segment and never adds up. Deciding in one step or in many gives the same airings.
 */
export function nextAirings(input: PlayoutInput): Plan {
  return new Planner(input).plan();
}

type Step = "played" | "nothing";

class MissingTable extends Error {
  constructor(readonly encodingId: string) {
    super(encodingId);
  }
}

class Planner {
  private readonly airings: Airing[] = [];
  private newest: Airing | null;
  private atUs: number;
  private previousLoopItemId: string | null;

  constructor(private readonly input: PlayoutInput) {
    this.newest = input.recent.at(-1) ?? null;
    this.atUs = input.fromUs;
    this.previousLoopItemId = input.previousLoopItemId;
  }

  plan(): Plan {
    try {
      let next = 0;
      while (this.atUs < this.input.untilUs) {
        const block = this.input.blocks[next];
        if (!block) this.playGap(Number.POSITIVE_INFINITY, null);
        else if (!this.canAir(block)) next++;
        else if (this.playBefore(block) === "nothing" && this.playBlock(block) === "nothing") next++;
      }
    } catch (missing) {
      if (missing instanceof MissingTable) return { airings: this.airings, missingTable: missing.encodingId };
      throw missing;
    }
    return { airings: this.airings, missingTable: null };
  }

  /** Programmes that ended before the channel went on air never air; the time of what cannot play is a gap. */
  private canAir(block: ScheduledBlock): boolean {
    if (block.endsAtMs <= this.input.nowMs) return false;
    if (block.kind === "ad_break") return true;
    return block.item !== null && this.table(block.item.encodingId).video.ticks.length > 0;
  }

  private playBefore(block: ScheduledBlock): Step {
    return this.goesOn(block.id) ? "nothing" : this.playGap(block.startsAtMs * 1000, null);
  }

  private playBlock(block: ScheduledBlock): Step {
    const endUs = block.endsAtMs * 1000;
    if (block.kind === "ad_break") return this.playGap(endUs, block.id);
    const item = block.item as PlayableItem;
    const table = this.table(item.encodingId);
    const goesOn = this.goesOn(block.id) && this.newest?.encodingId === item.encodingId;
    if (!goesOn && this.hasAired(block.id, item.encodingId)) return "nothing";
    const segment = goesOn ? this.followingSegment() : this.joinAt(block, table);
    if (segment >= table.video.ticks.length || !this.reaches(endUs, table, segment)) return "nothing";
    const kind = block.kind === "filler" ? "filler" : "content";
    this.play(table, segment, { kind, contentItemId: item.contentItemId, blockId: block.id }, goesOn, endUs);
    return "played";
  }

  /**
   * The segment at which a block starts now: the first, or one in the middle of a block that has long begun. What
   * is left of that must be worth a join; else a block that was left out once would come back a moment later.
   */
  private joinAt(block: ScheduledBlock, table: SegmentTable): number {
    const lateUs = this.atUs - block.startsAtMs * 1000;
    if (lateUs <= LATE_START_US) return 0;
    if (block.endsAtMs * 1000 - this.atUs <= LATE_START_US) return table.video.ticks.length;
    return nearestBoundary(table.video, lateUs);
  }

  /** A stretch of loop, filler or slate, unless the rest of the gap (or ad break) is nearer to nothing. */
  private playGap(untilUs: number, blockId: string | null): Step {
    const leftUs = untilUs - this.atUs;
    if (leftUs <= 0) return "nothing";
    const onAir = this.goesOn(blockId) && this.mayGoOn() ? this.newest : null;
    if (onAir) {
      const table = this.table(onAir.encodingId ?? SLATE_ID);
      const segment = this.followingSegment();
      if (segment < table.video.ticks.length) {
        if (!this.reaches(untilUs, table, segment)) return "nothing";
        this.play(table, segment, onAir, true, untilUs);
        return "played";
      }
    }
    if (leftUs <= HALF_SEGMENT_US) return "nothing";
    const { table, what } = this.chooseForGap(leftUs, blockId);
    if (!this.reaches(untilUs, table, 0)) return "nothing";
    this.play(table, 0, what, false, untilUs);
    return "played";
  }

  private chooseForGap(leftUs: number, blockId: string | null): { table: SegmentTable; what: Played } {
    const { loop, filler, channelId } = this.input;
    const looping = loop.length > 0 && blockId === null;
    const previousItemId = this.newest?.contentItemId ?? null;
    const item = looping
      ? nextInLoop(loop, this.previousLoopItemId)
      : chooseFiller(filler, { channelId, atUs: this.atUs, leftUs, previousItemId });
    const table = item && this.table(item.encodingId);
    if (!item || !table || table.video.ticks.length === 0) {
      return { table: this.table(SLATE_ID), what: { kind: "slate", contentItemId: null, blockId } };
    }
    if (looping) this.previousLoopItemId = item.contentItemId;
    return { table, what: { kind: looping ? "content" : "filler", contentItemId: item.contentItemId, blockId } };
  }

  /** True when playing the segment ends nearer to `untilUs` than not playing it. */
  private reaches(untilUs: number, table: SegmentTable, segment: number): boolean {
    return untilUs - this.atUs > segmentUs(table.video, segment) / 2;
  }

  /** True when what plays now plays for this block, or for the gap, and nothing came in between. */
  private goesOn(blockId: string | null): boolean {
    return this.newest !== null && this.newest.endsAtUs === this.atUs && this.newest.blockId === blockId;
  }

  private followingSegment(): number {
    return this.newest ? this.newest.firstSegment + this.newest.segmentCount : 0;
  }

  private hasAired(blockId: string, encodingId: string): boolean {
    const isIt = (airing: Airing) => airing.blockId === blockId && airing.encodingId === encodingId;
    return this.airings.slice(-REMEMBERED).some(isIt) || this.input.recent.some(isIt);
  }

  /** Plays on from `segment`, which is known to play, for as long as each further segment would. */
  private play(table: SegmentTable, segment: number, what: Played, grows: boolean, goalUs: number): void {
    const before = this.newest;
    const begun =
      grows && before
        ? before
        : {
            kind: what.kind,
            contentItemId: what.contentItemId,
            encodingId: table.id === SLATE_ID ? null : table.id,
            blockId: what.blockId,
            startsAtUs: this.atUs,
            endsAtUs: this.atUs,
            firstSegment: segment,
            segmentCount: 0,
            mediaSequence: before ? before.mediaSequence + before.segmentCount : 0,
            discontinuitySequence: before ? before.discontinuitySequence + 1 : 1,
          };
    const segmentCount = this.countReaching(table, begun, goalUs);
    const lengthUs = stretchUs(table.video, begun.firstSegment, segmentCount);
    this.keep({ ...begun, segmentCount, endsAtUs: begun.startsAtUs + lengthUs });
  }

  /**
   * How many segments an airing has once it has grown as far as `reaches` and the end of the plan allow: the same as
   * growing it one by one. Halving finds it, since what a segment would overshoot only grows from one to the next.
   */
  private countReaching(table: SegmentTable, airing: Airing, goalUs: number): number {
    const stops = (count: number) => {
      const atUs = airing.startsAtUs + stretchUs(table.video, airing.firstSegment, count);
      return atUs >= this.input.untilUs || goalUs - atUs <= segmentUs(table.video, airing.firstSegment + count) / 2;
    };
    let least = airing.segmentCount + 1;
    let most = table.video.ticks.length - airing.firstSegment;
    while (least < most) {
      const middle = (least + most) >> 1;
      if (stops(middle)) most = middle;
      else least = middle + 1;
    }
    return least;
  }

  /** What was on air when the plan began may not, if it was deleted; what the plan itself chose may. */
  private mayGoOn(): boolean {
    return this.input.newestMayGoOn || this.newest !== this.input.recent.at(-1);
  }

  private keep(airing: Airing): void {
    if (this.airings.at(-1)?.mediaSequence === airing.mediaSequence) this.airings.pop();
    this.airings.push(airing);
    this.newest = airing;
    this.atUs = airing.endsAtUs;
  }

  private table(id: string): SegmentTable {
    const table = this.input.tables.get(id);
    if (!table) throw new MissingTable(id);
    return table;
  }
}

type Played = Pick<Airing, "kind" | "contentItemId" | "blockId">;
