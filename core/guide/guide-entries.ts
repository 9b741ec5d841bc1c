import type { Airing } from "../playout/airing";

/** A line of a channel's guide. Times are milliseconds since the Unix epoch. */
export interface GuideEntry {
  kind: "content" | "filler";
  /** Null for several fillers in a row. */
  contentItemId: string | null;
  /** The block with which it began; null in a gap and in a loop. */
  blockId: string | null;
  startsAtMs: number;
  endsAtMs: number;
}

export interface BlockTimes {
  startsAtMs: number;
  endsAtMs: number;
}

/** Playout keeps the schedule to within half of the longest segment; a guide need not tell by how much it missed. */
const NEAR_MS = 2_600;

interface Run extends Omit<GuideEntry, "kind" | "blockId"> {
  hasFiller: boolean;
}

/**
 * The guide that airings make, in the order of time in which they are added. Parts of a programme are one entry with
 * the breaks between them. Filler is listed where it lasts at least `fillerMs`; shorter ones in a row, with the slate
 * between them, count as one. Breaks and the slate are no programmes. Times are the schedule's where playout keeps
 * them.
 */
export class GuideEntries {
  private readonly entries: GuideEntry[] = [];
  private head: string | null = null;
  private run: Run | null = null;

  constructor(
    private readonly fillerMs: number,
    private readonly blockTimes: (blockId: string) => BlockTimes | undefined,
  ) {}

  add(airing: Airing): void {
    const lengthMs = (airing.endsAtUs - airing.startsAtUs) / 1000;
    if (airing.programme?.kind === "ad_break") this.closeRun();
    else if (airing.kind === "slate") this.addToRun(airing);
    else if (airing.kind === "content") this.list(airing, "content");
    else if (this.plannedMs(airing) >= this.fillerMs || lengthMs >= this.fillerMs) this.list(airing, "filler");
    else this.addToRun(airing);
  }

  /** @param untilMs no entry begins at or after it */
  finish(untilMs: number): GuideEntry[] {
    this.closeRun();
    const last = this.entries.at(-1);
    const planned = last?.blockId && this.head === last.blockId ? this.blockTimes(last.blockId) : undefined;
    // What is known ends in the middle of the last programme: it will end as planned.
    if (last && planned && last.endsAtMs >= untilMs && planned.endsAtMs > last.endsAtMs)
      last.endsAtMs = planned.endsAtMs;
    return this.entries.filter((entry) => entry.startsAtMs < untilMs);
  }

  /** Filler that was scheduled counts by the length of its block, in however many parts it airs. */
  private plannedMs({ blockId }: Airing): number {
    const times = blockId ? this.blockTimes(blockId) : undefined;
    return times ? times.endsAtMs - times.startsAtMs : 0;
  }

  private list(airing: Airing, kind: GuideEntry["kind"]): void {
    this.closeRun();
    const head = airing.programme?.headBlockId ?? airing.blockId;
    const times = airing.blockId ? this.blockTimes(airing.blockId) : undefined;
    const endsAtMs = near(Math.round(airing.endsAtUs / 1000), times?.endsAtMs);
    const last = this.entries.at(-1);
    if (last && head !== null && head === this.head) {
      last.endsAtMs = endsAtMs;
      return;
    }
    const startsAtMs = times && airing.blockId === head ? times.startsAtMs : Math.round(airing.startsAtUs / 1000);
    this.push({ kind, contentItemId: airing.contentItemId, blockId: head, startsAtMs, endsAtMs });
    this.head = head;
  }

  private addToRun(airing: Airing): void {
    const isFiller = airing.kind === "filler";
    const endsAtMs = Math.round(airing.endsAtUs / 1000);
    if (!this.run) {
      const startsAtMs = Math.round(airing.startsAtUs / 1000);
      this.run = { contentItemId: airing.contentItemId, startsAtMs, endsAtMs, hasFiller: isFiller };
      return;
    }
    if (this.run.contentItemId !== airing.contentItemId) this.run.contentItemId = null;
    this.run.endsAtMs = endsAtMs;
    this.run.hasFiller ||= isFiller;
  }

  private closeRun(): void {
    const { run } = this;
    this.run = null;
    if (!run?.hasFiller || run.endsAtMs - run.startsAtMs < this.fillerMs) return;
    const { contentItemId, startsAtMs, endsAtMs } = run;
    this.push({ kind: "filler", contentItemId, blockId: null, startsAtMs, endsAtMs });
    this.head = null;
  }

  /** Entries touch where playout leaves no room between them, and never overlap. */
  private push(entry: GuideEntry): void {
    const last = this.entries.at(-1);
    if (last) {
      const startsAtMs = entry.blockId === null ? near(entry.startsAtMs, last.endsAtMs) : entry.startsAtMs;
      const overlapMs = last.endsAtMs - startsAtMs;
      if (overlapMs > 0 && overlapMs <= NEAR_MS) last.endsAtMs = startsAtMs;
      entry.startsAtMs = Math.max(startsAtMs, last.endsAtMs);
    }
    if (entry.endsAtMs > entry.startsAtMs) this.entries.push(entry);
  }
}

function near(ms: number, planned: number | undefined): number {
  return planned !== undefined && Math.abs(ms - planned) <= NEAR_MS ? planned : ms;
}
