"use client";

import { useQueries, useQuery } from "@tanstack/react-query";
import { api } from "@/components/api/client";
import type { ContentDetail } from "@/core/content/contract";
import type { ContentGroupList } from "@/core/content/group-contract";
import { contentKeys } from "../library/content-queries";

/** More titles than anybody reads; each is a request of its own. */
export const TITLES_SHOWN = 24;

/** The creator's content groups, to choose from. */
export function useGroupChoices() {
  return useQuery({
    queryKey: ["content-groups", "choices"],
    queryFn: ({ signal }) => api.get<ContentGroupList>("/v1/creator/content-groups", { per_page: 100 }, { signal }),
  });
}

/** The first of the items of these ids, in their order; one that is gone or not loaded yet is null. */
export function useChosenItems(ids: readonly string[]): (ContentDetail | null)[] {
  return useQueries({
    queries: ids.slice(0, TITLES_SHOWN).map((id) => ({
      queryKey: contentKeys.item(id),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.get<ContentDetail>(`/v1/creator/content/${id}`, {}, { signal }),
      staleTime: 60_000,
      retry: false,
    })),
    combine: (results) => results.map((result) => result.data ?? null),
  });
}
