"use client";

import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "@/components/api/client";
import { useFirstAnswer } from "@/components/api/first-answers";
import { wholeList } from "@/components/api/whole-list";
import type {
  ContentDetail,
  ContentItem,
  ContentLabels,
  ContentList,
  CreateContainer,
  EpisodeList,
  OrderEpisodes,
  UpdateContent,
} from "@/core/content/contract";
import { contentKeys } from "./content-keys";
import { type LibraryQuery, listParams, PER_PAGE } from "./library-query";
import { isUnderWay } from "./status-words";

/** Often while something is being converted; now and then otherwise, because programs add items too. */
const BUSY_MS = 1_500;
const CALM_MS = 20_000;

/** One page of the library as it is filtered and ordered now. */
export function contentPage(query: LibraryQuery, page: number) {
  const params = { ...listParams(query), page, per_page: PER_PAGE };
  return queryOptions({
    queryKey: [...contentKeys.lists, params],
    queryFn: ({ signal }) => api.get<ContentList>("/v1/creator/content", params, { signal }),
    refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? BUSY_MS : CALM_MS),
  });
}

const ALL_PER_PAGE = 100;
const AT_ONCE = 4;

/** Every item that matches, in whatever order; for choosing them all. */
export async function allMatching(query: LibraryQuery): Promise<ContentItem[]> {
  const ask = (page: number) =>
    api.get<ContentList>("/v1/creator/content", { ...listParams(query), page, per_page: ALL_PER_PAGE });
  const first = await ask(1);
  const items = [...first.items];
  const last = Math.ceil(first.total / ALL_PER_PAGE);
  for (let page = 2; page <= last; page += AT_ONCE) {
    const pages = Array.from({ length: Math.min(AT_ONCE, last - page + 1) }, (_, index) => page + index);
    for (const part of await Promise.all(pages.map(ask))) items.push(...part.items);
  }
  return items;
}

export function useContentDetail(id: string) {
  const address = `/v1/creator/content/${id}`;
  return useQuery({
    ...useFirstAnswer<ContentDetail>(address),
    queryKey: contentKeys.item(id),
    queryFn: ({ signal }) => api.get<ContentDetail>(address, {}, { signal }),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? BUSY_MS : CALM_MS),
  });
}

/** Writes some fields of an item. The answer is shown at once, the lists follow. */
export function useUpdateContent(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (fields: UpdateContent) => api.patch<ContentDetail>(`/v1/creator/content/${id}`, fields),
    onSuccess: (item, fields) => {
      client.setQueryData<ContentDetail>(contentKeys.item(id), (old) => (old ? { ...old, ...item } : undefined));
      void client.invalidateQueries({ queryKey: contentKeys.lists });
      if (fields.tags || fields.genres || fields.ageRatings || fields.language) {
        void client.invalidateQueries({ queryKey: contentKeys.labels });
      }
      if ("seriesId" in fields || "seasonNumber" in fields || "episodeNumber" in fields) {
        void client.invalidateQueries({ queryKey: contentKeys.allEpisodes });
      }
    },
  });
}

/** The words that items carry, for filters and suggestions. */
export function useLabels() {
  return useQuery({
    queryKey: contentKeys.labels,
    queryFn: ({ signal }) => api.get<ContentLabels>("/v1/creator/content/labels", undefined, { signal }),
    staleTime: CALM_MS,
  });
}

/** Items whose titles hold a text, newest first; for adding them somewhere. */
export function useContentSearch(q: string) {
  const params = { q: q || undefined, per_page: 30 };
  return useQuery({
    queryKey: [...contentKeys.lists, "search", params],
    queryFn: ({ signal }) => api.get<ContentList>("/v1/creator/content", params, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** The creator's series by title, as far as a list of choices goes. */
export function useSeriesChoices(isWanted = true) {
  const params = { type: "series", sort: "title", direction: "asc", per_page: 100 };
  return useQuery({
    queryKey: [...contentKeys.lists, "series", params],
    enabled: isWanted,
    queryFn: ({ signal }) => api.get<ContentList>("/v1/creator/content", params, { signal }),
    staleTime: CALM_MS,
  });
}

/** Makes a series, or a season of one. */
export function useCreateContainer() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (container: CreateContainer) => api.post<ContentItem>("/v1/creator/content", container),
    onSuccess: () => client.invalidateQueries({ queryKey: contentKeys.all }),
  });
}

/** Every episode of a series, in order, and its seasons. */
export function useEpisodes(seriesId: string) {
  return useQuery({
    queryKey: contentKeys.episodes(seriesId),
    queryFn: ({ signal }) => wholeList<EpisodeList>(`/v1/creator/content/${seriesId}/episodes`, signal),
  });
}

/** Puts items into a season in an order; what changes is shown when the server has numbered them. */
export function useOrderEpisodes(seriesId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (order: OrderEpisodes) => api.put<EpisodeList>(`/v1/creator/content/${seriesId}/episodes`, order),
    onSettled: () => client.invalidateQueries({ queryKey: contentKeys.all }),
  });
}

/** Asks moderators for another look at a blocked item. */
export function useResubmitContent(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (note: string) => api.post<ContentDetail>(`/v1/creator/content/${id}/resubmit`, { note }),
    onSettled: () => client.invalidateQueries({ queryKey: contentKeys.all }),
  });
}

export function useRetryContent() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post<ContentItem>(`/v1/creator/content/${id}/retry`),
    onSettled: () => client.invalidateQueries({ queryKey: contentKeys.all }),
  });
}
