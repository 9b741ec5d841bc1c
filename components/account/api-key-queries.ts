"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { api } from "@/components/api/client";
import type { ApiKeyList, CreateApiKey, CreatedApiKey } from "@/core/api-keys/contract";

const KEY = ["api-keys"];

export function useApiKeys() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<z.infer<typeof ApiKeyList>>("/v1/creator/api-keys", {}, { signal }),
  });
}

export function useCreateApiKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (key: z.input<typeof CreateApiKey>) => api.post<CreatedApiKey>("/v1/creator/api-keys", key),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}

export function useRevokeApiKey() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.delete(`/v1/creator/api-keys/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
