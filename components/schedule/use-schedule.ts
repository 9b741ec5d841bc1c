"use client";

import { type QueryClient, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api } from "@/components/api/client";
import type { Schedule } from "@/core/schedule/contract";
import type { Stretch } from "@/core/schedule/gaps";
import { type GuideBlock, guideBlockOf } from "./guide-block";

export function scheduleKey(channelId: string, window: Stretch) {
  return ["schedule", channelId, window.fromMs, window.toMs] as const;
}

const NO_BLOCKS: GuideBlock[] = [];

/**
 * The blocks of a channel in a window, and how far they are locked. Asked for again every few seconds: the locked
 * band moves on, and somebody else may edit too.
 */
export function useSchedule(channelId: string, window: Stretch) {
  const query = useQuery({
    queryKey: scheduleKey(channelId, window),
    queryFn: ({ signal }) =>
      api.get<Schedule>(
        "/v1/creator/schedule",
        { channelId, from: new Date(window.fromMs).toISOString(), to: new Date(window.toMs).toISOString() },
        { signal },
      ),
    refetchInterval: 5000,
  });
  const blocks = useMemo(
    () => query.data?.blocks.map(guideBlockOf).sort((a, b) => a.fromMs - b.fromMs) ?? NO_BLOCKS,
    [query.data?.blocks],
  );
  const editableFrom = query.data?.editableFrom;
  return { query, blocks, editableFromMs: editableFrom ? Date.parse(editableFrom) : null };
}

/** Changes the cached window at once; the returned function puts back what stood there. */
export function changeCached(
  client: QueryClient,
  key: ReturnType<typeof scheduleKey>,
  change: (blocks: Schedule["blocks"]) => Schedule["blocks"],
): () => void {
  const before = client.getQueryData<Schedule>(key);
  if (before) client.setQueryData<Schedule>(key, { ...before, blocks: change(before.blocks) });
  return () => client.setQueryData<Schedule>(key, before);
}
