"use client";

import { clockText } from "@/core/schedule/grid-text";
import type { GuideStore } from "./guide-store";
import { useGuideState } from "./use-guide-state";

interface GuideSpeechProps {
  store: GuideStore;
  zoneOf: (channelId: string) => string;
}

/** What a screen reader says: what was done last, and while something is dragged, where it would stand. */
export function GuideSpeech({ store, zoneOf }: GuideSpeechProps) {
  const said = useGuideState(store, (state) => state.said);
  const dragged = useGuideState(store, ({ held }) => {
    const lead = held?.how === "place" ? held.after[0] : undefined;
    if (!lead) return "";
    const zone = zoneOf(lead.channelId);
    return `${clockText(lead.fromMs, zone)} to ${clockText(lead.toMs, zone)}${held?.refusal ? ", taken" : ""}`;
  });
  return (
    <p className="sr-only" role="status" aria-live="assertive" data-testid="guide-speech">
      {dragged || said}
    </p>
  );
}
