"use client";

import { type PointerEvent, useCallback, useRef } from "react";
import { v7 as uuidv7 } from "uuid";
import type { ContentItem } from "@/core/content/contract";
import { instantOn } from "@/core/schedule/grid-day";
import { earliestOffer, nextFreeStart } from "@/core/schedule/grid-space";
import { type GuideBlock, newBlockOf } from "./guide-block";
import type { GuideDesk } from "./use-guide-desk";
import type { GuideFrame, GuideSubject } from "./use-guide-frame";
import type { useGuideGestures } from "./use-guide-gestures";

const NOBODY: readonly GuideBlock[] = [];

/** What the content at the side needs to come onto the guide: by hand, or at a time that is typed. */
export function useGuidePlacing(
  { channel }: GuideSubject,
  { day, dayName, rows }: GuideFrame,
  { store, guide, actions, editableFrom }: GuideDesk,
  gestures: ReturnType<typeof useGuideGestures>,
) {
  const line = guide.index.get(channel.id) ?? NOBODY;
  const latest = useRef({ line, day, rows, id: channel.id, editableFrom });
  latest.current = { line, day, rows, id: channel.id, editableFrom };
  /** From the mark on where one is set on this channel, else from the first moment of the day that is left. */
  const nextStart = useCallback(
    (durationMs: number) => {
      const { line, day, rows, id, editableFrom } = latest.current;
      const earliestMs = earliestOffer(day, Date.now(), editableFrom(id));
      const { caret } = store.state;
      const isMarked = caret && rows[caret.row]?.channelId === id && caret.atMs >= earliestMs && caret.atMs < day.toMs;
      return nextFreeStart(line, durationMs, isMarked ? caret.atMs : earliestMs, day.toMs);
    },
    [store],
  );
  const instantOf = useCallback(
    (timeOfDayMs: number) => instantOn(dayName, timeOfDayMs, channel.timezone),
    [dayName, channel.timezone],
  );
  const placeNew = useCallback(
    (content: ContentItem, startMs: number) => {
      const block = newBlockOf(content, uuidv7(), latest.current.id);
      return actions.place({ ...block, fromMs: startMs, toMs: startMs + (block.contentMs ?? 0) });
    },
    [actions],
  );
  const grabContent = useCallback(
    (event: PointerEvent, content: ContentItem) =>
      gestures.pressContent(event, newBlockOf(content, "held", latest.current.id)),
    [gestures],
  );
  return { line, nextStart, instantOf, placeNew, grabContent };
}
