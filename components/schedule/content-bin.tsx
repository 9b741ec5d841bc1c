"use client";

import { ChevronDown, ChevronUp, Clapperboard, Search } from "lucide-react";
import { type PointerEvent, useState } from "react";
import { IntentLink } from "@/components/ui/intent-link";
import type { ContentItem } from "@/core/content/contract";
import { Button } from "../ui/button";
import { cn } from "../ui/cn";
import { EmptyState } from "../ui/empty-state";
import { ErrorState } from "../ui/error-state";
import { IconButton } from "../ui/icon-button";
import { Input } from "../ui/input";
import { Skeleton } from "../ui/skeleton";
import { BinItem } from "./bin-item";
import { useContentBin } from "./use-content-bin";

interface ContentBinProps {
  /** Where an item would go when nothing else is said; null when the day has no room for it. */
  nextStart: (durationMs: number) => number | null;
  timeZone: string;
  onPlace: (content: ContentItem, startMs: number) => boolean;
  /** The hand takes hold of an item. */
  onGrab: (event: PointerEvent, content: ContentItem) => void;
  /** The instant of a time of day that was typed. */
  instantOf: (timeOfDayMs: number) => number;
}

/** Everything that is ready to be scheduled, to be dragged onto the day or placed by keyboard. */
export function ContentBin(props: ContentBinProps) {
  const [search, setSearch] = useState("");
  /** On a narrow screen the guide has the room, until content is wanted. */
  const [isOpen, setOpen] = useState(false);
  const { query, items, total } = useContentBin(search);
  return (
    <section aria-label="Content" className="flex min-h-0 flex-col bg-surface">
      <header className="flex flex-col gap-2 px-4 py-2 lg:py-3">
        <div className="flex items-center gap-2">
          <h2 className="flex-1 font-semibold">Content</h2>
          {query.isSuccess && <span className="times text-muted text-sm">{total.toLocaleString()} ready</span>}
          <IconButton
            label={isOpen ? "Hide the content" : "Show the content"}
            aria-expanded={isOpen}
            className="lg:hidden"
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? <ChevronDown aria-hidden /> : <ChevronUp aria-hidden />}
          </IconButton>
        </div>
        <div className={cn("relative", !isOpen && "max-lg:hidden")}>
          <Search
            className="-translate-y-1/2 pointer-events-none absolute top-1/2 left-2.5 size-4 text-faint"
            aria-hidden
          />
          <Input
            type="search"
            aria-label="Search content"
            placeholder="Search titles"
            className="pl-8"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </div>
      </header>
      <div className={cn("min-h-24 flex-1 overflow-y-auto overscroll-contain px-2 pb-3", !isOpen && "max-lg:hidden")}>
        {query.isPending && <BinSkeleton />}
        {query.isError && (
          <ErrorState
            title="The content could not be loaded"
            error={query.error}
            onRetry={() => query.refetch()}
            retrying={query.isFetching}
            className="py-6"
          />
        )}
        {query.isSuccess && items.length === 0 && <NothingReady search={search.trim()} />}
        <ul className="flex flex-col gap-0.5">
          {items.map((content) => (
            <BinItem key={content.id} content={content} {...props} />
          ))}
        </ul>
        {query.hasNextPage && (
          <Button
            tone="quiet"
            className="mt-2 w-full"
            busy={query.isFetchingNextPage}
            onClick={() => query.fetchNextPage()}
          >
            Show more
          </Button>
        )}
      </div>
    </section>
  );
}

function NothingReady({ search }: { search: string }) {
  if (search) return <p className="px-2 py-6 text-center text-muted">Nothing ready is called “{search}”.</p>;
  return (
    <EmptyState
      className="px-3 py-8"
      icon={<Clapperboard aria-hidden />}
      title="Nothing is ready yet"
      action={
        <Button asChild>
          <IntentLink href="/library">Go to the library</IntentLink>
        </Button>
      }
    >
      Upload a video. As soon as it is ready it turns up here, and you can drag it onto the day.
    </EmptyState>
  );
}

function BinSkeleton() {
  return (
    <div className="flex flex-col gap-2 px-2">
      {["a", "b", "c", "d", "e"].map((key) => (
        <Skeleton key={key} className="h-12 w-full" />
      ))}
    </div>
  );
}
