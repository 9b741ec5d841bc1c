"use client";

import { keepPreviousData, type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "@/components/api/client";
import type { ContentDetail, ContentItem, ContentList, UpdateContent } from "@/core/content/contract";
import type { LibraryQuery } from "./library-query";
import { isUnderWay } from "./status-words";

export const PER_PAGE = 50;
/** Often while something is being converted; now and then otherwise, because programs add items too. */
const BUSY_MS = 1_500;
const CALM_MS = 20_000;

export const contentKeys = {
  all: ["content"] as const,
  lists: ["content", "list"] as const,
  item: (id: string) => ["content", "item", id] as const,
};

export function useContentList(query: LibraryQuery) {
  const params = {
    q: query.q,
    status: query.status,
    sort: query.sort,
    direction: query.direction,
    page: query.page,
    per_page: PER_PAGE,
  };
  return useQuery({
    queryKey: [...contentKeys.lists, params],
    queryFn: ({ signal }) => api.get<ContentList>("/v1/creator/content", params, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.items.some((item) => isUnderWay(item.status)) ? BUSY_MS : CALM_MS),
  });
}

export function useContentDetail(id: string) {
  return useQuery({
    queryKey: contentKeys.item(id),
    queryFn: ({ signal }) => api.get<ContentDetail>(`/v1/creator/content/${id}`, {}, { signal }),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data.status) ? BUSY_MS : CALM_MS),
  });
}

/** Writes some fields of an item. The answer is shown at once, the lists follow. */
export function useUpdateContent(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (fields: UpdateContent) => api.patch<ContentDetail>(`/v1/creator/content/${id}`, fields),
    onSuccess: (item) => {
      client.setQueryData<ContentDetail>(contentKeys.item(id), (old) => (old ? { ...old, ...item } : undefined));
      void client.invalidateQueries({ queryKey: contentKeys.lists });
    },
  });
}

export function useRetryContent() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post<ContentItem>(`/v1/creator/content/${id}/retry`),
    onSettled: () => client.invalidateQueries({ queryKey: contentKeys.all }),
  });
}

/** Deletes an item; with `force` also the blocks of the guide that would have played it. */
export function useDeleteContent() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, force }: { id: string; force: boolean }) =>
      api.delete(`/v1/creator/content/${id}`, { query: { force: force || undefined } }),
    onSuccess: (_, { id }) => forget(client, id),
  });
}

/** Removing the item's own query first keeps the panel from asking for what is gone. */
function forget(client: QueryClient, id: string): void {
  client.removeQueries({ queryKey: contentKeys.item(id) });
  void client.invalidateQueries({ queryKey: contentKeys.lists });
  void client.invalidateQueries({ queryKey: ["schedule"] });
}
