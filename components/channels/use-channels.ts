"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { api } from "@/components/api/client";
import { useFirstList } from "@/components/api/first-answers";
import { wholeList } from "@/components/api/whole-list";
import type {
  Channel,
  ChannelChecklist,
  ChannelList,
  CreateChannel,
  PublicChannel,
  UpdateChannel,
} from "@/core/channels/contract";
import type { AirPreview } from "@/core/guide/preview-contract";
import { uploadLogo } from "./upload-logo";

const LIST = ["channels", "list"];

/** All of the creator's channels, however many; one list for the whole Studio. */
export function useChannels() {
  return useQuery({
    ...useFirstList<ChannelList>("/v1/creator/channels"),
    queryKey: LIST,
    queryFn: ({ signal }) => wholeList<ChannelList>("/v1/creator/channels", signal),
    refetchInterval: 60_000,
  });
}

/** One channel, shown at once from the list when that is at hand. */
export function useChannel(id: string) {
  const client = useQueryClient();
  return useQuery<Channel>({
    queryKey: ["channel", id],
    queryFn: ({ signal }) => api.get<Channel>(`/v1/creator/channels/${id}`, undefined, { signal }),
    placeholderData: () => client.getQueryData<ChannelList>(LIST)?.items.find((channel) => channel.id === id),
    // Auto-fill that was switched on just now fills its first days in a moment.
    refetchInterval: ({ state }) => (state.data?.autofill.enabled && !state.data.autofilledUntil ? 4000 : false),
  });
}

/** What viewers see on a published channel, asked for again when the programme changes; only while it is wanted. */
export function useNowNext(channel: Pick<Channel, "slug" | "status">, isWanted = true) {
  return useQuery({
    queryKey: ["on-air", channel.slug],
    enabled: isWanted && channel.status === "published",
    queryFn: ({ signal }) => api.get<PublicChannel>(`/v1/channels/${channel.slug}`, undefined, { signal }),
    refetchInterval: ({ state }) => {
      const changesAt = state.data?.now?.endsAt ?? state.data?.next?.startsAt;
      const leftMs = changesAt ? Date.parse(changesAt) - Date.now() + 500 : 30_000;
      return Math.min(30_000, Math.max(3000, leftMs));
    },
  });
}

/**
 * What airs where the guide names no programme: filler, a break, the slate. Guides leave these out, but a Studio that
 * called them nothing would lie.
 */
export function useAiringNow(channelId: string, isWanted: boolean) {
  return useQuery({
    queryKey: ["on-air", "airing", channelId],
    enabled: isWanted,
    queryFn: ({ signal }) =>
      api.get<AirPreview>(`/v1/creator/channels/${channelId}/preview`, { at: new Date().toISOString() }, { signal }),
    refetchInterval: ({ state }) => {
      const endsAt = state.data?.airing?.endsAt;
      const leftMs = endsAt ? Date.parse(endsAt) - Date.now() + 500 : 30_000;
      return Math.min(30_000, Math.max(3000, leftMs));
    },
  });
}

/** An airing that is no programme of the guide, in a creator's words; null while it is not known. */
export function airingText(preview: AirPreview | undefined): string | null {
  if (!preview) return null;
  if (!preview.airing) return "Off the air";
  return preview.airing.kind === "filler" ? `Filler: ${preview.airing.title}` : preview.airing.title || "The slate";
}

export function useChecklist(channelId: string) {
  return useQuery({
    queryKey: ["checklist", channelId],
    queryFn: ({ signal }) =>
      api.get<z.infer<typeof ChannelChecklist>>(`/v1/creator/channels/${channelId}/checklist`, undefined, { signal }),
    refetchInterval: 60_000,
  });
}

/** Verbs on channels. Every one of them leaves the lists fresh. */
export function useChannelEdits() {
  const client = useQueryClient();
  const settled = () =>
    Promise.all(
      ["channels", "channel", "checklist", "on-air", "schedule"].map((key) =>
        client.invalidateQueries({ queryKey: [key] }),
      ),
    );
  const create = useMutation({
    mutationFn: async ({ logo, ...channel }: z.input<typeof CreateChannel> & { logo: File | null }) => {
      const made = await api.post<Channel>("/v1/creator/channels", channel);
      if (!logo) return { ...made, logoProblem: null };
      // The channel is there, whatever becomes of its logo.
      const problem = (error: Error) => ({ ...made, logoProblem: error.message });
      return uploadLogo(made.id, logo).then((channel) => ({ ...channel, logoProblem: null }), problem);
    },
    onSuccess: settled,
  });
  const update = useMutation({
    mutationFn: ({ id, changes }: { id: string; changes: z.input<typeof UpdateChannel> }) =>
      api.patch<Channel>(`/v1/creator/channels/${id}`, changes),
    onSuccess: settled,
  });
  const publish = useMutation({
    mutationFn: (id: string) => api.post<Channel>(`/v1/creator/channels/${id}/publish`),
    onSuccess: settled,
  });
  const unpublish = useMutation({
    mutationFn: (id: string) => api.post<Channel>(`/v1/creator/channels/${id}/unpublish`),
    onSuccess: settled,
  });
  const remove = useMutation({
    mutationFn: (id: string) => api.delete(`/v1/creator/channels/${id}`),
    onSuccess: settled,
  });
  return { create, update, publish, unpublish, remove };
}
