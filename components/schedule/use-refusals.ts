"use client";

import { useCallback, useEffect, useRef } from "react";
import { rowIndexOf } from "@/core/schedule/guide-rows";
import { toast } from "../ui/notify";
import type { Edit, Refused } from "./edit-queue";
import type { GroundNow, GuideStore } from "./guide-store";
import { refusedText } from "./refusal-text";

const SHOWN_FOR_MS = 7000;

interface RefusalsOptions {
  store: GuideStore;
  ground: GroundNow;
  zoneOf: (channelId: string) => string;
}

/** Shows why an edit was not carried out: at the place where it was tried, or in a corner when that is out of sight. */
export function useRefusals({ store, ground, zoneOf }: RefusalsOptions): (edit: Edit, why: Refused) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const zone = useRef(zoneOf);
  zone.current = zoneOf;
  return useCallback(
    (edit, why) => {
      const { index, rows } = ground.current;
      const at = edit.changes.find(({ after }) => after)?.after ?? edit.changes[0]?.before ?? undefined;
      const timeZone = zone.current(at?.channelId ?? "");
      const { message, conflictIds } = refusedText(edit, why, [...index.values()].flat(), timeZone);
      store.set({ said: message });
      const row = at ? rowIndexOf(rows, at.channelId, at.fromMs) : -1;
      if (!at || row < 0) return toast.error("The guide was not changed", { description: message });
      store.set({ refusal: { row, atMs: at.fromMs, message, conflictIds } });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => store.set({ refusal: null }), SHOWN_FOR_MS);
    },
    [ground, store],
  );
}
