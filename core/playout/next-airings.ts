import { mayAirIn } from "../content/rights";
import { type Airing, SLATE_ID } from "./airing";
import { chooseFiller, FILLER_MEMORY, type PlayableItem } from "./filler-choice";
import { nextInLoop } from "./loop-order";
import { firstSegmentOf, programmeOf } from "./programme";
import type { SegmentTable } from "./segment-table";
import { nearestBoundary, segmentUs, stretchUs } from "./track-time";

/** A block of the guide as playout sees it. Blocks are in order of time and do not overlap. */
export interface ScheduledBlock {
  id: string;
  kind: "content" | "filler" | "ad_break";
  title: string;
  /** Where in its item the block begins. */
  offsetMs: number;
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
  /** What plays in gaps, in the loop's order, for ever; empty for channels that are no loop. */
  loop: readonly PlayableItem[];
  /** What plays in gaps of other channels, and in ad breaks. */
  filler: readonly PlayableItem[];
  /** The item of the loop after which it goes on. */
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

/** More breaks than come in a row before what they interrupt goes on. */
const MANY_BREAKS = 20;
const GAP = { blockId: null, programme: null };

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
        if (!block) this.playGap(Number.POSITIVE_INFINITY, GAP);
        else if (!this.canAir(block)) next++;
        else if (this.playBefore(block) === "nothing" && this.playBlock(block, next) === "nothing") next++;
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
    return block.item !== null && this.isPlayable(block.item);
  }

  private playBefore(block: ScheduledBlock): Step {
    return this.goesOn(block.id)
      ? "nothing"
      : this.playGap(block.startsAtMs * 1000, GAP, block.item?.contentItemId ?? null);
  }

  private playBlock(block: ScheduledBlock, index: number): Step {
    const endUs = block.endsAtMs * 1000;
    const following = this.input.blocks.slice(index + 1, index + 1 + MANY_BREAKS);
    const programme = programmeOf(block, following, this.onAirUntilNow(), this.atUs);
    if (block.kind === "ad_break") return this.playGap(endUs, { blockId: block.id, programme });
    const item = block.item as PlayableItem;
    const table = this.table(item.encodingId);
    const goesOn = this.goesOn(block.id) && this.newest?.encodingId === item.encodingId;
    if (!goesOn && this.hasAired(block.id, item.encodingId)) return "nothing";
    const segment = goesOn ? this.followingSegment() : this.joinAt(block, table);
    if (segment >= table.video.ticks.length || !this.reaches(endUs, table, segment)) return "nothing";
    const kind = block.kind === "filler" ? "filler" : "content";
    const what = { kind, contentItemId: item.contentItemId, blockId: block.id, programme } as const;
    this.play(table, segment, what, goesOn, endUs);
    return "played";
  }

  /**
   * The segment at which a block starts now: its first, or one in the middle of a block that has long begun. What
   * is left of that must be worth a join; else a block that was left out once would come back a moment later.
   */
  private joinAt(block: ScheduledBlock, table: SegmentTable): number {
    const lateUs = this.atUs - block.startsAtMs * 1000;
    if (lateUs <= LATE_START_US) return firstSegmentOf(block, table, this.onAirUntilNow());
    if (block.endsAtMs * 1000 - this.atUs <= LATE_START_US) return table.video.ticks.length;
    return nearestBoundary(table.video, block.offsetMs * 1000 + lateUs);
  }

  /** A stretch of loop, filler or slate, unless the rest of the gap (or ad break) is nearer to nothing. */
  private playGap(
    untilUs: number,
    during: Pick<Airing, "blockId" | "programme">,
    nextItemId: string | null = null,
  ): Step {
    const { blockId } = during;
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
    const ofLoop = blockId === null ? this.nextOfLoop(leftUs) : null;
    const item = ofLoop ?? this.nextFiller(leftUs, nextItemId);
    const table = this.table(item?.encodingId ?? SLATE_ID);
    if (!this.reaches(untilUs, table, 0)) return "nothing";
    if (ofLoop) this.previousLoopItemId = ofLoop.contentItemId;
    const kind = ofLoop ? "content" : item ? "filler" : "slate";
    this.play(table, 0, { kind, contentItemId: item?.contentItemId ?? null, ...during }, false, untilUs);
    return "played";
  }

  private nextOfLoop(leftUs: number): PlayableItem | null {
    const atMs = this.atUs / 1000;
    return nextInLoop(
      this.input.loop,
      this.previousLoopItemId,
      (item) => mayAirIn(item, atMs, atMs + Math.min(item.durationMs, leftUs / 1000)) && this.isPlayable(item),
    );
  }

  private nextFiller(leftUs: number, nextItemId: string | null): PlayableItem | null {
    const { channelId, filler } = this.input;
    const gap = { channelId, atUs: this.atUs, leftUs, recentItemIds: this.recentItemIds(), nextItemId };
    for (let left = filler; left.length > 0; ) {
      const item = chooseFiller(left, gap);
      if (item === null || this.isPlayable(item)) return item;
      left = left.filter((other) => other !== item);
    }
    return null;
  }

  private isPlayable(item: PlayableItem): boolean {
    return this.table(item.encodingId).video.ticks.length > 0;
  }

  private recentItemIds(): (string | null)[] {
    const planned = this.airings.slice(-FILLER_MEMORY);
    const firstPlanned = this.airings[0]?.mediaSequence ?? Number.POSITIVE_INFINITY;
    const before = this.input.recent.filter((airing) => airing.mediaSequence < firstPlanned);
    return [...before, ...planned].slice(-FILLER_MEMORY).map((airing) => airing.contentItemId);
  }

  /** True when playing the segment ends nearer to `untilUs` than not playing it. */
  private reaches(untilUs: number, table: SegmentTable, segment: number): boolean {
    return untilUs - this.atUs > segmentUs(table.video, segment) / 2;
  }

  /** True when what plays now plays for this block, or for the gap, and nothing came in between. */
  private goesOn(blockId: string | null): boolean {
    return this.newest !== null && this.newest.endsAtUs === this.atUs && this.newest.blockId === blockId;
  }

  /** What ends now; null after a time off air. */
  private onAirUntilNow(): Airing | null {
    return this.newest?.endsAtUs === this.atUs ? this.newest : null;
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
            programme: what.programme,
            captionId: null,
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

type Played = Pick<Airing, "kind" | "contentItemId" | "blockId" | "programme">;
