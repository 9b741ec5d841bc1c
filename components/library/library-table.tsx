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

interface LibraryTableProps {
  items: ContentItem[];
  channelNames: ReadonlyMap<string, string>;
  openId: string | null;
}

const HEAD = "h-8 border-border border-b px-3 text-left font-medium text-muted text-xs";
const CELL = "border-border border-b px-3 py-2 align-middle";

/** The library in rows. What does not fit beside an open panel or on a narrow screen moves under the title. */
export function LibraryTable({ items, channelNames, openId }: LibraryTableProps) {
  const search = useSearchParams().toString();
  return (
    <table className="w-full border-separate border-spacing-0" onKeyDown={moveByArrows}>
      <thead className="hidden @2xl:table-header-group">
        <tr>
          <th scope="col" className={cn(HEAD, "pl-4 md:pl-6")}>
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
            <td className={cn(CELL, "pl-4 md:pl-6")}>
              <div className="flex min-w-0 items-center gap-3">
                <Thumbnail url={item.thumbnailUrl} className="w-24" />
                <div className="min-w-0">
                  <ItemLink item={item} search={search} isOpen={item.id === openId} />
                  <TitleNote item={item} />
                  <div className="mt-1 flex flex-wrap items-start gap-x-3 @2xl:hidden">
                    <StatusView item={item} />
                    {item.durationSeconds !== null && (
                      <span className="times text-muted text-sm">{formatDuration(item.durationSeconds)}</span>
                    )}
                  </div>
                </div>
              </div>
            </td>
            <td className={cn(CELL, "hidden @2xl:table-cell")}>
              <StatusView item={item} />
            </td>
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

/** Why an item failed, with the way out; else the file it came from. */
function TitleNote({ item }: { item: ContentItem }) {
  if (item.status !== "failed") {
    return <p className="max-w-[46ch] truncate text-faint text-xs">{item.filename}</p>;
  }
  return (
    <p className="mt-0.5 text-danger text-sm">
      {item.error?.message ?? "It could not be converted."} <RetryButton item={item} />
    </p>
  );
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
