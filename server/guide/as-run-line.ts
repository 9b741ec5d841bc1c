import { judgeAiring, whyMissed } from "@/core/guide/as-run";
import type { AsRunLine } from "@/core/guide/as-run-contract";
import type { AsRunRow } from "./as-run-rows";

const iso = (ms: number | null) => (ms === null ? null : new Date(Math.round(ms)).toISOString());

/** A line of the log as its readers see it: what aired against what was to air. */
export function asRunLine(row: AsRunRow, nowMs: number): AsRunLine {
  const isBreak = row.blockKind === "ad_break";
  const about = {
    kind: isBreak ? ("ad_break" as const) : row.kind,
    title: titleOf(row),
    contentItemId: row.contentItemId,
    blockId: row.blockId,
    scheduledStartsAt: iso(row.blockStartsAtMs),
    scheduledEndsAt: iso(row.blockEndsAtMs),
  };
  if (row.missed) {
    const unaired = { startsAt: null, endsAt: null, deviationMs: null, endDeviationMs: null };
    return { ...about, ...unaired, outcome: "missed", reason: reasonOf(row) };
  }
  const judgement = judgeAiring({ ...row, block: blockOf(row) }, nowMs);
  const endsAt = judgement.outcome === "on_air" ? null : iso(row.endsAtMs);
  return { ...about, startsAt: iso(row.startsAtMs), endsAt, ...judgement, reason: null };
}

function titleOf({ title, blockKind, kind }: AsRunRow): string {
  if (blockKind === "ad_break") return "Break";
  return title ?? (kind === "slate" ? "Slate" : "Removed item");
}

function blockOf(row: AsRunRow) {
  const { blockKind, blockStartsAtMs, blockEndsAtMs, firstStartsAtMs, lastEndsAtMs } = row;
  if (!blockKind || blockStartsAtMs === null || blockEndsAtMs === null) return null;
  return {
    kind: blockKind,
    startsAtMs: blockStartsAtMs,
    endsAtMs: blockEndsAtMs,
    firstStartsAtMs: firstStartsAtMs ?? row.startsAtMs,
    lastEndsAtMs: lastEndsAtMs ?? row.endsAtMs,
  };
}

function reasonOf(row: AsRunRow): string | null {
  const { deletedAtMs, rightsFromMs, rightsUntilMs } = row;
  const item = row.itemStatus ? { status: row.itemStatus, deletedAtMs, rightsFromMs, rightsUntilMs } : null;
  return whyMissed({ ...row, item });
}
