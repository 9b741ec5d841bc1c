"use client";

import { useQueries, useQueryClient } from "@tanstack/react-query";
import { useMemo, useRef } from "react";
import type { Stretch } from "@/core/schedule/gaps";
import { applyEdit } from "@/core/schedule/guide-edit";
import { indexOf } from "@/core/schedule/guide-index";
import type { Edit } from "./edit-queue";
import { type GuideBlock, guideBlockOf } from "./guide-block";
import { readDay, scheduleKey } from "./schedule-cache";

/** One day of one channel that the page wants to show. */
export interface WantedDay {
  channelId: string;
  day: Stretch;
}

/**
 * The blocks of the wanted days with all edits that are on their way, by channel and in order of time. What was shown
 * stays until the next is there.
 */
export function useGuideBlocks(wanted: readonly WantedDay[], pending: readonly Edit[]) {
  const client = useQueryClient();
  const results = useQueries({
    queries: wanted.map(({ channelId, day }) => ({
      queryKey: scheduleKey(channelId, day),
      queryFn: ({ signal }: { signal: AbortSignal }) => readDay(client, channelId, day, signal),
      // Whoever watches the versions asks for it again when it changed.
      staleTime: 60_000,
    })),
  });
  const windows = results.map(({ data }) => data);
  const parts = useRef<{ key: typeof windows; blocks: GuideBlock[] }>({ key: [], blocks: [] });
  if (parts.current.key.length !== windows.length || windows.some((data, at) => data !== parts.current.key[at])) {
    const found = new Map<string, GuideBlock>();
    for (const window of windows) for (const block of window?.blocks ?? []) found.set(block.id, guideBlockOf(block));
    parts.current = { key: windows, blocks: [...found.values()] };
  }
  const standing = parts.current.blocks;
  const index = useMemo(
    () => indexOf(pending.reduce<readonly GuideBlock[]>((blocks, edit) => applyEdit(blocks, edit), standing)),
    [standing, pending],
  );
  const failed = results.find(({ isError, data }) => isError && !data);
  const key = results.map(({ data }) => (data ? "1" : "0")).join("");
  const loaded = useMemo(() => {
    const found = new Map<string, Stretch>();
    for (const [at, { channelId, day }] of wanted.entries()) {
      if (key[at] !== "1") continue;
      const before = found.get(channelId);
      const toMs = Math.max(before?.toMs ?? day.toMs, day.toMs);
      found.set(channelId, { fromMs: Math.min(before?.fromMs ?? day.fromMs, day.fromMs), toMs });
    }
    return found;
  }, [wanted, key]);
  return {
    index,
    /** What is known of each channel: only there a gap is one. */
    loaded,
    isLoading: results.some(({ isPending }) => isPending),
    isEmptySoFar: results.every(({ data }) => !data),
    error: failed?.error ?? null,
    retry: () => {
      for (const { isError, refetch } of results) if (isError) void refetch();
    },
  };
}
