"use client";

import { Plus, RadioTower } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useLiveKpis } from "../analytics/use-live-kpis";
import { PageHeader } from "../shell/page-header";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { ErrorState } from "../ui/error-state";
import { Skeleton } from "../ui/skeleton";
import { ChannelCard } from "./channel-card";
import { useChannels } from "./use-channels";

/** Comes with the first channel that is made. */
const ChannelForm = dynamic(() => import("./channel-form").then((module) => module.ChannelForm), { ssr: false });

/** All channels of the creator, with what is on each of them this moment. */
export function ChannelsPage() {
  const query = useChannels();
  const router = useRouter();
  const [isCreating, setCreating] = useState(false);
  const live = useLiveKpis().kpis;
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
        aside={count > 0 && <span className="times">{count}</span>}
        actions={count > 0 && create}
      />
      {query.isPending && <ListSkeleton />}
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
      {query.data && count > 0 && (
        <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,20rem),1fr))] gap-4 px-4 pt-1 pb-10 md:px-6">
          {query.data.items.map((channel) => (
            <ChannelCard
              key={channel.id}
              channel={channel}
              viewers={live && (live.channels.find(({ id }) => id === channel.id)?.viewers ?? 0)}
            />
          ))}
        </ul>
      )}
      {isCreating && (
        <ChannelForm onClose={() => setCreating(false)} onDone={({ id }) => router.push(`/channels/${id}`)} />
      )}
    </>
  );
}

function ListSkeleton() {
  return (
    <div
      className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,20rem),1fr))] gap-4 px-4 md:px-6"
      role="status"
      aria-label="Loading channels"
    >
      {["a", "b", "c"].map((key) => (
        <Skeleton key={key} className="h-88 w-full rounded-lg" />
      ))}
    </div>
  );
}
