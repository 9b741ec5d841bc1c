"use client";

import { useEffect, useState } from "react";
import type { GuideIndex } from "@/core/schedule/guide-index";
import { inStretch } from "@/core/schedule/guide-index";
import type { GuideBlock } from "./guide-block";

const NONE: ReadonlySet<string> = new Set();

/** The blocks that are on air now. Looked up every second, handed on only when they change. */
export function useOnAirIds(index: GuideIndex<GuideBlock>, publishedIds: readonly string[]): ReadonlySet<string> {
  const [ids, setIds] = useState(NONE);
  const key = publishedIds.join(" ");
  useEffect(() => {
    const look = () => {
      const nowMs = Date.now();
      const now = { fromMs: nowMs, toMs: nowMs + 1 };
      const found = key.split(" ").flatMap((id) => inStretch(index.get(id) ?? [], now).map((block) => block.id));
      setIds((before) =>
        found.length === before.size && found.every((id) => before.has(id)) ? before : new Set(found),
      );
    };
    look();
    const timer = setInterval(look, 1000);
    return () => clearInterval(timer);
  }, [index, key]);
  return ids;
}
