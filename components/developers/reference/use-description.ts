"use client";

import { useQuery } from "@tanstack/react-query";
import { api } from "@/components/api/client";
import type { Description } from "@/core/api-reference/description";

/** The description of the API, from this server. It changes with the server's version only. */
export function useDescription() {
  return useQuery({
    queryKey: ["api-description"],
    queryFn: ({ signal }) => api.get<Description>("/v1/openapi.json", undefined, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
