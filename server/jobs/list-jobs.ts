import type { Actor } from "@/core/actor";
import { type JobList, JobState, type ListJobsQuery } from "@/core/import/job-list-contract";
import { asOfList, madeBefore } from "@/core/stable-page";
import { Prisma } from "@/generated/prisma/client";
import { WITH_PICTURES } from "../content/content-view";
import { db } from "../db";
import { listedJobView } from "./listed-job-view";

/** An import that has its file goes on until the file is converted, and fails when that fails. */
const STATE = Prisma.sql`CASE
  WHEN job.kind = 'import' AND job.status = 'done' AND job.input->'source'->>'kind' <> 'none' THEN
    CASE WHEN item.status IN ('pending_transcode', 'transcoding', 'pending_moderation') THEN 'running'
      WHEN item.status = 'failed' THEN 'failed' ELSE 'done' END
  ELSE job.status::text END`;

/** One page of the jobs that bring content in, newest first, with how many there are in each state. */
export async function listJobs(actor: Actor, query: ListJobsQuery): Promise<JobList> {
  const listed = Prisma.sql`
    SELECT job.id, job.created_at, ${STATE} AS state FROM job
    LEFT JOIN content_item AS item ON item.id = job.content_item_id
    WHERE job.owner_id = ${actor.userId}::uuid AND ${
      query.kind ? Prisma.sql`job.kind = ${query.kind}` : Prisma.sql`job.kind IN ('import', 'csv')`
    } ${query.as_of ? Prisma.sql`AND job.created_at < ${madeBefore(query.as_of)}::timestamptz` : Prisma.empty}`;
  const ofState = query.status ? Prisma.sql`WHERE state = ${query.status}` : Prisma.empty;
  const counted = await db.$queryRaw<{ state: JobState; count: number; newest: Date }[]>`
    SELECT state, count(*)::int AS count, max(created_at) AS newest FROM (${listed}) AS listed GROUP BY state`;
  const page = await db.$queryRaw<{ id: string; state: JobState }[]>`
    SELECT id::text AS id, state FROM (${listed}) AS listed ${ofState}
    ORDER BY created_at DESC, id DESC LIMIT ${query.per_page} OFFSET ${(query.page - 1) * query.per_page}`;
  const counts = Object.fromEntries(
    JobState.options.map((state) => [state, counted.find((row) => row.state === state)?.count ?? 0]),
  ) as JobList["counts"];
  const newestMs = counted.map(({ newest }) => newest.getTime());
  return {
    items: await inOrder(page),
    total: query.status ? counts[query.status] : Object.values(counts).reduce((sum, count) => sum + count, 0),
    page: query.page,
    perPage: query.per_page,
    asOf: asOfList(query.as_of, newestMs.length > 0 ? new Date(Math.max(...newestMs)) : null),
    counts,
  };
}

async function inOrder(page: readonly { id: string; state: JobState }[]): Promise<JobList["items"]> {
  const jobs = await db.job.findMany({ where: { id: { in: page.map(({ id }) => id) } } });
  const items = await db.contentItem.findMany({
    where: { id: { in: jobs.flatMap((job) => job.contentItemId ?? []) } },
    include: WITH_PICTURES,
  });
  const jobOf = new Map(jobs.map((job) => [job.id, job]));
  const itemOf = new Map(items.map((item) => [item.id, item]));
  return page.flatMap(({ id, state }) => {
    const job = jobOf.get(id);
    return job ? listedJobView(job, itemOf.get(job.contentItemId ?? "") ?? null, state) : [];
  });
}
