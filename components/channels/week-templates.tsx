"use client";

import { CalendarRange, LayoutTemplate } from "lucide-react";
import Link from "next/link";
import type { Channel } from "@/core/channels/contract";
import { useTemplates } from "../programming/use-templates";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { ErrorState } from "../ui/error-state";
import { Skeleton } from "../ui/skeleton";
import { WeekTemplate } from "./week-template";

/** The weekly templates of a channel. */
export function WeekTemplates({ channel }: { channel: Channel }) {
  const query = useTemplates(channel.id);
  return (
    <section aria-labelledby="week-templates">
      <h2 id="week-templates" className="font-semibold text-lg">
        Weekly templates
      </h2>
      <p className="mt-1 max-w-prose text-muted">
        A week of the guide that can be laid on any other. Programmes keep their local time of{" "}
        {channel.timezone.replaceAll("_", " ")}, also when the clocks change.
      </p>
      {query.isPending && <Skeleton className="mt-4 h-24 w-full max-w-2xl" />}
      {query.isError && !query.data && (
        <ErrorState
          title="The templates could not be loaded"
          error={query.error}
          onRetry={() => query.refetch()}
          className="py-6"
        />
      )}
      {query.data?.items.length === 0 && (
        <EmptyState
          className="py-8"
          icon={<LayoutTemplate aria-hidden />}
          title="No templates yet"
          action={
            <Button asChild>
              <Link href={`/schedule?channelId=${channel.id}`}>
                <CalendarRange aria-hidden />
                Open the schedule
              </Link>
            </Button>
          }
        >
          <p>Plan a week on the schedule, then save it as a template from the menu “Days and weeks” there.</p>
        </EmptyState>
      )}
      {query.data && query.data.items.length > 0 && (
        <ul className="mt-3 max-w-3xl divide-y divide-border border-border border-y">
          {query.data.items.map((template) => (
            <WeekTemplate key={template.id} channel={channel} template={template} />
          ))}
        </ul>
      )}
    </section>
  );
}
