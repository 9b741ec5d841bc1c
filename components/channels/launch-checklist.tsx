"use client";

import { Circle, CircleCheck } from "lucide-react";
import { ErrorState } from "../ui/error-state";
import { Skeleton } from "../ui/skeleton";
import { useChecklist } from "./use-channels";

/** What a channel should have before viewers come. Advice: nothing is refused because of it. */
export function LaunchChecklist({ channelId }: { channelId: string }) {
  const query = useChecklist(channelId);
  return (
    <section aria-labelledby="checklist">
      <h2 id="checklist" className="flex items-baseline justify-between font-semibold">
        Launch checklist
        {query.data && (
          <span className="times font-normal text-muted text-sm">
            {query.data.passed} of {query.data.total}
          </span>
        )}
      </h2>
      {query.isPending && <Skeleton className="mt-3 h-48 w-full" />}
      {query.isError && !query.data && (
        <ErrorState
          title="The checklist could not be loaded"
          error={query.error}
          onRetry={() => query.refetch()}
          className="py-6"
        />
      )}
      <ul className="mt-2 divide-y divide-border">
        {query.data?.items.map((item) => (
          <li key={item.id} className="flex gap-3 py-2.5">
            {item.passed ? (
              <CircleCheck className="mt-0.5 size-4 shrink-0 text-ok" aria-label="Done:" />
            ) : (
              <Circle className="mt-0.5 size-4 shrink-0 text-faint" aria-label="Open:" />
            )}
            <div className="min-w-0">
              <p className={item.passed ? "" : "font-medium"}>{item.title}</p>
              <p className="text-muted text-sm">{item.detail}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
