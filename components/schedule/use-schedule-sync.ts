"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { api } from "@/components/api/client";
import type { ScheduleVersions } from "@/core/schedule/batch-contract";
import { channelsOf } from "@/core/schedule/guide-edit";
import type { GuideIndex } from "@/core/schedule/guide-index";
import type { EditQueue } from "./edit-queue";
import { versionOf, windowsOf } from "./schedule-cache";

const EVERY_MS = 1000;
const EDITABLE_EVERY_MS = 5000;

/**
 * Learns within a second of edits that were made elsewhere, by asking for the versions of all schedules: one short
 * answer, where an open stream would hold one of the six connections that a browser has for a server without TLS. A
 * hidden tab asks for nothing, and catches up when it is seen again.
 * @param index what the page shows: a day that comes back into sight may have become old meanwhile
 */
export function useFreshSchedules(queue: EditQueue, index: GuideIndex): void {
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: ["schedule-versions"],
    queryFn: ({ signal }) => api.get<ScheduleVersions>("/v1/creator/schedule/versions", undefined, { signal }),
    refetchInterval: EVERY_MS,
    staleTime: 0,
  });
  useEffect(() => {
    if (index.size === 0 && !data) return;
    const editing = new Set(queue.state.pending.flatMap((edit) => channelsOf(edit)));
    for (const { channelId, etag } of data?.channels ?? []) {
      // An own edit on its way will bring its answer itself, or find out that it came second.
      if (editing.has(channelId)) continue;
      if (windowsOf(client, channelId).some((window) => versionOf(window.etag) < versionOf(etag))) {
        void client.invalidateQueries({ queryKey: ["schedule", channelId] });
        void client.invalidateQueries({ queryKey: ["on-air"] });
      }
    }
  }, [client, queue, data, index]);
}

/** How far each channel is locked, asked for every few seconds; undefined until that is known. */
export function useEditableFrom(): (channelId: string) => number | null | undefined {
  const { data } = useQuery({
    queryKey: ["schedule-editable"],
    queryFn: ({ signal }) =>
      api.get<ScheduleVersions>("/v1/creator/schedule/versions", { editable: "true" }, { signal }),
    refetchInterval: EDITABLE_EVERY_MS,
    staleTime: 0,
  });
  return useMemo(() => {
    const known = new Map(
      data?.channels.map(({ channelId, editableFrom }) => [channelId, editableFrom ? Date.parse(editableFrom) : null]),
    );
    return (channelId: string) => known.get(channelId);
  }, [data]);
}
