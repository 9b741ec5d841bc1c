"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { api } from "@/components/api/client";
import type { ContentList } from "@/core/content/contract";
import { useSettled } from "../ui/use-settled";

/** Ready items of the library, newest first, by title when something is searched for. */
export function useContentBin(search: string) {
  const q = useSettled(search.trim(), 200);
  const query = useInfiniteQuery({
    queryKey: ["content", "bin", q],
    initialPageParam: 1,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) =>
      api.get<ContentList>(
        "/v1/creator/content",
        { schedulable: "true", q, page: pageParam, per_page: 50, ...(q && { sort: "title", direction: "asc" }) },
        { signal },
      ),
    getNextPageParam: (last) => (last.page * last.perPage < last.total ? last.page + 1 : undefined),
    // An item that becomes ready while the guide is open should turn up by itself.
    refetchInterval: 15_000,
  });
  return {
    query,
    items: query.data?.pages.flatMap((page) => page.items) ?? [],
    total: query.data?.pages[0]?.total ?? 0,
  };
}
