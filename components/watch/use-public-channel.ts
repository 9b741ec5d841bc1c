"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, api } from "@/components/api/client";
import type { PublicChannel } from "@/core/channels/contract";
import type { Guide } from "@/core/guide/contract";

const LOOK_EVERY_MS = 30_000;
/** Viewers who came at one time do not all ask at one time. */
const OWN_DELAY_MS = Math.random() * 15_000;
/** Soon after a programme ended, what follows the next is not known yet. */
const AFTER_CHANGE_MS = 1_000;
const OFF_AIR_LOOK_MS = 8_000;

/** Asks again when the next programme has begun, and now and then. */
function msUntilLook(channel: PublicChannel): number {
  const changesAt = channel.next?.startsAt ?? channel.now?.endsAt;
  const leftMs = changesAt ? Date.parse(changesAt) - Date.now() + AFTER_CHANGE_MS : LOOK_EVERY_MS;
  return Math.min(LOOK_EVERY_MS, Math.max(3000, leftMs)) + OWN_DELAY_MS;
}

/** A channel as everybody sees it; null while it is off the air. */
export function useAiredChannel(slug: string, initial: PublicChannel | null) {
  return useQuery({
    queryKey: ["public-channel", slug],
    initialData: initial,
    queryFn: ({ signal }) =>
      api.get<PublicChannel>(`/v1/channels/${encodeURIComponent(slug)}`, undefined, { signal }).catch((error) => {
        if (error instanceof ApiError && error.status === 404) return null;
        throw error;
      }),
    refetchInterval: ({ state }) => (state.data ? msUntilLook(state.data) : OFF_AIR_LOOK_MS),
  });
}

/**
 * A channel of which the server knew something when it rendered the page. When it leaves the air, what was known last
 * stays, so that the page does; it comes back by itself.
 */
export function usePublicChannel(slug: string, initial: PublicChannel) {
  const { data, refetch } = useAiredChannel(slug, initial);
  const [known, setKnown] = useState(initial);
  if (data && data !== known) setKnown(data);
  return { channel: data ?? known, isOnAir: data !== null, lookAgain: () => void refetch() };
}

/** The guide of a channel in a window of time. */
export function useGuide(slug: string, window: { from: string; to: string } | null) {
  return useQuery({
    queryKey: ["public-guide", slug, window],
    enabled: window !== null,
    queryFn: ({ signal }) =>
      api.get<Guide>(`/v1/channels/${encodeURIComponent(slug)}/epg`, window ?? undefined, { signal }),
    refetchInterval: 120_000,
  });
}
