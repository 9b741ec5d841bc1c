import { JobList, ListJobsQuery } from "@/core/import/job-list-contract";
import { v1Route } from "@/server/http/route";
import { listJobs } from "@/server/jobs/list-jobs";

export const GET = v1Route({
  id: "listJobs",
  tag: "Import",
  scope: "content:read",
  summary: "What is being imported and what was",
  query: ListJobsQuery,
  reply: JobList,
  handle: (actor, { query }) => listJobs(actor, query),
});
