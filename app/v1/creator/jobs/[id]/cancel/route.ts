import { ById } from "@/core/contract";
import { Job } from "@/core/schedule/contract";
import { v1Route } from "@/server/http/route";
import { cancelJob } from "@/server/jobs/cancel-job";

export const POST = v1Route({
  id: "cancelJob",
  tag: "Import",
  scope: "content:write",
  summary: "Stop an import",
  params: ById,
  reply: Job,
  errors: ["job.over"],
  handle: (actor, { params }) => cancelJob(actor, params.id),
});
