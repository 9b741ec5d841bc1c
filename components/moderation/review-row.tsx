"use client";

import { Thumbnail } from "@/components/library/thumbnail";
import { TYPE_WORDS } from "@/components/library/type-words";
import { cn } from "@/components/ui/cn";
import { formatDayTime, formatDuration } from "@/components/ui/format-time";
import type { ReviewItem } from "@/core/moderation/contract";
import { isOverdue, waitingText } from "./waiting-text";

interface ReviewRowProps {
  item: ReviewItem;
  nowMs: number | null;
  isOpen: boolean;
  isSelected: boolean;
  onOpen: () => void;
  onSelect: () => void;
}

/** One item of the queue: what it is, whose it is and how long it waits. */
export function ReviewRow({ item, nowMs, isOpen, isSelected, onOpen, onSelect }: ReviewRowProps) {
  const { title, owner, durationSeconds } = item;
  const length = durationSeconds === null ? "" : ` · ${formatDuration(durationSeconds)}`;
  return (
    <li
      className={cn(
        "relative flex items-center gap-3 border-border border-b px-4 py-2 hover:bg-hover md:px-6",
        isOpen && "bg-accent-soft hover:bg-accent-soft",
      )}
    >
      <input
        type="checkbox"
        checked={isSelected}
        onChange={onSelect}
        aria-label={`Select ${title}`}
        className="relative z-1 size-4 shrink-0 accent-accent"
      />
      <Thumbnail url={item.thumbnailUrl} className="w-24" />
      <div className="min-w-0 flex-1">
        <button
          type="button"
          data-review-item={item.id}
          aria-expanded={isOpen}
          onClick={onOpen}
          className="block max-w-full truncate rounded-sm text-left font-medium after:absolute after:inset-0"
        >
          {title}
        </button>
        <p className="times truncate text-muted text-sm">
          {TYPE_WORDS[item.type].one}
          {length}
        </p>
        <p className="truncate text-muted text-sm">
          {owner.name} <span className="hidden sm:inline">· {owner.email}</span>
        </p>
      </div>
      <RowState item={item} nowMs={nowMs} />
    </li>
  );
}

function RowState({ item, nowMs }: Pick<ReviewRowProps, "item" | "nowMs">) {
  const at = item.waitingSince ?? item.blockedAt ?? item.createdAt;
  const since = Date.parse(at);
  if (!item.waitingSince) {
    return (
      <time dateTime={at} className="times shrink-0 text-muted text-sm">
        {formatDayTime(at)}
      </time>
    );
  }
  const isLate = nowMs !== null && isOverdue(since, nowMs);
  return (
    <div className="shrink-0 text-right text-sm">
      <time dateTime={at} title={formatDayTime(at)} className={cn("times", isLate ? "text-warn" : "text-muted")}>
        {nowMs === null ? formatDayTime(at) : waitingText(since, nowMs)}
      </time>
      {item.blockedAt && <p className="text-warn text-xs">Another look</p>}
    </div>
  );
}
