"use client";

import { Download, ScrollText } from "lucide-react";
import { useState } from "react";
import type { Channel } from "@/core/channels/contract";
import { addDays, dayOf } from "@/core/schedule/grid-day";
import { MAX_WINDOW_DAYS } from "@/core/schedule/window";
import { withQuery } from "../api/client";
import { LibraryPages } from "../library/library-pages";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { ErrorState } from "../ui/error-state";
import { Field } from "../ui/field";
import { Input } from "../ui/input";
import { Skeleton } from "../ui/skeleton";
import { AsRunTable } from "./as-run-table";
import { AsRunTotals } from "./as-run-totals";
import { type DayRange, useAsRun, windowOfDays } from "./use-as-run";

/** What the channel aired, against what it was to air: by days, as a table and as a file. */
export function AsRunTab({ channel }: { channel: Channel }) {
  const [today] = useState(() => dayOf(Date.now(), channel.timezone));
  const [days, setDays] = useState<DayRange>({ from: today, to: today });
  const [page, setPage] = useState(1);
  const problem = problemOf(days);
  const window = problem ? { from: "", to: "" } : windowOfDays(days, channel.timezone);
  const query = useAsRun(channel.id, window, page, problem === null);
  const choose = (changes: Partial<DayRange>) => {
    setDays((before) => ({ ...before, ...changes }));
    setPage(1);
  };
  const file = withQuery(`/v1/creator/channels/${channel.id}/as-run.csv`, window);
  const log = query.data;
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap items-end gap-3">
        <Field label="From" className="w-38">
          <Input
            type="date"
            required
            value={days.from}
            max={today}
            onChange={(event) => choose({ from: event.target.value })}
          />
        </Field>
        <Field label="To" className="w-38">
          <Input
            type="date"
            required
            value={days.to}
            max={today}
            onChange={(event) => choose({ to: event.target.value })}
          />
        </Field>
        <div className="flex gap-2">
          <Button onClick={() => choose({ from: today, to: today })}>Today</Button>
          <Button onClick={() => choose({ from: addDays(today, -6), to: today })}>7 days</Button>
        </div>
        {!problem && (
          <Button asChild className="sm:ml-auto">
            <a href={file} download>
              <Download aria-hidden />
              Download CSV
            </a>
          </Button>
        )}
      </div>
      {problem && (
        <p role="alert" className="text-danger">
          {problem}
        </p>
      )}
      {!problem && query.isPending && <LogSkeleton />}
      {!problem && query.isError && !log && (
        <ErrorState
          title="The log could not be loaded"
          error={query.error}
          onRetry={() => query.refetch()}
          retrying={query.isFetching}
        />
      )}
      {!problem && log && (
        <>
          <AsRunTotals totals={log.totals} />
          {log.total === 0 ? (
            <EmptyState icon={<ScrollText aria-hidden />} title="Nothing aired">
              The channel was off the air on {days.from === days.to ? "this day" : "these days"}, and nothing was
              scheduled.
            </EmptyState>
          ) : (
            <AsRunTable lines={log.items} timeZone={channel.timezone} />
          )}
          <LibraryPages list={log} onPage={setPage} />
        </>
      )}
    </div>
  );
}

function problemOf({ from, to }: DayRange): string | null {
  if (!from || !to) return "Choose a first and a last day.";
  if (from > to) return "The last day must not come before the first.";
  return addDays(from, MAX_WINDOW_DAYS - 1) < to ? `Choose at most ${MAX_WINDOW_DAYS} days.` : null;
}

function LogSkeleton() {
  return (
    <div className="flex flex-col gap-3" role="status" aria-label="Loading the log">
      <Skeleton className="h-14 w-full" />
      <Skeleton className="h-72 w-full" />
    </div>
  );
}
