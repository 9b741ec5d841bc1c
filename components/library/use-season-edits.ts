"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/components/api/client";
import { toast } from "@/components/ui/notify";
import type { ContentItem, EpisodeList } from "@/core/content/contract";
import { contentKeys } from "./content-keys";
import { useOrderEpisodes } from "./content-queries";

/** Verbs on the seasons of a series. An order is shown at once and numbered by the server. */
export function useSeasonEdits(seriesId: string, episodes: readonly ContentItem[] = []) {
  const client = useQueryClient();
  const ordering = useOrderEpisodes(seriesId);
  const leaving = useMutation({
    mutationFn: (id: string) =>
      api.patch(`/v1/creator/content/${id}`, { seriesId: null, seasonNumber: null, episodeNumber: null }),
    onSettled: () => client.invalidateQueries({ queryKey: contentKeys.all }),
  });
  const failed = (error: Error) => toast.error("The season could not be saved", { description: error.message });

  function order(seasonNumber: number | null, items: readonly ContentItem[]) {
    client.setQueryData<EpisodeList>(contentKeys.episodes(seriesId), (old) => {
      if (!old) return undefined;
      const others = old.items.filter((episode) => episode.seasonNumber !== seasonNumber);
      const numbered = items.map((item, index) => ({ ...item, seasonNumber, episodeNumber: index + 1 }));
      return { ...old, items: [...others, ...numbered] };
    });
    ordering.mutate({ seasonNumber, contentItemIds: items.map(({ id }) => id) }, { onError: failed });
  }

  return {
    order,
    add: (seasonNumber: number | null, item: ContentItem) =>
      order(seasonNumber, [...episodes.filter((episode) => episode.seasonNumber === seasonNumber), item]),
    takeOut: (episode: ContentItem) =>
      leaving.mutate(episode.id, {
        onSuccess: () => toast(`“${episode.title}” belongs to the series no more`),
        onError: failed,
      }),
  };
}
