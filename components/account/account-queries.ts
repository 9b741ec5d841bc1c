"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { api } from "@/components/api/client";
import type { AuditList } from "@/core/audit/contract";
import type { ChangePassword, CloseAccount, SessionList, UpdateMe } from "@/core/auth/account-contract";
import type { User } from "@/core/auth/contract";

const SESSIONS = ["account", "sessions"];

export function useUpdateMe() {
  return useMutation({ mutationFn: (changes: UpdateMe) => api.patch<User>("/v1/me", changes) });
}

export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: ChangePassword) => api.post("/v1/me/password", input),
    onSuccess: () => client.invalidateQueries({ queryKey: SESSIONS }),
  });
}

export function useSessions() {
  return useQuery({
    queryKey: SESSIONS,
    queryFn: ({ signal }) => api.get<SessionList>("/v1/me/sessions", {}, { signal }),
    // Somebody looks here to see who is there now.
    refetchInterval: 30_000,
  });
}

/** Signs out one session, or all others where no id is given. */
export function useRevokeSession() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string | null) => api.delete(id === null ? "/v1/me/sessions" : `/v1/me/sessions/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: SESSIONS }),
  });
}

export function useActivity(page: number) {
  return useQuery({
    queryKey: ["account", "activity", page],
    queryFn: ({ signal }) => api.get<AuditList>("/v1/creator/audit", { page, per_page: 50 }, { signal }),
    placeholderData: (previous) => previous,
  });
}

export function useCloseAccount() {
  return useMutation({
    mutationFn: (body: z.input<typeof CloseAccount>) => api.delete("/v1/me", { body }),
  });
}
