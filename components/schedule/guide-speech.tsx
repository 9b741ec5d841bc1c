"use client";

import { clockText } from "@/core/schedule/grid-text";
import type { GuideStore } from "./guide-store";
import { useGuideState } from "./use-guide-state";

interface GuideSpeechProps {
  text: string;
  store: GuideStore;
  zoneOf: (channelId: string) => string;
}

/** What a screen reader says: what was done last, and while something is dragged, where it would stand. */
export function GuideSpeech({ text, store, zoneOf }: GuideSpeechProps) {
  const dragged = useGuideState(store, ({ held }) => {
    const lead = held?.how === "place" ? held.after[0] : undefined;
    if (!lead) return "";
    const zone = zoneOf(lead.channelId);
    return `${clockText(lead.fromMs, zone)} to ${clockText(lead.toMs, zone)}${held?.refusal ? ", taken" : ""}`;
  });
  return (
    <p className="sr-only" role="status" aria-live="assertive" data-testid="guide-speech">
      {dragged || text}
    </p>
  );
}
