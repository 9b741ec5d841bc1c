"use client";

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import { api } from "@/components/api/client";
import { contentKeys } from "@/components/library/content-keys";
import type { CsvReport } from "@/core/import/csv-contract";
import type { JobList, ListJobsQuery } from "@/core/import/job-list-contract";
import type { StudioImport, StudioImportReply } from "@/core/import/studio-contract";
import type { JobStarted } from "@/core/schedule/contract";
import { PER_PAGE } from "./jobs-query";

const JOBS = ["jobs"] as const;
const BUSY_MS = 1_000;
const CALM_MS = 10_000;

/** Brings up to fifty addresses in; the answer says of each whether it was taken. */
export function useImportUrls() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: z.input<typeof StudioImport>) => api.post<StudioImportReply>("/v1/creator/import", request),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: JOBS });
      void client.invalidateQueries({ queryKey: contentKeys.lists });
    },
  });
}

export type JobsQuery = Pick<ListJobsQuery, "page" | "kind" | "status">;

export function useJobs(query: JobsQuery) {
  return useQuery({
    queryKey: [...JOBS, query],
    queryFn: ({ signal }) => api.get<JobList>("/v1/creator/jobs", { ...query, per_page: PER_PAGE }, { signal }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => {
      const counts = state.data?.counts;
      return counts && counts.queued + counts.running > 0 ? BUSY_MS : CALM_MS;
    },
  });
}

/** Starts a job over, or stops it. */
export function useJobAction(action: "retry" | "cancel") {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post(`/v1/creator/jobs/${id}/${action}`),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: JOBS });
      void client.invalidateQueries({ queryKey: contentKeys.all });
    },
  });
}

/** Sends a catalogue file to be checked; nothing is brought in yet. */
export function useCheckCsv() {
  return useMutation({
    mutationFn: (file: File) =>
      api.post<JobStarted>("/v1/creator/import/csv", file, {
        query: { dryRun: true, filename: file.name.slice(0, 200) },
        headers: { "Content-Type": "text/csv" },
      }),
  });
}

/** Brings in the file that was checked. */
export function useApplyCsv() {
  return useMutation({
    mutationFn: (dryRunId: string) => api.post<JobStarted>(`/v1/creator/import/csv/${dryRunId}/apply`),
  });
}

export function useCsvReport(jobId: string, page: number) {
  const client = useQueryClient();
  return useQuery({
    queryKey: ["csv", jobId, page],
    queryFn: async ({ signal }) => {
      const report = await api.get<CsvReport>(`/v1/creator/import/csv/${jobId}`, { page, per_page: 50 }, { signal });
      if (report.status === "done" && !report.dryRun) {
        void client.invalidateQueries({ queryKey: contentKeys.lists });
        void client.invalidateQueries({ queryKey: JOBS });
      }
      return report;
    },
    placeholderData: (previous) => (previous?.id === jobId ? previous : undefined),
    refetchInterval: ({ state }) => (state.data && isOver(state.data.status) ? false : BUSY_MS),
  });
}

export function isOver(status: CsvReport["status"]): boolean {
  return status === "done" || status === "failed";
}
