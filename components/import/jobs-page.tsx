"use client";

import { Download, ListChecks } from "lucide-react";
import { useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { LibraryNav } from "@/components/library/library-nav";
import { LibraryPages } from "@/components/library/library-pages";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { IntentLink } from "@/components/ui/intent-link";
import { Skeleton } from "@/components/ui/skeleton";
import { type JobsQuery, useJobs } from "./import-queries";
import { JobRow } from "./job-row";
import { JobsFilter } from "./jobs-filter";
import { readJobsQuery, writeJobsQuery } from "./jobs-query";

/** Everything that is being brought in or ever was, with how far it is and why it failed. */
export function JobsPage() {
  const query = readJobsQuery(useSearchParams());
  const jobs = useJobs(query);
  const change = (next: Partial<JobsQuery>) => {
    window.history.pushState(null, "", window.location.pathname + writeJobsQuery({ ...query, page: 1, ...next }));
  };
  const isFiltered = query.kind !== undefined || query.status !== undefined;

  let body: ReactNode;
  if (jobs.isPending) body = <JobsSkeleton />;
  else if (!jobs.data) {
    body = (
      <ErrorState
        title="The jobs could not be loaded"
        error={jobs.error}
        retrying={jobs.isFetching}
        onRetry={() => void jobs.refetch()}
      />
    );
  } else if (jobs.data.items.length === 0) {
    body =
      isFiltered || query.page > 1 ? (
        <NoneSuch onClear={() => change({ kind: undefined, status: undefined })} />
      ) : (
        <NoJobs />
      );
  } else {
    body = (
      <>
        <ul aria-label="Jobs" className="mx-4 border-border border-t md:mx-6">
          {jobs.data.items.map((job) => (
            <JobRow key={job.id} job={job} />
          ))}
        </ul>
        <LibraryPages list={jobs.data} onPage={(page) => change({ page })} />
      </>
    );
  }

  return (
    <section aria-label="Jobs">
      <PageHeader title="Library" />
      <LibraryNav />
      <JobsFilter query={query} counts={jobs.data?.counts ?? null} onChange={change} />
      {body}
    </section>
  );
}

function NoJobs() {
  return (
    <EmptyState
      icon={<ListChecks aria-hidden />}
      title="Nothing has been imported yet"
      action={
        <Button asChild tone="primary">
          <IntentLink href="/library/import">
            <Download aria-hidden />
            Import
          </IntentLink>
        </Button>
      }
    >
      Whatever you, a program or a catalogue file brings in from elsewhere is listed here, and stays.
    </EmptyState>
  );
}

function NoneSuch({ onClear }: { onClear: () => void }) {
  return <EmptyState title="No such jobs" action={<Button onClick={onClear}>Show all</Button>} />;
}

function JobsSkeleton() {
  return (
    <div aria-busy="true" className="mx-4 flex flex-col gap-5 border-border border-t pt-4 md:mx-6">
      {["w-72", "w-56", "w-64"].map((width) => (
        <div key={width} className="flex flex-col gap-2">
          <Skeleton className={`h-5 max-w-full ${width}`} />
          <Skeleton className="h-4 w-40" />
        </div>
      ))}
    </div>
  );
}
