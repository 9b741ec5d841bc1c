"use client";

import { useQuery } from "@tanstack/react-query";
import { ArrowDown, ArrowUp, ListVideo } from "lucide-react";
import Link from "next/link";
import { api } from "@/components/api/client";
import type { Channel } from "@/core/channels/contract";
import type { ContentItem, ContentList } from "@/core/content/contract";
import { inLoopOrder } from "@/core/playout/loop-order";
import { lengthText, runtimeText } from "@/core/schedule/grid-text";
import { Thumbnail } from "../library/thumbnail";
import { Button } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { ErrorState } from "../ui/error-state";
import { IconButton } from "../ui/icon-button";
import { Skeleton } from "../ui/skeleton";
import { SettingsSection } from "./settings-section";
import { useChannelSettings } from "./use-channel-settings";

/** The content of a loop in the order in which it plays. */
export function LoopOrder({ channel }: { channel: Channel }) {
  const query = useQuery({
    queryKey: ["content", "of-channel", channel.id],
    queryFn: ({ signal }) => everyItem(channel.id, signal),
  });
  const { value, change, section } = useChannelSettings(channel, channel.loopOrder, (loopOrder) => ({ loopOrder }));
  const items = query.data ? ordered(query.data, value) : [];
  const move = (from: number, to: number) => {
    const ids = items.map(({ id }) => id);
    const [moved] = ids.splice(from, 1);
    if (moved) ids.splice(to, 0, moved);
    change(ids);
  };
  const lengthMs = items.reduce((sum, item) => sum + (item.durationSeconds ?? 0) * 1000, 0);
  return (
    <SettingsSection
      title="Loop"
      summary={
        <p>
          {items.length === 0
            ? "The channel plays the ready content that belongs to it, in order, for ever."
            : `One round of ${items.length} ${items.length === 1 ? "item" : "items"} takes ${lengthText(lengthMs)}; then it begins anew. New content joins at the end.`}{" "}
          A changed order counts from what plays next, and what is taken away leaves no gap.
        </p>
      }
      {...section}
    >
      {query.isPending && <Skeleton className="h-40 w-full" />}
      {query.isError && !query.data && (
        <ErrorState
          title="The content could not be loaded"
          error={query.error}
          onRetry={() => query.refetch()}
          className="py-6"
        />
      )}
      {query.data && items.length === 0 && (
        <EmptyState
          className="py-8"
          icon={<ListVideo aria-hidden />}
          title="Nothing to play yet"
          action={
            <Button asChild>
              <Link href="/library">Open the library</Link>
            </Button>
          }
        >
          <p>Give items to this channel: open one in the library and choose “{channel.name}” as its channel.</p>
        </EmptyState>
      )}
      <ol className="divide-y divide-border">
        {items.map((item, index) => (
          <li key={item.id} className="flex items-center gap-3 py-2">
            <span className="times w-6 text-right text-muted text-sm">{index + 1}</span>
            <Thumbnail url={item.thumbnailUrl} className="w-16 max-sm:hidden" />
            <span className="min-w-0 flex-1 truncate">{item.title}</span>
            <span className="times text-muted text-sm">{runtimeText((item.durationSeconds ?? 0) * 1000)}</span>
            <IconButton
              label={`Play ${item.title} earlier`}
              disabled={index === 0}
              onClick={() => move(index, index - 1)}
            >
              <ArrowUp aria-hidden />
            </IconButton>
            <IconButton
              label={`Play ${item.title} later`}
              disabled={index === items.length - 1}
              onClick={() => move(index, index + 1)}
            >
              <ArrowDown aria-hidden />
            </IconButton>
          </li>
        ))}
      </ol>
    </SettingsSection>
  );
}

/** In the order of playout itself. */
function ordered(items: ContentItem[], order: readonly string[]): ContentItem[] {
  return inLoopOrder(
    items.map((item) => ({ contentItemId: item.id, item })),
    order,
  ).map(({ item }) => item);
}

const PER_PAGE = 100;

async function everyItem(channelId: string, signal: AbortSignal): Promise<ContentItem[]> {
  const items: ContentItem[] = [];
  for (let page = 1; ; page++) {
    const list = await api.get<ContentList>(
      "/v1/creator/content",
      { channel_id: channelId, schedulable: "true", page, per_page: PER_PAGE, direction: "asc" },
      { signal },
    );
    items.push(...list.items);
    if (page * PER_PAGE >= list.total) return items;
  }
}
