"use client";

import { Plus, RadioTower } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { later } from "@/components/ui/later";
import { PageHeader } from "../shell/page-header";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { ErrorState } from "../ui/error-state";
import { Local } from "../ui/local";
import { Skeleton } from "../ui/skeleton";
import { ChannelGrid, GRID } from "./channel-grid";
import { useChannels } from "./use-channels";

/** Comes with the first channel that is made. */
const ChannelForm = later(() => import("./channel-form").then((module) => module.ChannelForm));

/** All channels of the creator, with what is on each of them this moment. */
export function ChannelsPage() {
  const query = useChannels();
  const router = useRouter();
  const [isCreating, setCreating] = useState(false);
  const create = (
    <Button tone="primary" icon={<Plus aria-hidden />} onClick={() => setCreating(true)}>
      New channel
    </Button>
  );
  const count = query.data?.total ?? 0;
  return (
    <>
      <PageHeader
        title="Channels"
        aside={
          count > 0 && (
            <span className="times">
              <Local text={() => count.toLocaleString()} />
            </span>
          )
        }
        actions={count > 0 && create}
      />
      {query.isPending && <GridSkeleton />}
      {query.isError && !query.data && (
        <ErrorState
          title="The channels could not be loaded"
          error={query.error}
          onRetry={() => query.refetch()}
          retrying={query.isFetching}
        />
      )}
      {query.data && count === 0 && (
        <EmptyState icon={<RadioTower aria-hidden />} title="Run your first channel" action={create}>
          <ol className="mt-2 flex list-decimal flex-col gap-1 pl-5 text-left">
            <li>Create a channel. It begins as a draft that only you can see.</li>
            <li>Lay your content on its guide.</li>
            <li>Publish it: every TV and browser can play it, day and night.</li>
          </ol>
        </EmptyState>
      )}
      {query.data && count > 0 && <ChannelGrid channels={query.data.items} />}
      {isCreating && (
        <ChannelForm onClose={() => setCreating(false)} onDone={({ id }) => router.push(`/channels/${id}`)} />
      )}
    </>
  );
}

/** Cards in the shape that they will have: picture, name, what is on, verbs. */
function GridSkeleton() {
  return (
    <div className={GRID} role="status" aria-label="Loading channels">
      {["a", "b", "c"].map((key) => (
        <div key={key} className="overflow-hidden rounded-lg border border-border bg-surface">
          <Skeleton className="aspect-video w-full rounded-none" />
          <div className="flex flex-col gap-3 p-4">
            <Skeleton className="h-9 w-2/3" />
            <Skeleton className="h-16 w-full" />
            <Skeleton className="h-8 w-1/2" />
          </div>
        </div>
      ))}
    </div>
  );
}
