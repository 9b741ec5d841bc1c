"use client";

import { useSearchParams } from "next/navigation";
import type { KeyboardEvent } from "react";
import { cn } from "@/components/ui/cn";
import { formatDate, formatDayTime, formatDuration } from "@/components/ui/format-time";
import type { ContentItem } from "@/core/content/contract";
import { ItemLink } from "./item-link";
import { RetryButton } from "./retry-button";
import { StatusView } from "./status-view";
import { Thumbnail } from "./thumbnail";
import { isContainer, TYPE_WORDS } from "./type-words";
import type { Selection } from "./use-selection";

interface LibraryTableProps {
  items: ContentItem[];
  channelNames: ReadonlyMap<string, string>;
  openId: string | null;
  selection: Selection;
}

const HEAD = "h-8 border-border border-b px-3 text-left font-medium text-muted text-xs";
const CELL = "border-border border-b px-3 py-2 align-middle";

/** The library in rows. What does not fit beside an open panel or on a narrow screen moves under the title. */
export function LibraryTable({ items, channelNames, openId, selection }: LibraryTableProps) {
  const search = useSearchParams().toString();
  const ids = items.filter((item) => !isContainer(item)).map(({ id }) => id);
  return (
    <table className="w-full border-separate border-spacing-0" onKeyDown={moveByArrows}>
      <thead className="hidden @2xl:table-header-group">
        <tr>
          <th scope="col" className={cn(HEAD, "w-10 pr-0 pl-4 md:pl-6")}>
            <input
              type="checkbox"
              aria-label="Select all items of this page"
              className="block size-4 accent-accent"
              checked={ids.length > 0 && ids.every((id) => selection.ids.has(id))}
              onChange={() => selection.toggleAll(ids)}
            />
          </th>
          <th scope="col" className={HEAD}>
            Title
          </th>
          <th scope="col" className={cn(HEAD, "w-48")}>
            Status
          </th>
          <th scope="col" className={cn(HEAD, "w-24 text-right")}>
            Duration
          </th>
          <th scope="col" className={cn(HEAD, "hidden w-44 @4xl:table-cell")}>
            Channel
          </th>
          <th scope="col" className={cn(HEAD, "hidden w-32 pr-4 text-right @3xl:table-cell md:pr-6")}>
            Added
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr
            key={item.id}
            className={cn("group relative hover:bg-hover", item.id === openId && "bg-accent-soft hover:bg-accent-soft")}
          >
            <td className={cn(CELL, "w-10 pr-0 pl-4 md:pl-6")}>
              <SelectBox item={item} selection={selection} />
            </td>
            <td className={cn(CELL, "w-full max-w-0")}>
              <div className="flex min-w-0 items-center gap-3">
                <Thumbnail url={item.thumbnailUrl} className="w-24" />
                <div className="min-w-0">
                  <ItemLink item={item} search={search} isOpen={item.id === openId} />
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
            <td className={cn(CELL, "hidden max-w-44 truncate @4xl:table-cell")}>
              {(item.channelId && channelNames.get(item.channelId)) || <Nothing />}
            </td>
            <td className={cn(CELL, "hidden whitespace-nowrap pr-4 text-right text-muted @3xl:table-cell md:pr-6")}>
              <time dateTime={item.createdAt} title={formatDayTime(item.createdAt)}>
                {formatDate(item.createdAt)}
              </time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Above the press area of its row, and wide enough for a finger. */
export function SelectBox({
  item,
  selection,
  className,
}: {
  item: ContentItem;
  selection: Selection;
  className?: string;
}) {
  // A series plays nothing, so no group and no schedule can use it.
  if (isContainer(item)) return null;
  return (
    <label className={cn("relative z-1 -m-2 flex w-fit cursor-pointer p-2", className)}>
      <input
        type="checkbox"
        aria-label={`Select ${item.title}`}
        className="block size-4 accent-accent"
        checked={selection.ids.has(item.id)}
        onChange={() => selection.toggle(item.id)}
      />
    </label>
  );
}

/** Why an item failed, with the way out; else the file it came from. */
function TitleNote({ item }: { item: ContentItem }) {
  if (item.status !== "failed") {
    return <p className="max-w-[46ch] truncate text-faint text-xs">{titleNote(item)}</p>;
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

/** Up and down go from row to row, as in every list of files. */
function moveByArrows(event: KeyboardEvent<HTMLTableElement>): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const links = [...event.currentTarget.querySelectorAll<HTMLAnchorElement>("a[data-item]")];
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  if (at < 0) return;
  event.preventDefault();
  links[at + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
}
