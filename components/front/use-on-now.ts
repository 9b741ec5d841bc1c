"use client";

import { useQuery } from "@tanstack/react-query";
import { api, withQuery } from "@/components/api/client";
import type { OnNow } from "@/core/front/contract";
import type { SearchResults } from "@/core/search/contract";

/** What the front page shows: of all categories, or one page of one. */
export interface FrontQuery {
  category?: OnNow["categories"][number]["category"];
  page: number;
}

export const frontAddress = ({ category, page }: FrontQuery) =>
  withQuery("/", { category, page: page > 1 ? page : undefined });

/** Starts with what the server rendered, and asks again while somebody looks. */
export function useOnNow({ category, page }: FrontQuery, initial: OnNow) {
  return useQuery({
    queryKey: ["on-now", category, page],
    initialData: initial,
    queryFn: ({ signal }) => api.get<OnNow>("/v1/on-now", { category, page }, { signal }),
    refetchInterval: 30_000,
  });
}

/** What was found for some words, at most a page of it; the answer before stays until the next is there. */
export function useFound(words: string) {
  return useQuery({
    queryKey: ["search", words],
    enabled: words !== "",
    queryFn: ({ signal }) => api.get<SearchResults>("/v1/search", { q: words, per_page: 40 }, { signal }),
    placeholderData: (before) => before,
    refetchInterval: 60_000,
  });
}
