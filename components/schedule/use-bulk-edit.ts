"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import type { Stretch } from "@/core/schedule/gaps";
import { editBetween } from "@/core/schedule/guide-edit";
import { readStretch, versionOf } from "./schedule-cache";
import { sharedQueue } from "./shared-queue";
import { toastPlain, toastStep } from "./step-toast";

/** Something that the server does to a whole stretch of a channel at once. */
interface BulkEdit<T> {
  channelId: string;
  /** Everything that may change lies in here. */
  stretch: Stretch;
  /** In words, for "Undo …". */
  label: string;
  work: () => Promise<T>;
  /** What is said of the result: in one line, and below it. */
  said: (result: T) => [line: string, description?: string];
}

/**
 * Carries out an edit that the server makes by itself (a fill, a copied week) and notes what it came to as one step
 * that can be taken back. Where somebody else edited in the same moment the two cannot be told apart, and no step is noted.
 */
export function useBulkEdit() {
  const client = useQueryClient();
  return useCallback(
    async <T>({ channelId, stretch, label, work, said }: BulkEdit<T>): Promise<T> => {
      const { queue } = sharedQueue(client);
      const before = await readStretch(channelId, stretch);
      const result = await work();
      const after = await readStretch(channelId, stretch).catch(() => null);
      const isOwn = after !== null && versionOf(after.etag) === versionOf(before.etag) + 1;
      if (isOwn) queue.record(editBetween(label, before.blocks, after.blocks));
      const [line, description] = said(result);
      if (isOwn) toastStep(queue, line, description);
      else toastPlain(line, description);
      for (const key of [["schedule", channelId], ["on-air"], ["checklist", channelId]]) {
        void client.invalidateQueries({ queryKey: key });
      }
      return result;
    },
    [client],
  );
}
