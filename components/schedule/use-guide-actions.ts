"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { ContentItem } from "@/core/content/contract";
import type { Stretch } from "@/core/schedule/gaps";
import { clockText } from "@/core/schedule/grid-text";
import { toast } from "../ui/notify";
import type { GuideBlock } from "./guide-block";
import type { Held } from "./held";
import { refusalOfError, refusalShown, type ShownRefusal } from "./refusal-text";
import { type BlockChange, useBlockEdits } from "./use-block-edits";

/** A refusal and the place on the guide where it happened. */
export interface PlacedRefusal extends ShownRefusal {
  atMs: number;
}

const SHOWN_FOR_MS = 7000;
/** Long enough to notice a slip, read the line and reach the button. */
const UNDO_FOR_MS = 12_000;

/**
 * The verbs of the guide with everything a person is told about them: refusals at the place where they happened, a
 * toast with Undo for what was taken away or moved, and a line for screen readers.
 */
export function useGuideActions(channelId: string, window: Stretch, blocks: readonly GuideBlock[], timeZone: string) {
  const edits = useBlockEdits(channelId, window);
  const [refusal, setRefusal] = useState<PlacedRefusal | null>(null);
  const [announcement, announce] = useState("");
  const latest = useRef({ edits, blocks });
  latest.current = { edits, blocks };

  useEffect(() => {
    if (!refusal) return;
    const timer = setTimeout(() => setRefusal(null), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [refusal]);

  const refuse = useCallback((shown: ShownRefusal, atMs: number) => setRefusal({ ...shown, atMs }), []);
  const refuseError = useCallback(
    (error: unknown, atMs: number) => refuse(refusalOfError(error, latest.current.blocks, timeZone), atMs),
    [refuse, timeZone],
  );

  const place = useCallback(
    (content: ContentItem, startMs: number) => {
      setRefusal(null);
      announce(`${content.title} placed at ${clockText(startMs, timeZone)}.`);
      latest.current.edits.place.mutate({ content, startMs }, { onError: (error) => refuseError(error, startMs) });
    },
    [refuseError, timeZone],
  );

  const change = useCallback(
    (block: GuideBlock, to: BlockChange) => {
      setRefusal(null);
      const startMs = to.startMs ?? block.fromMs;
      const { edits } = latest.current;
      edits.change.mutate(
        { block, to },
        {
          onError: (error) => refuseError(error, startMs),
          onSuccess: () => {
            const back = { startMs: block.fromMs, durationMs: block.toMs - block.fromMs };
            announce(`${block.title} starts at ${clockText(startMs, timeZone)}.`);
            toast(`“${block.title}” now starts at ${clockText(startMs, timeZone)}`, {
              duration: UNDO_FOR_MS,
              action: {
                label: "Undo",
                onClick: () =>
                  latest.current.edits.change.mutate(
                    { block, to: back },
                    { onError: (error) => refuseError(error, back.startMs) },
                  ),
              },
            });
          },
        },
      );
    },
    [refuseError, timeZone],
  );

  const remove = useCallback(
    (block: GuideBlock) => {
      setRefusal(null);
      const again = { content: block.content, startMs: block.fromMs, durationMs: block.toMs - block.fromMs };
      latest.current.edits.remove.mutate(block, {
        onError: (error) => refuseError(error, block.fromMs),
        onSuccess: () => {
          announce(`${block.title} removed.`);
          toast(`“${block.title}” removed`, {
            duration: UNDO_FOR_MS,
            description: `${clockText(block.fromMs, timeZone)}–${clockText(block.toMs, timeZone)}`,
            action: {
              label: "Undo",
              onClick: () =>
                latest.current.edits.place.mutate(
                  { ...again, kind: block.kind },
                  { onError: (error) => refuseError(error, block.fromMs) },
                ),
            },
          });
        },
      });
    },
    [refuseError, timeZone],
  );

  const drop = useCallback(
    ({ holding, snap, refusal: refused }: Held) => {
      if (holding.what === "block" && holding.block.fromMs === snap.startMs) return;
      if (refused) return refuse(refusalShown(refused, latest.current.blocks, timeZone), snap.startMs);
      if (holding.what === "content") place(holding.content, snap.startMs);
      else change(holding.block, { startMs: snap.startMs });
    },
    [change, place, refuse, timeZone],
  );

  return { place, change, remove, drop, refusal, dismissRefusal: () => setRefusal(null), announcement, announce };
}
