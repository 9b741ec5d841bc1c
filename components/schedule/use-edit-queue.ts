"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { api } from "@/components/api/client";
import type { EditedBlocks } from "@/core/schedule/batch-contract";
import type { Stretch } from "@/core/schedule/gaps";
import { channelsOf } from "@/core/schedule/guide-edit";
import { indexOf } from "@/core/schedule/guide-index";
import { type Edit, EditQueue, type EditRemote, type Refused } from "./edit-queue";
import { batchOf } from "./edit-request";
import { type GuideBlock, guideBlockOf } from "./guide-block";
import { confirmEdit, readSchedule, seenEtag } from "./schedule-cache";

/** The queue of edits of this page. What has not arrived yet holds the page open. */
export function useEditQueue(
  editableFrom: { current: (channelId: string) => number | null },
  onRefused: (edit: Edit, why: Refused) => void,
) {
  const client = useQueryClient();
  const refused = useRef(onRefused);
  refused.current = onRefused;
  const [queue] = useState(() => {
    // What was read anew for an edit that came second counts for its next attempt, whatever the page shows by then.
    const readAnew = new Map<string, string>();
    const remote: EditRemote = {
      send: (edit) => {
        const tags = channelsOf(edit).map((id) => readAnew.get(id) ?? seenEtag(client, id));
        readAnew.clear();
        // A channel that the page has not read has no version to hold the server to.
        const headers: Record<string, string> = tags.includes(null) ? {} : { "If-Match": tags.join(", ") };
        return api.post<EditedBlocks>("/v1/creator/schedule/batch", { edits: batchOf(edit) }, { headers });
      },
      confirm: (edit, reply) => {
        confirmEdit(client, edit, reply);
        void client.invalidateQueries({ queryKey: ["on-air"] });
        for (const channelId of channelsOf(edit)) void client.invalidateQueries({ queryKey: ["checklist", channelId] });
      },
      refresh: async (edit) => {
        const stretch = stretchOf(edit);
        const blocks: GuideBlock[] = [];
        for (const channelId of channelsOf(edit)) {
          const schedule = await readSchedule(channelId, stretch);
          readAnew.set(channelId, schedule.etag);
          blocks.push(...schedule.blocks.map(guideBlockOf));
          void client.invalidateQueries({ queryKey: ["schedule", channelId] });
        }
        return indexOf(blocks);
      },
      editableFrom: (channelId) => editableFrom.current(channelId),
      later: (work, ms) => void setTimeout(work, ms),
    };
    return new EditQueue(remote, (edit, why) => refused.current(edit, why));
  });
  const state = useSyncExternalStore(queue.subscribe, queue.snapshot, queue.snapshot);

  const isWaiting = state.pending.length > 0;
  useEffect(() => {
    if (!isWaiting) return;
    const hold = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", hold);
    return () => window.removeEventListener("beforeunload", hold);
  }, [isWaiting]);
  return { queue, state };
}

/** All the time that an edit is about, in which other edits may have been made. */
function stretchOf({ changes }: Edit): Stretch {
  const slots = changes.flatMap(({ before, after }) => [before ?? [], after ?? []].flat());
  return {
    fromMs: Math.min(...slots.map(({ fromMs }) => fromMs)),
    toMs: Math.max(...slots.map(({ toMs }) => toMs)),
  };
}
