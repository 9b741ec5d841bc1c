"use client";

import { ImageUp, RotateCcw } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { formatDuration } from "@/components/ui/format-time";
import { toast } from "@/components/ui/notify";
import type { ContentDetail } from "@/core/content/contract";
import { ArtworkShapes } from "./artwork-shapes";
import { FrameChooser } from "./frame-chooser";
import { useArtwork } from "./use-artwork";

interface ArtworkTabProps {
  item: ContentDetail;
  /** Where the player stands; null while there is none. */
  playerSeconds: () => number | null;
}

/** The pictures of an item and the ways to other ones. */
export function ArtworkTab({ item, playerSeconds }: ArtworkTabProps) {
  const input = useRef<HTMLInputElement>(null);
  const { upload, takeFrame, remove } = useArtwork(item.id);
  const isBusy = upload.isPending || takeFrame.isPending || remove.isPending;
  const problem = upload.error ?? takeFrame.error ?? remove.error;
  const canTakeFrames = item.renditions.length > 0 && item.durationSeconds !== null;

  function reset() {
    upload.reset();
    takeFrame.reset();
    remove.reset();
  }

  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap items-center gap-2">
        <p className="mr-auto text-muted" role="status">
          {isBusy ? "Making the pictures…" : originText(item)}
        </p>
        <input
          ref={input}
          type="file"
          accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
          className="sr-only"
          aria-label="Artwork file"
          tabIndex={-1}
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = "";
            reset();
            if (file) upload.mutate(file, { onSuccess: () => toast.success("The artwork was changed") });
          }}
        />
        {item.artwork && (
          <Button
            icon={<RotateCcw aria-hidden />}
            busy={remove.isPending}
            disabled={isBusy}
            onClick={() => {
              reset();
              remove.mutate();
            }}
          >
            {canTakeFrames ? "Automatic frame" : "Remove"}
          </Button>
        )}
        <Button
          icon={<ImageUp aria-hidden />}
          busy={upload.isPending}
          disabled={isBusy}
          onClick={() => input.current?.click()}
        >
          Upload a picture
        </Button>
      </div>
      {problem && (
        <p role="alert" className="text-danger">
          {problem.message}
        </p>
      )}
      <ArtworkShapes item={item} />
      {canTakeFrames && (
        <FrameChooser
          item={item}
          isBusy={isBusy}
          playerSeconds={playerSeconds}
          onTake={(atSeconds) => {
            reset();
            takeFrame.mutate(atSeconds, { onSuccess: () => toast.success("The artwork was changed") });
          }}
        />
      )}
    </div>
  );
}

function originText({ artwork, posters }: ContentDetail): string {
  if (artwork?.from === "frame") return `The frame at ${formatDuration(artwork.atSeconds ?? 0)}`;
  if (artwork) return artwork.from === "upload" ? "An uploaded picture" : "An imported picture";
  return posters.landscape || posters.portrait ? "A frame that was chosen automatically" : "No picture yet";
}
