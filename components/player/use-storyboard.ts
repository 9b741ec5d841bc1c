"use client";

import { useQuery } from "@tanstack/react-query";
import { parseStoryboard, type StoryboardCue } from "./storyboard";

const NO_CUES: StoryboardCue[] = [];

/** The small pictures of an item, moment by moment; none as long as nobody wants them, and none where they are lost. */
export function useStoryboard(vttUrl: string | undefined, isWanted = true): StoryboardCue[] {
  const { data = NO_CUES } = useQuery({
    queryKey: ["storyboard", vttUrl],
    enabled: vttUrl !== undefined && isWanted,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const address = new URL(vttUrl ?? "", window.location.href).href;
      const reply = await fetch(address, { signal });
      return reply.ok ? parseStoryboard(await reply.text(), address) : NO_CUES;
    },
  });
  return data;
}
