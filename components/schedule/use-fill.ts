"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "@/components/api/client";
import type { FillResult, Job } from "@/core/schedule/contract";
import type { FillRule } from "@/core/schedule/fill-rule";
import type { Stretch } from "@/core/schedule/gaps";
import { lengthText } from "@/core/schedule/grid-text";
import { toast } from "../ui/notify";

const POLL_MS = 400;

/** What is to be filled, and by which rule. */
export interface FillWish {
  channelId: string;
  stretch: Stretch;
  rule: FillRule;
}

/** What a fill would place. The same guide and library give the same blocks when it is applied. */
export function useFillPreview(wish: FillWish | null) {
  return useQuery({
    queryKey: ["fill-preview", wish],
    enabled: wish !== null,
    queryFn: ({ signal }) => runFill(wish as FillWish, true, signal),
    // The guide may have changed since.
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
}

/** Fills the gaps of a stretch; the work is a job of the server, which is followed to its end. */
export function useFill() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wish: FillWish) => runFill(wish, false),
    onSuccess: (result) => toast(...filledText(result)),
    onError: (error) => toast.error("The gaps could not be filled", { description: error.message }),
    onSettled: (_, __, { channelId }) =>
      Promise.all([
        client.invalidateQueries({ queryKey: ["schedule", channelId] }),
        client.invalidateQueries({ queryKey: ["on-air"] }),
      ]),
  });
}

async function runFill(
  { channelId, stretch, rule }: FillWish,
  dryRun: boolean,
  signal?: AbortSignal,
): Promise<FillResult> {
  const { jobId } = await api.post<{ jobId: string }>(
    "/v1/creator/schedule/fill",
    {
      channelId,
      from: new Date(stretch.fromMs).toISOString(),
      to: new Date(stretch.toMs).toISOString(),
      ...rule,
      ...(dryRun && { dryRun }),
    },
    { signal },
  );
  for (;;) {
    const job = await api.get<Job>(`/v1/creator/jobs/${jobId}`, undefined, { signal });
    if (job.status === "done") return job.result as FillResult;
    if (job.status === "failed") throw new Error(job.error?.message ?? "The job failed.");
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

function filledText({ placed, remainingGapSeconds }: FillResult): [string, { description?: string }] {
  if (placed === 0) return ["Nothing was placed", { description: "No ready item fits into the gaps." }];
  return [
    `${placed} ${placed === 1 ? "programme" : "programmes"} placed`,
    remainingGapSeconds > 0
      ? { description: `${lengthText(remainingGapSeconds * 1000)} are still without a programme.` }
      : {},
  ];
}
