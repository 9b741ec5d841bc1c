"use client";

import { useQuery } from "@tanstack/react-query";
import { ApiError, api } from "@/components/api/client";
import type { PublicChannel } from "@/core/channels/contract";
import type { Guide } from "@/core/guide/contract";

/** Asks again when the programme changes, and twice a minute at least. */
function msUntilChange(channel: PublicChannel | undefined): number {
  const changesAt = channel?.now?.endsAt ?? channel?.next?.startsAt;
  const leftMs = changesAt ? Date.parse(changesAt) - Date.now() + 500 : 30_000;
  return Math.min(30_000, Math.max(3000, leftMs));
}

/** A channel as viewers see it; null once it is off the air. Starts with what the server rendered. */
export function usePublicChannel(slug: string, initial: PublicChannel | null) {
  return useQuery({
    queryKey: ["public-channel", slug],
    initialData: initial,
    queryFn: ({ signal }) =>
      api.get<PublicChannel>(`/v1/channels/${encodeURIComponent(slug)}`, undefined, { signal }).catch((error) => {
        if (error instanceof ApiError && error.status === 404) return null;
        throw error;
      }),
    refetchInterval: ({ state }) => (state.data ? msUntilChange(state.data) : 8000),
  });
}

/** The guide of a channel from now to a day from now. */
export function useGuide(slug: string) {
  return useQuery({
    queryKey: ["public-guide", slug],
    queryFn: ({ signal }) => api.get<Guide>(`/v1/channels/${encodeURIComponent(slug)}/epg`, undefined, { signal }),
    refetchInterval: 60_000,
  });
}
