"use client";

import { useQuery } from "@tanstack/react-query";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { parseCaptions } from "@/core/content/captions";
import type { Caption } from "@/core/content/contract";
import { CueList } from "./cue-list";

interface CaptionEditorProps {
  caption: Caption;
  contentItemId: string;
  /** Where the player stands; null while there is none. */
  playerSeconds: () => number | null;
  onClose: () => void;
}

/** The words and times of a caption track, line by line. */
export function CaptionEditor({ caption, contentItemId, playerSeconds, onClose }: CaptionEditorProps) {
  const cues = useQuery({
    queryKey: ["caption-text", caption.id],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const reply = await fetch(caption.url, { signal });
      if (!reply.ok) throw new Error("The captions could not be fetched.");
      return parseCaptions(await reply.text());
    },
  });
  if (cues.data) {
    return (
      <CueList
        caption={caption}
        contentItemId={contentItemId}
        initial={cues.data}
        playerSeconds={playerSeconds}
        onClose={onClose}
      />
    );
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="lg"
      title={`Captions “${caption.label}”`}
      footer={<Button onClick={onClose}>Close</Button>}
    >
      {cues.isPending ? (
        <Skeleton className="h-60 w-full" />
      ) : (
        <ErrorState
          title="The captions could not be loaded"
          error={cues.error}
          retrying={cues.isFetching}
          onRetry={() => void cues.refetch()}
        />
      )}
    </Dialog>
  );
}
