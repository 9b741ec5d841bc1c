"use client";

import { useSearchParams } from "next/navigation";
import { cn } from "@/components/ui/cn";
import { formatDuration } from "@/components/ui/format-time";
import type { ContentItem } from "@/core/content/contract";
import { ItemLink } from "./item-link";
import { SelectBox } from "./library-table";
import { RetryButton } from "./retry-button";
import { StatusView } from "./status-view";
import { Thumbnail } from "./thumbnail";
import type { Selection } from "./use-selection";

interface LibraryGridProps {
  items: ContentItem[];
  openId: string | null;
  selection: Selection;
}

/** The library as pictures, for those who know their items by sight. */
export function LibraryGrid({ items, openId, selection }: LibraryGridProps) {
  const search = useSearchParams().toString();
  return (
    <ul className="grid grid-cols-2 gap-x-4 gap-y-6 px-4 pt-1 pb-6 @lg:grid-cols-[repeat(auto-fill,minmax(13rem,1fr))] md:px-6">
      {items.map((item) => (
        <li key={item.id} className="group relative min-w-0">
          <div className="relative">
            <Thumbnail
              url={item.thumbnailUrl}
              className={cn("w-full", item.id === openId && "outline-2 outline-accent outline-offset-2")}
            />
            {item.durationSeconds !== null && (
              <span className="times absolute right-1.5 bottom-1.5 rounded-sm bg-black/75 px-1 text-white text-xs">
                {formatDuration(item.durationSeconds)}
              </span>
            )}
            <SelectBox
              item={item}
              selection={selection}
              className="absolute top-2 left-2 m-0 rounded-sm bg-raised/80 p-1.5"
            />
          </div>
          <div className="mt-2">
            <ItemLink item={item} search={search} isOpen={item.id === openId} className="group-hover:text-accent" />
          </div>
          {item.seriesTitle && (
            <p className="truncate text-muted text-sm">
              {[item.seriesTitle, item.episodeLabel].filter(Boolean).join(" · ")}
            </p>
          )}
          {item.status !== "ready" && <StatusView item={item} className="mt-1" />}
          {item.status === "failed" && (
            <p className="mt-0.5 text-danger text-sm">
              {item.error?.message ?? "It could not be converted."} <RetryButton item={item} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
