"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "@/components/api/client";
import type { FillSchedule, Job } from "@/core/schedule/contract";
import type { Stretch } from "@/core/schedule/gaps";
import { lengthText } from "@/core/schedule/grid-text";
import { toast } from "../ui/notify";

export type FillStrategy = FillSchedule["strategy"];

/** Fills the gaps of a stretch from the library; the work is a job of the server, which is followed to its end. */
export function useFill(channelId: string) {
  const client = useQueryClient();
  const start = useMutation({
    mutationFn: ({ stretch, strategy }: { stretch: Stretch; strategy: FillStrategy }) =>
      api.post<{ jobId: string }>("/v1/creator/schedule/fill", {
        channelId,
        from: new Date(stretch.fromMs).toISOString(),
        to: new Date(stretch.toMs).toISOString(),
        strategy,
      }),
    onError: (error) => toast.error("The gaps could not be filled", { description: error.message }),
  });
  const jobId = start.data?.jobId;
  const job = useQuery({
    queryKey: ["job", jobId],
    enabled: jobId !== undefined,
    queryFn: ({ signal }) => api.get<Job>(`/v1/creator/jobs/${jobId}`, undefined, { signal }),
    refetchInterval: ({ state }) => (state.data?.status === "done" || state.data?.status === "failed" ? false : 700),
  });
  const status = job.data?.status;
  const result = job.data?.result;
  const message = job.data?.error?.message;

  useEffect(() => {
    if (!jobId || (status !== "done" && status !== "failed")) return;
    if (status === "failed") toast.error("The gaps could not be filled", { description: message });
    else toast(...filledText(result ?? {}));
    start.reset();
    void client.invalidateQueries({ queryKey: ["schedule", channelId] });
    void client.invalidateQueries({ queryKey: ["on-air"] });
  }, [client, channelId, jobId, message, result, start, status]);

  return { fill: start.mutate, isFilling: start.isPending || (jobId !== undefined && status !== "done") };
}

function filledText(result: Record<string, unknown>): [string, { description?: string }] {
  const placed = Number(result.placed ?? 0);
  const left = Number(result.remainingGapSeconds ?? 0);
  if (placed === 0) return ["Nothing was placed", { description: "No ready item fits into the gaps of this day." }];
  return [
    `${placed} ${placed === 1 ? "programme" : "programmes"} placed`,
    left > 0 ? { description: `${lengthText(left * 1000)} are still without a programme.` } : {},
  ];
}
