"use client";

import { CalendarRange, ExternalLink } from "lucide-react";
import { useRouter, useSearchParams } from "next/navigation";
import { IntentLink } from "@/components/ui/intent-link";
import { PageHeader } from "../shell/page-header";
import { Button } from "../ui/button";
import { ErrorState } from "../ui/error-state";
import { Skeleton } from "../ui/skeleton";
import { Tabs } from "../ui/tabs";
import { ChannelActions } from "./channel-actions";
import { ChannelStatus } from "./channel-status";
import { CHANNEL_TABS } from "./channel-tabs";
import { useChannelTab } from "./use-channel-tab";
import { useChannel } from "./use-channels";

/** One channel: its state and verbs above, its views as tabs below. */
export function ChannelPage({ id }: { id: string }) {
  const query = useChannel(id);
  const router = useRouter();
  const [tab, showTab] = useChannelTab();
  const ask = useSearchParams().get("ask");
  const asked = ask === "publish" || ask === "unpublish" ? ask : null;
  if (query.isPending) return <PageSkeleton />;
  if (query.isError && !query.data) {
    return (
      <ErrorState
        title="The channel could not be loaded"
        error={query.error}
        onRetry={() => query.refetch()}
        retrying={query.isFetching}
      />
    );
  }
  const channel = query.data;
  return (
    <>
      <PageHeader
        title={channel.name}
        aside={<ChannelStatus status={channel.status} />}
        actions={
          <ChannelActions key={asked} channel={channel} ask={asked} onDeleted={() => router.replace("/channels")}>
            {channel.status === "published" && (
              <Button asChild>
                <a href={channel.watchUrl} target="_blank" rel="noreferrer">
                  <ExternalLink aria-hidden />
                  Watch
                </a>
              </Button>
            )}
            <Button asChild>
              <IntentLink href={`/schedule?channelId=${channel.id}`}>
                <CalendarRange aria-hidden />
                Schedule
              </IntentLink>
            </Button>
          </ChannelActions>
        }
      />
      <Tabs
        label={`Views of ${channel.name}`}
        value={tab}
        onChange={showTab}
        className="px-4 pb-10 md:px-6"
        tabs={CHANNEL_TABS.map(({ value, label, render }) => ({
          value,
          label,
          content: value === tab && render(channel),
        }))}
      />
    </>
  );
}

function PageSkeleton() {
  return (
    <div
      className="grid gap-8 px-4 py-4 md:px-6 xl:grid-cols-[1.6fr_1fr]"
      role="status"
      aria-label="Loading the channel"
    >
      <Skeleton className="aspect-video w-full" />
      <Skeleton className="h-72 w-full" />
    </div>
  );
}
