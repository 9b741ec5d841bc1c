import { ById } from "@/core/contract";
import { Job } from "@/core/schedule/contract";
import { v1Route } from "@/server/http/route";
import { getJob } from "@/server/jobs/get-job";

export const GET = v1Route({
  scope: "any",
  summary: "How far a job is; takes the scope of the verb that started it",
  params: ById,
  reply: Job,
  handle: (actor, { params }) => getJob(actor, params.id),
});
