import { ById } from "@/core/contract";
import { Job } from "@/core/schedule/contract";
import { v1Route } from "@/server/http/route";
import { retryJob } from "@/server/jobs/retry-job";

export const POST = v1Route({
  id: "retryJob",
  tag: "Import",
  scope: "content:write",
  summary: "Start a failed import over",
  params: ById,
  reply: Job,
  status: 202,
  errors: ["job.not_failed"],
  handle: (actor, { params }) => retryJob(actor, params.id),
});
