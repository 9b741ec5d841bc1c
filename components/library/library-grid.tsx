"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useSearchParams } from "next/navigation";
import { memo, useEffect, useLayoutEffect, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";
import { formatDate, formatDuration } from "@/components/ui/format-time";
import { Local, useIsLive } from "@/components/ui/local";
import { Skeleton } from "@/components/ui/skeleton";
import type { ContentItem } from "@/core/content/contract";
import { ItemLink } from "./item-link";
import type { LibraryListProps } from "./library-table";
import { focusItem, moveByKeys } from "./list-keys";
import { usePendingDeletes } from "./pending-deletes";
import { RetryButton } from "./retry-button";
import { SelectBox } from "./select-box";
import { StatusView } from "./status-view";
import { Thumbnail } from "./thumbnail";
import { isContainer } from "./type-words";
import { useListOffset } from "./use-list-offset";
import type { Selection } from "./use-selection";

const GAP_PX = 16;
const SMALLEST_PX = 208;
/** Two lines of title and what is said under them. */
const WORDS_PX = 84;
const LINE_GAP_PX = 20;
/** Drawn before anybody knows how wide the list is. */
const FIRST_ITEMS = 24;

/** The library as pictures, for those who know their items by sight. Only the lines on screen exist. */
export function LibraryGrid({ total, itemAt, onShow, channelNames, openId, selection }: LibraryListProps) {
  const search = useSearchParams().toString();
  const list = useRef<HTMLUListElement>(null);
  const width = useWidth(list);
  const going = usePendingDeletes();
  const columns = Math.max(2, Math.floor((width + GAP_PX) / (SMALLEST_PX + GAP_PX)));
  const picturePx = ((width - GAP_PX * (columns - 1)) / columns) * (9 / 16);
  const linePx = Math.round(picturePx + WORDS_PX + LINE_GAP_PX);
  const scrollMargin = useListOffset(list);
  const virtual = useWindowVirtualizer({
    count: Math.ceil(total / columns),
    estimateSize: () => linePx,
    overscan: 2,
    scrollMargin,
  });
  useEffect(() => {
    if (linePx > 0) virtual.measure();
  }, [virtual, linePx]);
  const isLive = useIsLive();
  const lines = virtual.getVirtualItems();
  const from = isLive ? (lines[0]?.index ?? 0) * columns : 0;
  const to = Math.min(total, isLive ? ((lines.at(-1)?.index ?? 0) + 1) * columns : FIRST_ITEMS);
  useEffect(() => onShow(from, Math.max(from, to - 1)), [onShow, from, to]);

  function step(index: number) {
    if (index < 0 || index >= total) return;
    if (index < from || index >= to) virtual.scrollToIndex(Math.floor(index / columns));
    focusItem(list.current, index);
  }
  const above = (lines[0]?.start ?? scrollMargin) - scrollMargin;
  const below = virtual.getTotalSize() - ((lines.at(-1)?.end ?? scrollMargin) - scrollMargin);

  return (
    <div className="px-4 pt-1 pb-6 md:px-6">
      <ul
        ref={list}
        aria-label="Items"
        className="grid"
        onKeyDown={(event) => moveByKeys(event, step, selection, columns)}
        style={
          isLive
            ? {
                gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
                columnGap: GAP_PX,
                gridAutoRows: linePx,
                paddingTop: above,
                paddingBottom: Math.max(0, below),
              }
            : FIRST_STYLE
        }
      >
        {Array.from({ length: to - from }, (_, offset) => from + offset).map((index) => {
          const item = itemAt(index);
          return item ? (
            <GridItem
              key={item.id}
              index={index}
              item={item}
              channelName={item.channelId ? (channelNames.get(item.channelId) ?? null) : null}
              search={search}
              isOpen={item.id === openId}
              isSelected={selection.ids.has(item.id)}
              isGoing={going.has(item.id)}
              onToggle={selection.toggle}
            />
          ) : (
            <li key={index}>
              <Skeleton className="aspect-video w-full" />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** As many columns and lines as high as they will be, by the browser's own reckoning. */
const FIRST_STYLE = {
  gridTemplateColumns: `repeat(auto-fill, minmax(min(${SMALLEST_PX}px, 50% - ${GAP_PX / 2}px), 1fr))`,
  columnGap: GAP_PX,
};

interface GridItemProps {
  index: number;
  item: ContentItem;
  channelName: string | null;
  search: string;
  isOpen: boolean;
  isSelected: boolean;
  isGoing: boolean;
  onToggle: Selection["toggle"];
}

const GridItem = memo(function GridItem(props: GridItemProps) {
  const { index, item, channelName, search, isOpen, isSelected, isGoing, onToggle } = props;
  return (
    <li
      data-index={index}
      inert={isGoing}
      className={cn("group relative min-w-0 overflow-clip", isGoing && "opacity-40 grayscale")}
    >
      <div className="relative">
        <Thumbnail
          url={item.thumbnailUrl}
          seriesTitle={isContainer(item) ? item.title : undefined}
          className={cn("w-full", (isOpen || isSelected) && "outline-2 outline-accent -outline-offset-2")}
        />
        {item.durationSeconds !== null && (
          <span className="times absolute right-1.5 bottom-1.5 rounded-sm bg-black/75 px-1 text-white text-xs">
            {formatDuration(item.durationSeconds)}
          </span>
        )}
        <SelectBox
          item={item}
          isSelected={isSelected}
          onToggle={onToggle}
          className={cn(
            "absolute top-2 left-2 m-0 rounded-sm bg-raised/80 p-1.5",
            // Where a pointer can hover the picture stays clear until one is near.
            !isSelected && "pointer-fine:opacity-0 focus-within:opacity-100 group-hover:opacity-100",
          )}
        />
      </div>
      <div className="flow-root" style={{ height: WORDS_PX + LINE_GAP_PX }}>
        <div className="mt-2">
          <ItemLink item={item} search={search} isOpen={isOpen} className="group-hover:text-accent" />
        </div>
        {item.seriesTitle && (
          <p className="truncate text-muted text-sm">
            {[item.seriesTitle, item.episodeLabel].filter(Boolean).join(" · ")}
          </p>
        )}
        {item.status === "ready" && !isContainer(item) && (
          <p className="times truncate text-muted text-xs">
            <Local
              text={() => [channelName, viewsText(item.views), formatDate(item.createdAt)].filter(Boolean).join(" · ")}
            />
          </p>
        )}
        {item.status !== "ready" && <StatusView item={item} className="mt-1" />}
        {item.status === "failed" && (
          <p className="mt-0.5 flex gap-1.5 text-danger text-sm">
            <span className="truncate" title={item.error?.message}>
              {item.error?.message ?? "It could not be converted."}
            </span>
            <RetryButton item={item} />
          </p>
        )}
      </div>
    </li>
  );
});

const viewsText = (views: number) => `${views.toLocaleString()} ${views === 1 ? "view" : "views"}`;

function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    if (!element.current) return;
    setWidth(element.current.clientWidth);
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.round(entry.contentRect.width)));
    watch.observe(element.current);
    return () => watch.disconnect();
  }, [element]);
  return width;
}
