"use client";

import { useQueries } from "@tanstack/react-query";
import { api } from "@/components/api/client";
import { useChannels } from "@/components/channels/use-channels";
import type { Channel, PublicChannel } from "@/core/channels/contract";

export interface OnAirChannel {
  channel: Channel;
  /** What viewers see now and next; undefined until it is known. */
  guide: Pick<PublicChannel, "now" | "next"> | undefined;
}

/** Asks again just after the programme changes, and at least twice a minute, because the guide can be edited. */
function msUntilNextLook(guide: PublicChannel | undefined): number {
  const endsAt = guide?.now?.endsAt ?? guide?.next?.startsAt;
  const left = endsAt ? new Date(endsAt).getTime() - Date.now() + 500 : 30_000;
  return Math.min(30_000, Math.max(3_000, left));
}

/** The creator's published channels with what is on each of them. */
export function useOnAir(): { onAir: OnAirChannel[]; isPending: boolean; isError: boolean } {
  const channels = useChannels();
  const published = (channels.data?.items ?? []).filter((channel) => channel.status === "published");
  const guides = useQueries({
    queries: published.map((channel) => ({
      queryKey: ["on-air", channel.slug],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.get<PublicChannel>(`/v1/channels/${channel.slug}`, {}, { signal }),
      refetchInterval: (query: { state: { data: PublicChannel | undefined } }) => msUntilNextLook(query.state.data),
    })),
  });
  return {
    onAir: published.map((channel, index) => ({ channel, guide: guides[index]?.data })),
    isPending: channels.isPending,
    isError: channels.isError,
  };
}
