"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { type GuideOnPage, sharedQueue } from "./shared-queue";

/** The queue of edits, told of refusals and of the locked band by this page while it stands. */
export function useEditQueue(page: GuideOnPage) {
  const shared = sharedQueue(useQueryClient());
  const latest = useRef(page);
  latest.current = page;
  useEffect(() => {
    const own: GuideOnPage = {
      editableFrom: (channelId) => latest.current.editableFrom(channelId),
      onRefused: (edit, why) => latest.current.onRefused(edit, why),
    };
    shared.page = own;
    return () => {
      if (shared.page === own) shared.page = null;
    };
  }, [shared]);
  const { queue } = shared;
  return { queue, state: useSyncExternalStore(queue.subscribe, queue.snapshot, queue.snapshot) };
}
