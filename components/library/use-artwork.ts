"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/components/api/client";
import type { ContentDetail } from "@/core/content/contract";
import type { Job, JobStarted } from "@/core/schedule/contract";
import { contentKeys } from "./content-keys";

const POLL_MS = 500;

/** Verbs on the artwork of an item. Every one of them leaves the lists fresh. */
export function useArtwork(id: string) {
  const client = useQueryClient();
  const settled = () => client.invalidateQueries({ queryKey: contentKeys.all });
  const address = `/v1/creator/content/${id}/artwork`;
  const upload = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData();
      form.set("file", file);
      return api.post<ContentDetail>(address, form);
    },
    onSettled: settled,
  });
  const takeFrame = useMutation({
    mutationFn: async (atSeconds: number) => {
      const { jobId } = await api.post<JobStarted>(`${address}/frame`, { atSeconds });
      await jobEnd(jobId);
    },
    onSettled: settled,
  });
  const remove = useMutation({ mutationFn: () => api.delete(address), onSettled: settled });
  return { upload, takeFrame, remove };
}

/** Waits for a job. @throws Error with the reason when it failed */
async function jobEnd(jobId: string): Promise<void> {
  for (;;) {
    const job = await api.get<Job>(`/v1/creator/jobs/${jobId}`);
    if (job.status === "done") return;
    if (job.status === "failed") throw new Error(job.error?.message ?? "It could not be done.");
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
