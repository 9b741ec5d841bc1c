"use client";

import { useQueries, useQuery } from "@tanstack/react-query";
import { api } from "@/components/api/client";
import type { ContentDetail } from "@/core/content/contract";
import type { ContentGroupList } from "@/core/content/group-contract";
import { contentKeys } from "../library/content-keys";

/** More titles than anybody reads; each is a request of its own. */
export const TITLES_SHOWN = 24;

/** The creator's content groups, to choose from. */
export function useGroupChoices() {
  return useQuery({
    queryKey: ["content-groups", "choices"],
    queryFn: ({ signal }) => api.get<ContentGroupList>("/v1/creator/content-groups", { per_page: 100 }, { signal }),
  });
}

/** Titles of the first of these items, in their order: null for one that is gone, undefined while it loads. */
export function useChosenTitles(ids: readonly string[]): (string | null | undefined)[] {
  return useQueries({
    queries: ids.slice(0, TITLES_SHOWN).map((id) => ({
      queryKey: contentKeys.item(id),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.get<ContentDetail>(`/v1/creator/content/${id}`, {}, { signal }),
      staleTime: 60_000,
      retry: false,
    })),
    combine: (results) => results.map(({ data, isPending }) => data?.title ?? (isPending ? undefined : null)),
  });
}
