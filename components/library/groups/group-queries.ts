"use client";

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { api } from "@/components/api/client";
import { wholeList } from "@/components/api/whole-list";
import { toast } from "@/components/ui/notify";
import type { ContentList } from "@/core/content/contract";
import type {
  ContentGroup,
  ContentGroupList,
  CreateGroup,
  RulesPreview,
  UpdateGroup,
} from "@/core/content/group-contract";
import type { GroupRules } from "@/core/content/group-rules";

const ADDRESS = "/v1/creator/content-groups";
const EVERY_MS = 30_000;

export const groupKeys = {
  all: ["groups"] as const,
  group: (id: string) => ["groups", "group", id] as const,
  items: (id: string) => ["groups", "items", id] as const,
};

/** All of the creator's groups by name; one list for the whole Studio. */
export function useGroups() {
  return useQuery({
    queryKey: [...groupKeys.all, "list"],
    queryFn: ({ signal }) => wholeList<ContentGroupList>(ADDRESS, signal),
    staleTime: EVERY_MS,
  });
}

export function useGroup(id: string) {
  return useQuery({
    queryKey: groupKeys.group(id),
    queryFn: ({ signal }) => api.get<ContentGroup>(`${ADDRESS}/${id}`, undefined, { signal }),
  });
}

/** Every item of a group, in order: a list that is ordered by hand must be there as a whole. */
export function useGroupItems(id: string) {
  return useQuery({
    queryKey: groupKeys.items(id),
    queryFn: ({ signal }) => itemsOf(id, signal),
  });
}

async function itemsOf(id: string, signal?: AbortSignal): Promise<ContentList["items"]> {
  return (await wholeList<ContentList>(`${ADDRESS}/${id}/items`, signal)).items;
}

/** What rules would find, asked anew whenever they change. */
export function useRulesPreview(rules: GroupRules | null) {
  return useQuery({
    queryKey: ["groups", "preview", rules],
    enabled: rules !== null,
    queryFn: ({ signal }) => api.post<RulesPreview>(`${ADDRESS}/preview`, { rules }, { signal }),
    placeholderData: keepPreviousData,
  });
}

interface GroupItems {
  id: string;
  contentItemIds: string[];
}

/** Verbs on groups. Every one of them leaves the lists fresh. */
export function useGroupEdits() {
  const client = useQueryClient();
  const settled = () => client.invalidateQueries({ queryKey: groupKeys.all });
  const create = useMutation({
    mutationFn: (group: z.input<typeof CreateGroup>) => api.post<ContentGroup>(ADDRESS, group),
    onSuccess: settled,
  });
  const remove = useMutation({ mutationFn: (id: string) => api.delete(`${ADDRESS}/${id}`), onSuccess: settled });
  const add = useMutation({
    mutationFn: async ({ id, contentItemIds }: GroupItems) => {
      const before = (await itemsOf(id)).map((item) => item.id);
      await api.post<ContentGroup>(`${ADDRESS}/${id}/items`, { contentItemIds });
      return { before };
    },
    onSuccess: settled,
  });
  const putBack = useMutation({
    mutationFn: ({ id, contentItemIds }: GroupItems) =>
      api.put<ContentGroup>(`${ADDRESS}/${id}/items`, { contentItemIds }),
    onSuccess: () => toast("Taken back"),
    onError: (error) => toast.error("It could not be taken back", { description: error.message }),
    onSettled: settled,
  });
  return { create, remove, add, putBack };
}

/** Writes what is said about one group, or its rules. */
export function useUpdateGroup(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (changes: z.input<typeof UpdateGroup>) => api.patch<ContentGroup>(`${ADDRESS}/${id}`, changes),
    onSuccess: (group) => {
      client.setQueryData(groupKeys.group(id), group);
      return client.invalidateQueries({ queryKey: groupKeys.all });
    },
  });
}

/** Writes which items a static group holds; the list shows it before the answer comes. */
export function useSetGroupItems(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (items: ContentList["items"]) =>
      api.put<ContentGroup>(`${ADDRESS}/${id}/items`, { contentItemIds: items.map((item) => item.id) }),
    onMutate: async (items) => {
      await client.cancelQueries({ queryKey: groupKeys.items(id) });
      const before = client.getQueryData<ContentList["items"]>(groupKeys.items(id));
      client.setQueryData(groupKeys.items(id), items);
      return { before };
    },
    onError: (_, __, context) => client.setQueryData(groupKeys.items(id), context?.before),
    onSuccess: (group) => client.setQueryData(groupKeys.group(id), group),
    onSettled: () => client.invalidateQueries({ queryKey: [...groupKeys.all, "list"] }),
  });
}
