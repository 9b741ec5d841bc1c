import { ById } from "@/core/contract";
import { Job } from "@/core/schedule/contract";
import { v1Route } from "@/server/http/route";
import { getJob } from "@/server/jobs/get-job";

export const GET = v1Route({
  id: "getJob",
  tag: "Import",
  scope: "any",
  summary: "How far a job is; takes the scope of the verb that started it",
  params: ById,
  reply: Job,
  errors: ["auth.insufficient_scope"],
  handle: (actor, { params }) => getJob(actor, params.id),
});
