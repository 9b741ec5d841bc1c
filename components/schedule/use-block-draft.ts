"use client";

import { useState } from "react";
import { dayOf, instantOn, isDayName, parseTimeOfDay } from "@/core/schedule/grid-day";
import { clockText, lengthText, parseRuntime, runtimeText } from "@/core/schedule/grid-text";
import { sameSlot } from "@/core/schedule/guide-edit";
import { type GuideIndex, refusalOfEdit } from "@/core/schedule/guide-index";
import type { GuideBlock } from "./guide-block";

interface Written {
  day: string;
  start: string;
  length: string;
  /** Written instead of the length; empty where the length counts. */
  end: string;
  offset: string;
  kind: GuideBlock["kind"];
}

const DAY_MS = 86_400_000;

/**
 * What is written into the fields of a block, what the block would be with it, and what is wrong. The block stays as it
 * was when the form was opened: what is changed elsewhere meanwhile is found out when it is saved.
 */
export function useBlockDraft(
  given: GuideBlock,
  index: GuideIndex<GuideBlock>,
  timeZone: string,
  editableFromMs: number | null,
) {
  const [block] = useState(given);
  const [printed] = useState(() => printOf(block, timeZone));
  const [written, setWritten] = useState<Written>(printed);
  const write = (changes: Partial<Written>) => setWritten((before) => ({ ...before, ...changes }));

  const startMs = startOf(written, printed, block, timeZone);
  const durationMs = durationOf(written, printed, block, startMs, timeZone);
  const offsetMs = written.offset === printed.offset ? block.offsetMs : parseRuntime(written.offset);
  const ownMs = block.toMs - block.fromMs;
  const longestMs = block.contentMs === null ? null : Math.max(0, block.contentMs - (offsetMs ?? 0));
  const isTooLong = longestMs !== null && durationMs !== null && durationMs > longestMs && durationMs !== ownMs;
  const tooLong = isTooLong ? `There is ${lengthText(longestMs, true)} of content.` : undefined;
  const tooShort = durationMs !== null && durationMs < 1000;
  const errors = {
    day: isDayName(written.day) ? undefined : "Choose a day.",
    start: parseTimeOfDay(written.start) === null ? "Write a time such as 20:15:00." : undefined,
    length:
      written.end !== ""
        ? undefined
        : durationMs === null || tooShort
          ? "Write a length such as 42:10 or 1:30:00."
          : tooLong,
    end:
      written.end === ""
        ? undefined
        : parseTimeOfDay(written.end) === null
          ? "Write a time such as 21:00:00."
          : tooShort
            ? "Ends before it begins."
            : tooLong,
    offset: offsetMs === null || (longestMs !== null && longestMs < 1000) ? "Lies outside the content." : undefined,
  };
  const isSound = Object.values(errors).every((error) => error === undefined);
  const after =
    isSound && startMs !== null && durationMs !== null && offsetMs !== null
      ? { ...block, fromMs: startMs, toMs: startMs + durationMs, offsetMs, kind: written.kind }
      : null;
  const refusal =
    after && refusalOfEdit({ label: "", changes: [{ before: block, after }] }, index, () => editableFromMs);
  return {
    block,
    written,
    write,
    errors,
    after,
    refusal,
    endText: startMs !== null && durationMs !== null ? clockText(startMs + durationMs, timeZone) : "",
    lengthText: durationMs !== null && durationMs > 0 ? runtimeText(durationMs) : "",
    canSave: after !== null && !refusal && !sameSlot(after, block),
  };
}

export type BlockDraft = ReturnType<typeof useBlockDraft>;

function printOf(block: GuideBlock, timeZone: string): Written {
  return {
    day: dayOf(block.fromMs, timeZone),
    start: clockText(block.fromMs, timeZone),
    length: runtimeText(block.toMs - block.fromMs),
    end: "",
    offset: runtimeText(block.offsetMs),
    kind: block.kind,
  };
}

/** What was not touched keeps its milliseconds. */
function startOf(written: Written, printed: Written, block: GuideBlock, timeZone: string): number | null {
  if (written.start === printed.start && written.day === printed.day) return block.fromMs;
  const timeMs = parseTimeOfDay(written.start);
  if (timeMs === null || !isDayName(written.day)) return null;
  return instantOn(written.day, timeMs, timeZone, written.day === printed.day ? block.fromMs : undefined);
}

/** From the end where one is written, which may be past midnight; else from the length. */
function durationOf(
  written: Written,
  printed: Written,
  block: GuideBlock,
  startMs: number | null,
  timeZone: string,
): number | null {
  if (written.end === "") {
    return written.length === printed.length ? block.toMs - block.fromMs : parseRuntime(written.length);
  }
  const timeMs = parseTimeOfDay(written.end);
  if (timeMs === null || startMs === null) return null;
  const endMs = instantOn(dayOf(startMs, timeZone), timeMs, timeZone, startMs);
  if (endMs > startMs) return endMs - startMs;
  return instantOn(dayOf(startMs + DAY_MS, timeZone), timeMs, timeZone) - startMs;
}
