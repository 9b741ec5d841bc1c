import { withQuery } from "@/components/api/client";
import { JOB_KINDS, JOB_STATES } from "@/core/import/job-names";
import type { JobsQuery } from "./import-queries";

/** What the Jobs page shows, from its address. What cannot be understood is left out: addresses are typed by hand too. */
export function readJobsQuery(search: { get(name: string): string | null }): JobsQuery {
  const page = Number(search.get("page"));
  return {
    page: Number.isInteger(page) && page > 0 && page <= 1_000_000 ? page : 1,
    kind: JOB_KINDS.find((kind) => kind === search.get("kind")),
    status: JOB_STATES.find((state) => state === search.get("status")),
  };
}

/** The address of a state, with its question mark. */
export function writeJobsQuery({ page, kind, status }: JobsQuery): string {
  const search = new URLSearchParams({
    ...(status && { status }),
    ...(kind && { kind }),
    ...(page > 1 && { page: String(page) }),
  });
  return search.size > 0 ? `?${search}` : "";
}

/** Jobs that are asked for at a time. */
export const PER_PAGE = 25;

/** Where what an address shows is asked for. */
export function jobsAddress(search: URLSearchParams): string {
  return withQuery("/v1/creator/jobs", { ...readJobsQuery(search), per_page: PER_PAGE });
}
