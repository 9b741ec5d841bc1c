"use client";

import { memo, type Ref } from "react";
import { cn } from "@/components/ui/cn";
import { formatDate, formatDayTime, formatDuration } from "@/components/ui/format-time";
import { Local, useIsLive } from "@/components/ui/local";
import { Skeleton } from "@/components/ui/skeleton";
import type { ContentItem } from "@/core/content/contract";
import { ItemLink } from "./item-link";
import { RetryButton } from "./retry-button";
import { SelectBox } from "./select-box";
import { StatusView } from "./status-view";
import { Thumbnail } from "./thumbnail";
import { isContainer, TYPE_WORDS } from "./type-words";

const CELL = "border-border border-b px-3 py-2 align-middle";

interface LibraryRowProps {
  ref: Ref<HTMLTableRowElement>;
  index: number;
  item: ContentItem;
  channelName: string | null;
  search: string;
  isOpen: boolean;
  isSelected: boolean;
  /** It is deleted in a moment, unless that is taken back. */
  isGoing: boolean;
  onToggle: (id: string, isRange: boolean) => void;
}

/** One item of the library. Drawn again only when something of it changes: thousands pass by while one scrolls. */
export const LibraryRow = memo(function LibraryRow(props: LibraryRowProps) {
  const { ref, index, item, channelName, search, isOpen, isSelected, isGoing, onToggle } = props;
  return (
    <tr
      ref={ref}
      data-index={index}
      aria-rowindex={index + 2}
      inert={isGoing}
      className={cn(
        "group relative hover:bg-hover",
        isOpen && "bg-accent-soft hover:bg-accent-soft",
        isGoing && "opacity-40 grayscale",
      )}
    >
      <td className={cn(CELL, "w-10 pr-0 pl-4 md:pl-6")}>
        <SelectBox item={item} isSelected={isSelected} onToggle={onToggle} />
      </td>
      <td className={cn(CELL, "w-full max-w-0")}>
        <div className="flex min-w-0 items-center gap-3">
          <Thumbnail
            url={item.thumbnailUrl}
            seriesTitle={isContainer(item) ? item.title : undefined}
            className="w-24"
          />
          <div className="min-w-0">
            <ItemLink item={item} search={search} isOpen={isOpen} className={isGoing ? "line-through" : undefined} />
            <TitleNote item={item} />
            <div className="mt-1 flex flex-wrap items-start gap-x-3 @2xl:hidden">
              {!isContainer(item) && <StatusView item={item} />}
              {item.durationSeconds !== null && (
                <span className="times text-muted text-sm">{formatDuration(item.durationSeconds)}</span>
              )}
            </div>
          </div>
        </div>
      </td>
      <td className={cn(CELL, "hidden @2xl:table-cell")}>{!isContainer(item) && <StatusView item={item} />}</td>
      <td className={cn(CELL, "hidden text-right @2xl:table-cell")}>
        {item.durationSeconds === null ? <Nothing /> : formatDuration(item.durationSeconds)}
      </td>
      <td className={cn(CELL, "hidden max-w-40 truncate @4xl:table-cell")}>{channelName ?? <Nothing />}</td>
      <td className={cn(CELL, "hidden max-w-48 @6xl:table-cell")}>
        <Tags tags={item.tags} />
      </td>
      <td className={cn(CELL, "hidden text-right @5xl:table-cell")}>
        {isContainer(item) ? <Nothing /> : <Local text={() => item.views.toLocaleString()} />}
      </td>
      <td className={cn(CELL, "hidden whitespace-nowrap pr-4 text-right text-muted @3xl:table-cell md:pr-6")}>
        <Added at={item.createdAt} />
      </td>
    </tr>
  );
});

/** Holds the place of a row that is on its way. */
export function WaitingRow({ index, columns }: { index: number; columns: number }) {
  return (
    <tr aria-rowindex={index + 2} data-index={index} className="h-[71px]">
      <td colSpan={columns} className="border-border border-b px-4 md:px-6">
        <span className="flex items-center gap-3">
          <Skeleton className="aspect-video w-24" />
          <Skeleton className="h-4 w-48" />
        </span>
      </td>
    </tr>
  );
}

/** In the reader's language and time zone, neither of which the server knows. */
function Added({ at }: { at: string }) {
  if (!useIsLive()) return null;
  return (
    <time dateTime={at} title={formatDayTime(at)}>
      {formatDate(at)}
    </time>
  );
}

const TAGS_SHOWN = 2;

function Tags({ tags }: { tags: string[] }) {
  if (tags.length === 0) return <Nothing />;
  return (
    <span className="flex gap-1" title={tags.join(", ")}>
      {tags.slice(0, TAGS_SHOWN).map((tag) => (
        <span key={tag} className="min-w-0 truncate rounded-sm bg-sunken px-1.5 text-muted text-xs leading-5">
          {tag}
        </span>
      ))}
      {tags.length > TAGS_SHOWN && <span className="text-muted text-xs leading-5">+{tags.length - TAGS_SHOWN}</span>}
    </span>
  );
}

/** Why an item failed, with the way out, or why it is blocked; else the file it came from. */
function TitleNote({ item }: { item: ContentItem }) {
  if (item.status === "blocked") {
    return <p className="mt-0.5 line-clamp-2 text-sm text-warn">A moderator blocked it: {item.error?.message}</p>;
  }
  if (item.status !== "failed") {
    return <p className="max-w-[46ch] truncate text-muted text-xs">{titleNote(item)}</p>;
  }
  return (
    <p className="mt-0.5 text-danger text-sm">
      {item.error?.message ?? "It could not be converted."} <RetryButton item={item} />
    </p>
  );
}

/** Of an episode its place, of a series that it is one, of everything else its file. */
function titleNote(item: ContentItem): string {
  if (item.seriesTitle) return [item.seriesTitle, item.episodeLabel].filter(Boolean).join(" · ");
  return isContainer(item) ? TYPE_WORDS[item.type].one : item.filename;
}

function Nothing() {
  return (
    <span className="text-faint" aria-hidden>
      –
    </span>
  );
}
