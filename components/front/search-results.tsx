"use client";

import { SearchX } from "lucide-react";
import Link from "next/link";
import type { SearchResult } from "@/core/search/contract";
import { ChannelLogo } from "../channels/channel-logo";
import { Thumbnail } from "../library/thumbnail";
import { Badge, Tally } from "../ui/badge";
import { EmptyState } from "../ui/empty-state";
import { ErrorState } from "../ui/error-state";
import { formatDay, formatTime } from "../ui/format-time";
import { Skeleton } from "../ui/skeleton";
import { useNow } from "../ui/use-now";
import { useFound } from "./use-on-now";

/** Channels and programmes for what was typed, the best first. */
export function SearchResults({ words }: { words: string }) {
  const { data, error, isPending, isFetching, isPlaceholderData, refetch } = useFound(words);
  const total = data?.total ?? 0;
  return (
    <section aria-labelledby="found" className="mx-auto w-full max-w-4xl" aria-busy={isPending || undefined}>
      <h2 id="found" className="mb-2 font-semibold text-xl">
        Results for “{words}”
      </h2>
      <p role="status" className="mb-3 text-muted">
        {data && !isPlaceholderData && countText(total, data.items.length)}
      </p>
      {isPending && !error && <Skeleton className="h-72 w-full rounded-lg" />}
      {error && !data && (
        <ErrorState
          title="The search did not work"
          error={error}
          onRetry={() => void refetch()}
          retrying={isFetching}
        />
      )}
      {data && total === 0 && !isPlaceholderData && (
        <EmptyState
          icon={<SearchX aria-hidden />}
          title="Nothing that is on, or comes within two weeks, is called that"
        >
          A letter or two may be wrong, but the beginning of a word helps more than its end.
        </EmptyState>
      )}
      <ul className="divide-y divide-border">
        {data?.items.map((item) => (
          <Found key={keyOf(item)} item={item} />
        ))}
      </ul>
    </section>
  );
}

const keyOf = (item: SearchResult) =>
  item.type === "channel" ? item.id : `${item.contentItemId} ${item.channel.id} ${item.startsAt}`;

function countText(total: number, shown: number): string {
  if (total === 0) return "";
  const found = total === 1 ? "1 result" : `${total} results`;
  return shown < total ? `${found}, the best ${shown} of them here` : found;
}

function Found({ item }: { item: SearchResult }) {
  const channel = item.type === "channel" ? item : item.channel;
  return (
    <li>
      <Link
        href={`/watch/${channel.slug}`}
        prefetch={false}
        className="-mx-2 flex items-center gap-4 rounded-md px-2 py-3 hover:bg-hover"
      >
        {item.type === "channel" ? (
          <span className="flex aspect-video w-28 shrink-0 items-center justify-center rounded-sm bg-sunken sm:w-36">
            <ChannelLogo channel={channel} />
          </span>
        ) : (
          <Thumbnail url={item.posterUrl} className="w-28 sm:w-36" />
        )}
        <span className="min-w-0 flex-1">
          <span className="line-clamp-2 font-semibold text-lg leading-snug">
            {item.type === "channel" ? channel.name : item.title}
          </span>
          {item.type === "channel" ? (
            <span className="mt-0.5 block truncate text-muted">
              {channel.now ? `Now: ${channel.now.title}` : "A short break"}
            </span>
          ) : (
            <Showing item={item} />
          )}
          {item.description && <span className="mt-0.5 line-clamp-1 text-muted text-sm">{item.description}</span>}
        </span>
        {item.type === "channel" && <Badge className="max-sm:hidden">Channel</Badge>}
      </Link>
    </li>
  );
}

function Showing({ item }: { item: Extract<SearchResult, { type: "programme" }> }) {
  const nowMs = useNow(10_000);
  const today = nowMs === null ? "" : formatDay(nowMs);
  const day = formatDay(item.startsAt);
  return (
    <span className="mt-0.5 flex min-w-0 items-center gap-1.5 text-muted">
      {item.isOnAir ? (
        <>
          <Tally />
          <span className="whitespace-nowrap font-medium text-on-air">On now</span>
        </>
      ) : (
        nowMs !== null && (
          <time dateTime={item.startsAt} className="whitespace-nowrap">
            {day === today ? "Today" : day}, {formatTime(item.startsAt)}
          </time>
        )
      )}
      <span className="truncate">on {item.channel.name}</span>
    </span>
  );
}
