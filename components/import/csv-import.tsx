"use client";

import { CircleCheck, RotateCcw } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Progress } from "@/components/ui/progress";
import { Skeleton } from "@/components/ui/skeleton";
import type { CsvReport } from "@/core/import/csv-contract";
import { CsvDrop } from "./csv-drop";
import { CsvProblems } from "./csv-problems";
import { CsvSummaryView } from "./csv-summary";
import { isOver, useApplyCsv, useCheckCsv, useCsvReport } from "./import-queries";

interface CsvImportProps {
  /** The check or import that is shown. */
  jobId: string | null;
  onJob: (jobId?: string) => void;
}

/** A catalogue file: it is checked first, and brought in when its creator has seen what that would change. */
export function CsvImport({ jobId, onJob }: CsvImportProps) {
  const check = useCheckCsv();
  if (jobId) return <CsvJob key={jobId} jobId={jobId} onJob={onJob} />;
  return (
    <CsvDrop
      busy={check.isPending}
      problem={check.error?.message ?? null}
      onFile={(file) => check.mutate(file, { onSuccess: (started) => onJob(started.jobId) })}
    />
  );
}

function CsvJob({ jobId, onJob }: { jobId: string; onJob: CsvImportProps["onJob"] }) {
  const [page, setPage] = useState(1);
  const report = useCsvReport(jobId, page);
  if (report.isPending) return <Skeleton className="h-40 max-w-3xl" />;
  if (!report.data) {
    return (
      <ErrorState
        title="The report could not be loaded"
        error={report.error ?? new Error("There is no such report.")}
        retrying={report.isFetching}
        onRetry={() => void report.refetch()}
      />
    );
  }
  const { data } = report;
  return (
    <div className="flex max-w-4xl flex-col gap-5">
      <CsvState report={data} onJob={onJob} />
      {data.summary && isOver(data.status) && <CsvSummaryView report={data} summary={data.summary} />}
      {isOver(data.status) && <CsvProblems report={data} onPage={setPage} />}
    </div>
  );
}

/** Where the file is on its way, and the next step. */
function CsvState({ report, onJob }: { report: CsvReport; onJob: CsvImportProps["onJob"] }) {
  const apply = useApplyCsv();
  const { status, dryRun, filename, summary, error } = report;
  const another = (
    <Button icon={<RotateCcw aria-hidden />} onClick={() => onJob()}>
      Another file
    </Button>
  );
  if (!isOver(status)) {
    return (
      <div role="status">
        <h2 className="font-semibold text-lg">
          {dryRun ? "Checking" : "Importing"} {filename}
        </h2>
        <Progress
          label={dryRun ? "Checking the file" : "Importing the file"}
          percent={report.progressPercent || null}
          className="mt-3 max-w-md"
        />
        <p className="mt-2 text-muted">You may leave this page; the Jobs page keeps the report.</p>
      </div>
    );
  }
  if (error) {
    return (
      <div role="alert">
        <h2 className="font-semibold text-danger text-lg">{filename} could not be imported</h2>
        <p className="mt-1 mb-3 max-w-[70ch]">{error.message}</p>
        {another}
      </div>
    );
  }
  const changes = (summary?.created ?? 0) + (summary?.updated ?? 0);
  if (dryRun) {
    return (
      <div>
        <h2 className="font-semibold text-lg" role="status">
          {changes > 0 ? `${filename} is checked. Nothing has been changed yet.` : `${filename} would change nothing.`}
        </h2>
        <div className="mt-3 flex flex-wrap gap-2">
          {changes > 0 && (
            <Button
              tone="primary"
              busy={apply.isPending}
              onClick={() => apply.mutate(report.id, { onSuccess: (started) => onJob(started.jobId) })}
            >
              Import {changes.toLocaleString()} {changes === 1 ? "row" : "rows"}
            </Button>
          )}
          {another}
        </div>
        {apply.isError && (
          <p role="alert" className="mt-2 text-danger">
            {apply.error.message} If this check is older than a day or was imported already, choose the file again.
          </p>
        )}
      </div>
    );
  }
  return (
    <div>
      <h2 className="flex items-center gap-2 font-semibold text-lg" role="status">
        <CircleCheck className="size-5 text-ok" aria-hidden />
        {filename} is in your library
      </h2>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button asChild tone="primary">
          <Link href="/library">Go to the library</Link>
        </Button>
        <Button asChild>
          <Link href="/library/jobs">Watch files come in</Link>
        </Button>
        {another}
      </div>
    </div>
  );
}
