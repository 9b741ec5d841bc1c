"use client";

import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { api } from "@/components/api/client";
import type { FillResult, Job } from "@/core/schedule/contract";
import type { FillRule } from "@/core/schedule/fill-rule";
import type { Stretch } from "@/core/schedule/gaps";
import { lengthText } from "@/core/schedule/grid-text";
import { toast } from "../ui/notify";
import { useSettled } from "../ui/use-settled";
import { useBulkEdit } from "./use-bulk-edit";

const POLL_MS = 400;
const SETTLED_MS = 300;

/** What is to be filled, and by which rule. */
export interface FillWish {
  channelId: string;
  stretch: Stretch;
  rule: FillRule;
}

/** What a fill would place. The same guide and library give the same blocks when it is applied. */
export function useFillPreview(wish: FillWish | null) {
  // A number that is being typed would start a job with every figure.
  const settled = useSettled(JSON.stringify(wish), SETTLED_MS);
  const query = useQuery({
    queryKey: ["fill-preview", settled],
    enabled: settled !== "null",
    queryFn: ({ signal }) => runFill(JSON.parse(settled) as FillWish, true, signal),
    placeholderData: keepPreviousData,
    // The guide may have changed since.
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  /** What is shown belongs to another rule than the one that is chosen by now. */
  const isOutdated = settled !== JSON.stringify(wish) || query.isPlaceholderData;
  return { ...query, isOutdated };
}

/** Fills the gaps of a stretch; the work is a job of the server, which is followed to its end. */
export function useFill() {
  const carryOut = useBulkEdit();
  return useMutation({
    mutationFn: (wish: FillWish) => {
      const { channelId, stretch } = wish;
      return carryOut({
        channelId,
        stretch,
        label: "Fill the gaps",
        work: () => runFill(wish, false),
        said: filledText,
      });
    },
    onError: (error) => toast.error("The gaps could not be filled", { description: error.message }),
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

function filledText({ placed, remainingGapSeconds }: FillResult): [string, string?] {
  if (placed === 0) return ["Nothing was placed", "No ready item fits into the gaps."];
  const line = `${placed} ${placed === 1 ? "programme" : "programmes"} placed`;
  if (remainingGapSeconds === 0) return [line];
  return [line, `${lengthText(remainingGapSeconds * 1000)} are still without a programme.`];
}
