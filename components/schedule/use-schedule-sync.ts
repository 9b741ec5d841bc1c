"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { api } from "@/components/api/client";
import type { ScheduleVersions } from "@/core/schedule/batch-contract";
import { channelsOf } from "@/core/schedule/guide-edit";
import type { EditQueue } from "./edit-queue";
import { versionOf, windowsOf } from "./schedule-cache";

const EVERY_MS = 1000;
const EDITABLE_EVERY_MS = 5000;

/**
 * Learns within a second of edits that were made elsewhere, by asking for the versions of all schedules: one short
 * answer, where an open stream would hold one of the six connections that a browser has for a server without TLS. A hidden tab
 * asks for nothing, and catches up when it is seen again.
 * @returns how far each channel is locked; undefined until that is known
 */
export function useScheduleSync(queue: EditQueue): (channelId: string) => number | null | undefined {
  const client = useQueryClient();
  const versions = useQuery({
    queryKey: ["schedule-versions"],
    queryFn: ({ signal }) => api.get<ScheduleVersions>("/v1/creator/schedule/versions", undefined, { signal }),
    refetchInterval: EVERY_MS,
    staleTime: 0,
  });
  const locked = useQuery({
    queryKey: ["schedule-editable"],
    queryFn: ({ signal }) =>
      api.get<ScheduleVersions>("/v1/creator/schedule/versions", { editable: "true" }, { signal }),
    refetchInterval: EDITABLE_EVERY_MS,
    staleTime: 0,
  });

  useEffect(() => {
    const editing = new Set(queue.state.pending.flatMap((edit) => channelsOf(edit)));
    for (const { channelId, etag } of versions.data?.channels ?? []) {
      // An own edit on its way will bring its answer itself, or find out that it came second.
      if (editing.has(channelId)) continue;
      if (windowsOf(client, channelId).some((window) => versionOf(window.etag) < versionOf(etag))) {
        void client.invalidateQueries({ queryKey: ["schedule", channelId] });
        void client.invalidateQueries({ queryKey: ["on-air"] });
      }
    }
  }, [client, queue, versions.data]);

  return useMemo(() => {
    const known = new Map(
      locked.data?.channels.map(({ channelId, editableFrom }) => [
        channelId,
        editableFrom ? Date.parse(editableFrom) : null,
      ]),
    );
    return (channelId: string) => known.get(channelId);
  }, [locked.data]);
}
