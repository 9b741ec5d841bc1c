"use client";

import { FileSpreadsheet, RotateCw, X } from "lucide-react";
import Link from "next/link";
import { Thumbnail } from "@/components/library/thumbnail";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { formatDayTime } from "@/components/ui/format-time";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/notify";
import { Progress } from "@/components/ui/progress";
import type { ListedJob } from "@/core/import/job-list-contract";
import { useJobAction } from "./import-queries";
import { hostOf, jobLine } from "./job-words";

/** One job: what it brings, from where, how far it is, and what can be done about it. */
export function JobRow({ job }: { job: ListedJob }) {
  const title = titleOf(job);
  const host = hostOf(job.source);
  return (
    <li className="flex items-start gap-3 border-border border-b py-3">
      {job.csv ? (
        <span className="flex aspect-video w-20 shrink-0 items-center justify-center rounded-sm bg-sunken text-faint">
          <FileSpreadsheet className="size-4" aria-hidden />
        </span>
      ) : (
        <Thumbnail url={job.item?.thumbnailUrl ?? null} className="w-20" />
      )}
      <div className="min-w-0 flex-1">
        <p className="flex min-w-0 flex-wrap items-baseline gap-x-3">
          <JobTitle job={job} title={title} />
          <time dateTime={job.createdAt} className="times text-faint text-xs">
            {formatDayTime(job.createdAt)}
          </time>
        </p>
        {host && (
          <p className="truncate text-muted text-sm" title={job.source}>
            from {host}
          </p>
        )}
        <p className={cn("times mt-0.5 text-sm", job.status === "failed" ? "text-danger" : "text-muted")}>
          {jobLine(job)}
          {job.status === "failed" && job.error?.code !== "job.cancelled" && `: ${job.error?.message ?? ""}`}
        </p>
        {job.status === "running" && (
          <Progress
            label={`Importing ${title}`}
            percent={job.progressPercent > 0 ? job.progressPercent : null}
            className="mt-1.5 max-w-xs"
          />
        )}
        {job.warnings.map((warning) => (
          <p key={warning} className="mt-0.5 text-sm text-warn">
            {warning}
          </p>
        ))}
      </div>
      <JobActions job={job} title={title} />
    </li>
  );
}

function titleOf(job: ListedJob): string {
  return job.csv ? job.source : (job.item?.title ?? "A deleted item");
}

function JobTitle({ job, title }: { job: ListedJob; title: string }) {
  const href = job.csv ? `/library/import?from=csv&job=${job.id}` : job.item && `/library/${job.item.id}`;
  if (!href) return <span className="text-muted">{title}</span>;
  return (
    <Link href={href} className="min-w-0 break-words rounded-sm font-medium hover:underline">
      {title}
    </Link>
  );
}

function JobActions({ job, title }: { job: ListedJob; title: string }) {
  const retry = useJobAction("retry");
  const cancel = useJobAction("cancel");
  const refused = (error: Error) => toast.error(`“${title}”`, { description: error.message });
  if (job.canRetry) {
    return (
      <Button
        size="sm"
        icon={<RotateCw aria-hidden />}
        busy={retry.isPending}
        aria-label={`Try ${title} again`}
        onClick={() => retry.mutate(job.id, { onError: refused })}
      >
        Retry
      </Button>
    );
  }
  if (!job.canCancel) return null;
  return (
    <IconButton
      label={`Stop ${title}`}
      disabled={cancel.isPending}
      onClick={() => cancel.mutate(job.id, { onError: refused })}
    >
      <X aria-hidden />
    </IconButton>
  );
}
